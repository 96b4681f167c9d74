/** The package without an address of the engine: `init(source)` gives the source of its bytes. */

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
