/** The package without an address of its own for the engine: `init(source)` says where the bytes come from. */

import { host } from "./engine/host.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

host.supply({
  glue: (capability) =>
    capability === "analysis"
      ? import(/* webpackMode: "eager" */ "./generated/analysis-glue.js")
      : import(/* webpackMode: "eager" */ "./generated/engine-glue.js"),
});

/** Starts the engine once, from `source`: engine.wasm or analysis.wasm. Later calls wait for the same start and need none. */
export function init(source?: EngineSource): Promise<void> {
  return host.start({ capability: "elements", source });
}
