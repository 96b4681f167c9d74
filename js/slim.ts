/** The package without an address of its own for the engine: `init(source)` says where the bytes come from. */

import { start } from "./engine.js";
import { CaseSloError } from "./errors.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

/** Starts the engine once, from `source`; later calls return the same promise and need none. */
export function init(source?: EngineSource): Promise<void> {
  if (source !== undefined) return start({ wasm: source });
  return Promise.reject(new CaseSloError("engine-unavailable", "case-slo/slim needs a source: init(source)"));
}
