/** The package in a browser: the engine is fetched from beside this file, once. */

import { type Engine, start, startWith } from "./engine.js";
import type { EngineKind, EngineSource } from "./types.js";

export * from "./api.js";

// Loaded only where the page refuses WebAssembly, or asks for JavaScript.
const engineInJavaScript = (): Promise<Engine> => import("./generated/js-engine.js");
const wholeInJavaScript = (): Promise<Engine> => import("./generated/js-analysis.js");

/**
 * Starts the engine once; later calls return the same promise. `engine` says in which language it runs: by itself it is
 * WebAssembly, and JavaScript where the page's content security policy refuses that.
 */
export function init(source?: EngineSource, { engine: kind = "auto" }: { engine?: EngineKind } = {}): Promise<void> {
  if (source !== undefined) return start({ wasm: source, js: wholeInJavaScript, kind });
  return initWhole(kind);
}

/** @internal The whole engine: findings and reports too. */
export function initWhole(kind: EngineKind = "auto"): Promise<void> {
  return startWith({ wasm: new URL("./analysis.wasm", import.meta.url), js: wholeInJavaScript, kind }, "check");
}

/** @internal The engine for elements on a policy of their page: no findings, no reports. */
export function initEngine(kind: EngineKind = "auto"): Promise<void> {
  return startWith(
    { wasm: new URL("./engine.wasm", import.meta.url), js: engineInJavaScript, kind },
    "policyhandle_load",
  );
}

/** @internal The engine for elements on the reference policy alone: half of the download. */
export function initLight(kind: EngineKind = "auto"): Promise<void> {
  return startWith(
    { wasm: new URL("./light.wasm", import.meta.url), js: engineInJavaScript, kind },
    "policyhandle_trust",
  );
}
