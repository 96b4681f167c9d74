/** Comparisons of a report: the same cases under other objectives, or the cases of the previous period. */

import { hourName } from "./chips.js";
import type { Outcome } from "./outcome.js";
import type { ReportRequest } from "./reading/read.js";
import { optionsOf, type Filter, type Settings } from "./settings.js";
import { periodBefore } from "../../text/periods.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { Policy, ReportOptions } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";

export type Comparison = { kind: "none" } | { kind: "tier"; tier: string } | { kind: "policy" } | { kind: "before" };

export const noComparison: Comparison = { kind: "none" };

/** Returns the request for the second report of the same pass; null without a comparison. */
export function comparedWith(
  comparison: Comparison,
  { policy, other, settings, filter }: { policy: Policy; other: Policy | null; settings: Settings; filter: Filter },
): ReportRequest | null {
  const options: ReportOptions = optionsOf(settings, filter);
  if (comparison.kind === "tier") return { policy, options: { ...options, asTier: comparison.tier } };
  if (comparison.kind === "policy" && other !== null) return { policy: other, options: optionsKnownTo(other, options) };
  if (comparison.kind === "before" && filter.from !== null && filter.to !== null) {
    const { from, to } = periodBefore({ from: filter.from, to: filter.to });
    return { policy, options: optionsOf(settings, { ...filter, from, to }) };
  }
  return null;
}

/** Leaves out ids that another policy does not know, because it would refuse the whole report. */
function optionsKnownTo(policy: Policy, { measure, tier, values, only, ...options }: ReportOptions): ReportOptions {
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

/** Returns the name of a tier, or its id if the policy does not know it. */
export const tierName = ({ description, say }: ViewContext, id: string | null): string =>
  say(description.tiers?.find((tier) => tier.id === id)?.name) || (id ?? "");

/** Returns the name of a severity, or its id if the policy does not know it. */
export const severityName = ({ description, say }: ViewContext, id: string | null): string =>
  say(description.severities.find((severity) => severity.id === id)?.name) || (id ?? "");

/** Returns the name of a channel; an empty name means that the row has none. */
export const channelName = ({ language }: ViewContext, name: string): string =>
  name || reportMessagesFor(language).filters.noChannel;

/** Returns the names in the filter: tiers, severities, channels and the period, if set. */
export function namesOfFilter(view: ViewContext, { tiers, severities, channels, from, to, hours }: Filter): string[][] {
  const period = from === null || to === null ? [] : [numbersIn(view.language).period({ from, to })];
  const names = [
    tiers.map((id) => tierName(view, id)),
    severities.map((id) => severityName(view, id)),
    channels.map((id) => channelName(view, id)),
    period,
    hours.map((hour) => hourName(view, hour)),
  ];
  return names.filter((each) => each.length > 0);
}

/** Returns the name of a comparison. */
export function nameOfComparison(view: ViewContext, { comparison, filter }: Outcome, other: string | null): string {
  const words = reportMessagesFor(view.language).comparison;
  if (comparison.kind === "tier") return words.asTier(tierName(view, comparison.tier));
  if (comparison.kind === "policy") return words.underPolicy(other ?? "");
  const { from, to } = filter;
  return from === null || to === null ? "" : words.before(numbersIn(view.language).period(periodBefore({ from, to })));
}
