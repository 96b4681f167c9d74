/** The package in Node: the engine is read from beside this file; `init()` may be left out. */

import { readFileSync } from "node:fs";

import { start, startOnDemand, startSync } from "./engine.js";
import type { EngineKind, EngineSource } from "./types.js";

export * from "./api.js";

startOnDemand(() => startSync(readFileSync(new URL("./analysis.wasm", import.meta.url))));

/** Starts the engine once; later calls return the same promise. */
export async function init(
  source?: EngineSource,
  { engine: kind = "auto" }: { engine?: EngineKind } = {},
): Promise<void> {
  const wasm = source ?? readFileSync(new URL("./analysis.wasm", import.meta.url));
  if (source !== undefined || kind === "js")
    return start({ wasm, js: () => import("./generated/js-analysis.js"), kind });
  startSync(readFileSync(new URL("./analysis.wasm", import.meta.url)));
}
