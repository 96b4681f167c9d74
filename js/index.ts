/** The package in a browser: the engine is fetched from beside this file, once, by `init()`. */

import { start } from "./engine.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

/** Starts the engine once; later calls return the same promise. */
export function init(source?: EngineSource): Promise<void> {
  return start(source ?? new URL("./engine.wasm", import.meta.url));
}
