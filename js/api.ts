/** What every entry of the package exports. */

import { host } from "./engine/host.js";
import { CaseSloError } from "./errors.js";
import { Policy } from "./policy.js";
import type { Diagnostic, PolicyChange } from "./types.js";
import { referencePolicyText } from "./generated/reference-policy.js";

export { CaseSloError, type ErrorCode } from "./errors.js";
export { csvCell } from "./csv.js";
export { rulesFromCsv, rulesToCsv } from "./decision-table.js";
export { Policy } from "./policy.js";
export { AvailabilityLog, Report } from "./report.js";
export { instantOf, millisecondsOf, secondsOf, utcOffsets } from "./time.js";
export type * from "./types.js";
export type * from "./document.js";

/** "wasm", or "js" where the page's content security policy refuses WebAssembly. */
export function engine(): "wasm" | "js" {
  return host.language;
}

/**
 * Every finding of the static analysis at once, for a policy as JSON text or as an object. Never throws for a bad
 * policy. Line and column are given where the source is text.
 */
export function check(source: string | object): Diagnostic[] {
  const given = textOf(source);
  if (typeof given !== "string") return [given];
  return host.call("analysis", ({ exports }) => exports.check(given, typeof source === "string") as Diagnostic[]);
}

/**
 * A policy from JSON text or an object.
 *
 * @throws CaseSloError "invalid-policy", carrying `diagnostics`, where check() finds an error
 */
export function loadPolicy(source: string | object): Policy {
  const given = textOf(source);
  if (typeof given !== "string") {
    throw new CaseSloError("invalid-policy", `the policy has an error: ${given.message}`, { diagnostics: [given] });
  }
  return new Policy(given);
}

/** The embedded Cisco Spark SWSS policy. */
export function referencePolicy(): Policy {
  return new Policy(referencePolicyText, true);
}

/** What a change of policy changes: answers whose severity differs, objectives, calendars, texts. */
export function diffPolicies(before: Policy, after: Policy): PolicyChange[] {
  return host.call(
    "analysis",
    (instance) => instance.exports.diff(before.in(instance), after.in(instance)) as PolicyChange[],
  );
}

/** The source as text, or the finding about an object that JSON cannot hold. */
function textOf(source: unknown): string | Diagnostic {
  if (typeof source === "string") return source;
  const refused = (found: string): Diagnostic => ({
    level: "error",
    code: "syntax",
    path: "",
    message: `expected JSON text or an object, found ${found}`,
  });
  if (typeof source !== "object" || source === null) return refused(source === null ? "null" : typeof source);
  try {
    return JSON.stringify(source);
  } catch (error) {
    return refused(`an object that JSON cannot hold (${error instanceof Error ? error.message : String(error)})`);
  }
}
