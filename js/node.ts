/** The package in Node: the engine is read from beside this file; `init()` may be left out. */

import { readFileSync } from "node:fs";

import { start, startOnDemand, startSync } from "./engine.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

startOnDemand(() => startSync(readFileSync(new URL("./analysis.wasm", import.meta.url))));

/** Starts the engine once; later calls return the same promise. */
export async function init(source?: EngineSource): Promise<void> {
  if (source !== undefined) return start(source);
  startSync(readFileSync(new URL("./analysis.wasm", import.meta.url)));
}
