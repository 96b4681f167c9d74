/**
 * The package in the bundle of a page. The bundle has the code of the page's element in one file, with the glue of its engine; the
 * engine itself is a file of case-slo/, beside the folder of the bundle.
 */

import { host, type Capability } from "../js/engine/host.js";
import { CaseSloError } from "../js/errors.js";
import * as glue from "../js/generated/engine-glue.js";
import type { Policy } from "../js/policy.js";
import type { EngineKind } from "../js/types.js";

export * from "../js/api.js";

host.supply({
  glue: (capability) => (capability === "analysis" ? import("../js/generated/analysis-glue.js") : glue),
  wasm: (capability) =>
    capability === "analysis"
      ? new URL("../case-slo/analysis.wasm", import.meta.url)
      : new URL("../case-slo/engine.wasm", import.meta.url),
  javascript: (capability) =>
    capability === "analysis" ? import("../js/generated/js-analysis.js") : import("../js/generated/js-engine.js"),
});

/** Starts the engine that the element needs. */
export function startEngine(capability: Capability, kind: EngineKind): Promise<void> {
  return host.start({ capability, kind });
}

/** The bundle has no policy, because each page names its own. @throws CaseSloError "policy-unavailable" */
export function referencePolicy(): Policy {
  throw new CaseSloError("policy-unavailable", "this page has to name its policy");
}
