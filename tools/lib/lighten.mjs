// The engine without what a page does not call.
//
// A page with a wizard downloads the engine on every first visit. What its elements never call is taken out of the
// exports, then the code and the data that only that needed. The rest is of the same build, so one glue serves all modules,
// and one can take the place of another (js/engine.ts).

import { addresses, moduleOf, withoutOrphans } from "./module.mjs";

/** What neither wizard, calculator nor clock asks for: findings about a policy, tiers and their context, reports. */
const analysis = [
  ...["check", "diff"],
  ...["policyhandle_next_context", "policyhandle_features", "policyhandle_deliverables"],
  ...[
    "policyhandle_report",
    "policyhandle_availability",
    "reporthandle_push",
    "reporthandle_finish",
    "__wbg_reporthandle_free",
  ],
];

/** What each smaller module leaves out: functions that src/wasm exports. */
const left = {
  /** Answers on any policy. */
  engine: analysis,
  /** Answers on the policy that ships, which needs no checking. */
  light: [...analysis, "policyhandle_load"],
};

/** Names of the modules, and which one is the whole engine. */
export const moduleNames = ["light", "engine", "analysis"];

/**
 * One of the modules.
 *
 * @param {Uint8Array} whole
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
export async function lighten(whole, name) {
  if (!(name in left)) return whole;
  const module = await moduleOf(whole);
  const named = addresses(module);
  for (const each of left[name]) module.removeExport(each);
  module.runPasses(["remove-unused-module-elements"]);
  const light = withoutOrphans(module.emitBinary(), named, addresses(module));
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
