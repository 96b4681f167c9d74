// Takes the words out of Rust's panics.
//
// In WebAssembly nobody hears what a panic says: the instance stops, and js/engine.ts reports "internal" and starts a
// fresh one. Formatting that message is code all the same. Here the functions that begin a panic become the stop itself,
// so that the optimizer that runs next drops what only they needed.

/** Names of the functions that never return, without the hashes that the compiler adds. */
const beginnings = new RegExp(
  "^(" +
    [
      "core::panicking::\\w+",
      "core::option::(unwrap|expect)_failed",
      "core::result::unwrap_failed",
      "core::slice::index::slice_\\w*fail\\w*",
      "core::slice::copy_from_slice_impl::len_mismatch_fail",
      "core::slice::sort::shared::smallsort::panic_on_ord_violation",
      "core::str::slice_error_fail\\w*",
      "core::cell::panic_already_\\w+",
      "alloc::alloc::handle_alloc_error",
      "alloc::raw_vec::(handle_error|capacity_overflow)",
      "std::alloc::rust_oom",
      "std::thread::local::panic_access_error",
      "__rustc::rust_begin_unwind",
    ].join("|") +
    ")(::|$)",
);

const withoutHash = (name) => name.replace(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}$/, "");

/**
 * The same module with silent panics. It has to have its names still.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function silencePanics(bytes) {
  const { default: binaryen } = await import("binaryen");
  const module = binaryen.readBinary(bytes);
  const { ReferenceTypes, BulkMemory, BulkMemoryOpt, NontrappingFPToInt, SignExt, MutableGlobals, Multivalue } =
    binaryen.Features;
  module.setFeatures(
    ReferenceTypes | BulkMemory | BulkMemoryOpt | NontrappingFPToInt | SignExt | MutableGlobals | Multivalue,
  );
  let silenced = 0;
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: importedFrom } = binaryen.getFunctionInfo(reference);
    if (importedFrom || !beginnings.test(withoutHash(name))) continue;
    binaryen.Function(reference).body = module.unreachable();
    silenced += 1;
  }
  if (silenced === 0) throw new Error("no function of the engine begins a panic: have its names been stripped?");
  const silent = module.emitBinary();
  module.dispose();
  return silent;
}
