/** What every entry of the package exports. */

import { host } from "./engine/host.js";
import { kindOf, reasonOf } from "./argument.js";
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
  return new Policy(referencePolicyText);
}

/** What a change of policy changes: answers whose severity differs, objectives, calendars, texts. */
export function diffPolicies(before: Policy, after: Policy): PolicyChange[] {
  for (const [index, policy] of [before, after].entries()) {
    // A policy of another copy of the package is one too, so that its class cannot tell.
    if (typeof (policy as Partial<Policy> | null | undefined)?.in !== "function") {
      throw new CaseSloError("invalid-policy", `expected a policy, found ${kindOf(policy)}`, { path: `/${index}` });
    }
  }
  return host.call(
    "analysis",
    (instance) => instance.exports.diff(before.in(instance), after.in(instance)) as PolicyChange[],
  );
}

/** Most characters of a policy that the engine looks at; it counts bytes, which are never fewer. */
const MAX_POLICY_LENGTH = 1 << 20;

/** The source as text, or the finding about a source that cannot hold a policy. */
function textOf(source: unknown): string | Diagnostic {
  const refused = (code: string, message: string): Diagnostic => ({ level: "error", code, path: "", message });
  let text: string | undefined;
  try {
    text = typeof source === "string" ? source : typeof source === "object" ? JSON.stringify(source) : undefined;
  } catch (error) {
    return refused("syntax", `expected JSON text or an object, found one that JSON cannot hold: ${reasonOf(error)}`);
  }
  if (text === undefined || source === null) {
    return refused("syntax", `expected JSON text or an object, found ${kindOf(source)}`);
  }
  if (text.length > MAX_POLICY_LENGTH) {
    return refused("limit-exceeded", `a policy text may have at most ${MAX_POLICY_LENGTH} bytes, found more`);
  }
  // Editors put a byte order mark before a text, which JSON.parse refuses.
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
