/** The package in a browser: the engine is fetched from beside this file, once, by `init()`. */

import { type EngineSource, start } from "./engine.js";

export * from "./api.js";
export type { EngineSource } from "./engine.js";

/** Starts the engine once; later calls return the same promise. */
export function init(source?: EngineSource): Promise<void> {
  return start(source ?? new URL("./engine.wasm", import.meta.url));
}
