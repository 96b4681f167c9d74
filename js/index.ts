/** The package in a browser: the engine is fetched from beside this file, once. */

import { start, startWith } from "./engine.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

/** Starts the engine once; later calls return the same promise. */
export function init(source?: EngineSource): Promise<void> {
  return source === undefined ? startWith(new URL("./analysis.wasm", import.meta.url), "check") : start(source);
}

/** @internal The engine for elements on a policy of their page: no findings, no reports. */
export function initEngine(): Promise<void> {
  return startWith(new URL("./engine.wasm", import.meta.url), "policyhandle_load");
}

/** @internal The engine for elements on the reference policy alone: half of the download. */
export function initLight(): Promise<void> {
  return startWith(new URL("./light.wasm", import.meta.url), "policyhandle_trust");
}
