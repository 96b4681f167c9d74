/**
 * The package in the bundle of a page. The bundle has the code of the page's element in one file, with the glue of its engine; the
 * engine itself is a file of case-slo/, beside the folder of the bundle.
 */

import { loadPolicy } from "../../js/api.js";
import { host, type Capability } from "../../js/engine/host.js";
import {
  PolicyHandle,
  __wbg_reset_state,
  initSync,
  instant_of,
  last_panic,
  milliseconds_of,
  seconds_of,
  utc_offsets,
} from "../../js/generated/engine-glue.js";
import type { Policy } from "../../js/policy.js";
import type { EngineKind } from "../../js/types.js";

export * from "../../js/api.js";

/** The parts of the glue that run, one by one: the bundle leaves out the others. */
const glue = {
  PolicyHandle,
  __wbg_reset_state,
  initSync,
  instant_of,
  last_panic,
  milliseconds_of,
  seconds_of,
  utc_offsets,
};

host.supply({
  glue: (capability) => (capability === "analysis" ? import("../../js/generated/analysis-glue.js") : glue),
  wasm: (capability) =>
    capability === "analysis"
      ? new URL("../case-slo/analysis.wasm", import.meta.url)
      : new URL("../case-slo/engine.wasm", import.meta.url),
  javascript: (capability) =>
    capability === "analysis" ? import("../../js/generated/js-analysis.js") : import("../../js/generated/js-engine.js"),
});

/** Starts the engine that the element needs. */
export function startEngine(capability: Capability, kind: EngineKind): Promise<void> {
  return host.start({ capability, kind });
}

/** Returns the reference policy, of which the page contains the part that its element needs. */
export function referencePolicy(): Policy {
  return loadPolicy(document.getElementById("policy")?.textContent ?? "");
}
