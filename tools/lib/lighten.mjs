// The engine without what only authors and managers ask for.
//
// A page with a wizard downloads the engine on every first visit. What its elements never call is taken out of the
// exports; the optimizer that runs next drops what only that needed. The rest is byte for byte the same build, so one glue
// serves both modules, and one can take the place of the other (js/engine.ts).

/** Functions of src/wasm that no element calls. */
const analysis = ["check", "diff"];

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function lighten(bytes) {
  const { default: binaryen } = await import("binaryen");
  const module = binaryen.readBinary(bytes);
  for (const name of analysis) module.removeExport(name);
  const light = module.emitBinary();
  module.dispose();
  return light;
}

/** What js/engine.ts needs of the glue beyond what wasm-bindgen writes: to change modules, and to know which one runs. */
export const glueAddition = `
export function __slo_replace(module) { wasmModule = module; __wbg_reset_state(); }
export function __slo_has(name) { return wasm !== undefined && name in wasm; }
`;

export const glueDeclarations = `
/** Runs another module of the same build; objects of the one before are gone. */
export function __slo_replace(module: WebAssembly.Module): void;
/** Whether the module that runs exports a function. */
export function __slo_has(name: string): boolean;
`;
