/** The package in Node: the engine is read from the folder of this file; `init()` is optional. */

import { readFileSync } from "node:fs";

import { type Capability, host, startWebAssembly } from "./engine/host.js";
import * as glue from "./generated/analysis-glue.js";
import type { EngineKind, EngineSource } from "./types.js";

export * from "./api.js";

const bytes = () => readFileSync(new URL("./analysis.wasm", import.meta.url));

host.supply({
  glue: (capability) => (capability === "analysis" ? glue : import("./generated/engine-glue.js")),
  wasm: bytes,
  javascript: () => import("./generated/js-analysis.js"),
  atOnce: () => startWebAssembly(glue, bytes()),
});

/** Starts the engine once; later calls wait for the same start. */
export function init(source?: EngineSource, { engine: kind = "auto" }: { engine?: EngineKind } = {}): Promise<void> {
  return host.start({ source, kind });
}

/** @internal Starts the engine that an element needs; an element on a server runs on the engine of the program. */
export function startEngine(capability: Capability, kind: EngineKind): Promise<void> {
  return host.start({ capability, kind });
}
