/** The exports of every entry of the package. */

import { host } from "./engine/host.js";
import { kindOf, reasonOf } from "./argument.js";
import { CaseSloError } from "./errors.js";
import { Policy } from "./policy.js";
import { jsonOf } from "./text/json.js";
import type { Diagnostic, PolicyChange } from "./types.js";
import { referencePolicyText } from "./generated/reference-policy.js";

export { CaseSloError, type ErrorCode, type PackageErrorCode } from "./errors.js";
export { csvCell, csvRows, type CsvRow } from "./csv.js";
export { rulesFromCsv, rulesToCsv } from "./decision-table.js";
export { Policy } from "./policy.js";
export { AvailabilityLog, type Log, Report } from "./log.js";
export { instantOf, millisecondsOf, secondsOf, utcOffsets } from "./time.js";
export type * from "./types.js";
export type * from "./document.js";

/**
 * Returns the language of the engine: "wasm", or "js" if the content security policy of the page refuses WebAssembly.
 *
 * @example
 * ```ts
 * engine(); // => "wasm"
 * ```
 */
export function engine(): "wasm" | "js" {
  return host.language;
}

/**
 * Returns all findings of the static analysis, for a policy as JSON text or as an object. It does not throw for an invalid policy.
 * Findings in a text have a line and a column.
 *
 * @example
 * ```ts
 * const [finding] = check({ id: "acme" });
 * finding.level; // => "error"
 * check(policy.toJSON()).filter(({ level }) => level === "error"); // => []
 * ```
 */
export function check(source: string | object): Diagnostic[] {
  const given = textOf(source);
  if (typeof given !== "string") return [given];
  return host.call("analysis", ({ exports }) => exports.check(given, typeof source === "string") as Diagnostic[]);
}

/**
 * Loads a policy from JSON text or from an object.
 *
 * @throws CaseSloError "invalid-policy", with `diagnostics`, if `check` finds an error
 *
 * @example
 * ```ts
 * const copy = loadPolicy(policy.toJSON());
 * copy.id; // => policy.id
 *
 * try {
 *   loadPolicy("{}");
 * } catch (error) {
 *   error.code; // => "invalid-policy"
 *   error.diagnostics.length > 0; // => true
 * }
 * ```
 */
export function loadPolicy(source: string | object): Policy {
  const given = textOf(source);
  if (typeof given !== "string") {
    throw new CaseSloError("invalid-policy", `the policy has an error: ${given.message}`, { diagnostics: [given] });
  }
  return new Policy(given);
}

/**
 * Returns the reference policy: the Cisco Spark software support service.
 *
 * @example
 * ```ts
 * referencePolicy().languages; // => ["fr-CA", "en"]
 * ```
 */
export function referencePolicy(): Policy {
  return new Policy(referencePolicyText);
}

/**
 * Compares two policies by what they answer: severities, objectives, calendars, texts.
 *
 * @example
 * ```ts
 * const document = policy.toJSON();
 * const [rule] = document.classification.rules;
 * rule.severity = "high";
 *
 * const [change] = diffPolicies(policy, loadPolicy(document));
 * change.kind; // => "severity"
 * change.before; // => "critical"
 * change.after; // => "high"
 * ```
 */
export function diffPolicies(before: Policy, after: Policy): PolicyChange[] {
  for (const [index, policy] of [before, after].entries()) {
    // A policy of another copy of the package is valid too, so its class proves nothing.
    if (typeof (policy as Partial<Policy> | null | undefined)?.in !== "function") {
      throw new CaseSloError("invalid-policy", `expected a policy, found ${kindOf(policy)}`, { path: `/${index}` });
    }
  }
  return host.call(
    "analysis",
    (instance) => instance.exports.diff(before.in(instance), after.in(instance)) as PolicyChange[],
  );
}

/** Most characters of a policy; the engine counts bytes, which are never fewer. */
const MAX_POLICY_LENGTH = 1 << 20;

/** Returns the source as text, or the finding about a source that cannot contain a policy. */
function textOf(source: unknown): string | Diagnostic {
  const refused = (code: string, message: string): Diagnostic => ({
    level: "error",
    code,
    path: "",
    message,
    sentence: { text: "{}", values: [message] },
  });
  let text: string | undefined;
  try {
    text = typeof source === "string" ? source : typeof source === "object" ? jsonOf(source) : undefined;
  } catch (error) {
    return refused("syntax", `expected JSON text or an object, found one that JSON cannot hold: ${reasonOf(error)}`);
  }
  if (text === undefined || source === null) {
    return refused("syntax", `expected JSON text or an object, found ${kindOf(source)}`);
  }
  if (text.length > MAX_POLICY_LENGTH) {
    return refused("limit-exceeded", `a policy text may have at most ${MAX_POLICY_LENGTH} bytes, found more`);
  }
  // Editors write a byte order mark, which JSON.parse refuses.
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
