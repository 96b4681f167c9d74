/** The package in a browser: the engine is fetched from beside this file, once. */

import { start, startWhole } from "./engine.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

/** Starts the engine once; later calls return the same promise. */
export function init(source?: EngineSource): Promise<void> {
  return source === undefined ? startWhole(new URL("./analysis.wasm", import.meta.url)) : start(source);
}

/** @internal What the elements start: the engine without `check`, `diffPolicies` and reports, half of the download. */
export function initLight(): Promise<void> {
  return start(new URL("./engine.wasm", import.meta.url));
}
