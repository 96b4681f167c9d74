/** What a report is put beside: the same cases by other objectives, or the cases of the period before. */

import type { Policy, ReportOptions } from "../../index.js";
import { periodBefore } from "./days.js";
import type { Wanted } from "./reading/read.js";
import { type Filter, optionsOf, type Settings } from "./settings.js";

export type Comparison = { kind: "none" } | { kind: "tier"; tier: string } | { kind: "policy" } | { kind: "before" };

export const none: Comparison = { kind: "none" };

/** The second report, to be made in the same pass; null where there is nothing to compare with. */
export function comparedWith(
  comparison: Comparison,
  { policy, other, settings, filter }: { policy: Policy; other: Policy | null; settings: Settings; filter: Filter },
): Wanted | null {
  const options: ReportOptions = optionsOf(settings, filter);
  if (comparison.kind === "tier") return { policy, options: { ...options, asTier: comparison.tier } };
  if (comparison.kind === "policy" && other !== null) return { policy: other, options: knownTo(other, options) };
  if (comparison.kind === "before" && filter.from !== null && filter.to !== null) {
    const { from, to } = periodBefore({ from: filter.from, to: filter.to });
    return { policy, options: optionsOf(settings, { ...filter, from, to }) };
  }
  return null;
}

/** Without what another policy does not know: it would refuse the whole report. */
function knownTo(policy: Policy, { measure, tier, values, only, ...options }: ReportOptions): ReportOptions {
  const { tiers = [], severities, measures = [] } = policy.toJSON();
  const isKnown = (list: readonly { id: string }[]) => (id: string) => list.some((each) => each.id === id);
  const kept = (meanings: Record<string, string> = {}, list: readonly { id: string }[]) =>
    Object.fromEntries(Object.entries(meanings).filter(([, id]) => isKnown(list)(id)));
  const { tiers: onlyTiers, severities: onlySeverities, ...rest } = only ?? {};
  return {
    ...options,
    values: { tier: kept(values?.tier, tiers), severity: kept(values?.severity, severities) },
    ...(measure !== undefined && isKnown(measures)(measure) ? { measure } : {}),
    ...(tier !== undefined && isKnown(tiers)(tier) ? { tier } : {}),
    only: {
      ...rest,
      ...(onlyTiers === undefined ? {} : { tiers: onlyTiers.filter(isKnown(tiers)) }),
      ...(onlySeverities === undefined ? {} : { severities: onlySeverities.filter(isKnown(severities)) }),
    },
  };
}
