// Takes the words out of Rust's panics.
//
// In WebAssembly nobody hears what a panic says: the instance stops, and js/engine.ts reports "internal" and starts a
// fresh one. Formatting that message is code all the same. Here the functions that begin a panic become the stop itself,
// so that the optimizer that runs next drops what only they needed. So do those that write a value for a programmer
// (`{:?}`), which nothing but a panic asks for. The places in the source that a panic names become zeros, and so does the
// data that no code names any more.

import { addresses, dataSegments, moduleOf, withoutOrphans } from "./module.mjs";

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
      "<.+ as core::fmt::Debug>::fmt",
      "<core::fmt::builders::.+",
      "<std::panicking::.+",
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
  const module = await moduleOf(withoutLocations(bytes));
  const named = addresses(module);
  let silenced = 0;
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: importedFrom } = binaryen.getFunctionInfo(reference);
    if (importedFrom || !beginnings.test(withoutHash(name))) continue;
    binaryen.Function(reference).body = module.unreachable();
    silenced += 1;
  }
  if (silenced === 0) throw new Error("no function of the engine begins a panic: have its names been stripped?");
  module.runPasses(["remove-unused-module-elements"]);
  const silent = withoutOrphans(module.emitBinary(), named, addresses(module));
  module.dispose();
  return silent;
}

/**
 * A copy in which every `core::panic::Location` (the address and length of a path, a line, a column) is zeros, and so is
 * the path.
 *
 * @param {Uint8Array} bytes
 */
function withoutLocations(bytes) {
  const silent = Uint8Array.from(bytes);
  for (const { address, data } of dataSegments(silent)) {
    const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const paths = new Set();
    for (let at = (4 - (address % 4)) % 4; at + 16 <= data.length; at += 4) {
      const [start, length, line, column] = [0, 4, 8, 12].map((offset) => words.getUint32(at + offset, true));
      const path = data.subarray(start - address, start - address + length);
      const isPlace = length > 3 && length < 500 && line > 0 && line < 100_000 && column > 0 && column < 1_000;
      if (start < address || !isPlace || !/^[\w./+-]+\.rs$/.test(Buffer.from(path).toString("latin1"))) continue;
      paths.add(path);
      data.fill(0, at, at + 16);
    }
    for (const path of paths) path.fill(0);
  }
  return silent;
}
