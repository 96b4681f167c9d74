/** What tiers, severities and comparisons are called. */

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { periodBefore } from "./days.js";
import { numbersIn } from "./numbers.js";
import type { Outcome } from "./outcome.js";
import type { Filter } from "./settings.js";

/** The name of a tier; of one that the policy does not know, its id. */
export const tierName = ({ description, say }: Scene, id: string | null): string =>
  say(description.tiers?.find((tier) => tier.id === id)?.name) || (id ?? "");

/** The name of a severity; of one that the policy does not know, its id. */
export const severityName = ({ description, say }: Scene, id: string | null): string =>
  say(description.severities.find((severity) => severity.id === id)?.name) || (id ?? "");

/** What a channel is called; the name is empty where the log leaves it open. */
export const channelName = ({ language }: Scene, name: string): string =>
  name || reportMessagesFor(language).filters.noChannel;

/** Which cases are asked for, by name: tiers, severities, channels and the period, as far as each is set. */
export function namesOfFilter(scene: Scene, { tiers, severities, channels, from, to }: Filter): string[][] {
  const period = from === null || to === null ? [] : [numbersIn(scene.language).period({ from, to })];
  const names = [
    tiers.map((id) => tierName(scene, id)),
    severities.map((id) => severityName(scene, id)),
    channels.map((id) => channelName(scene, id)),
    period,
  ];
  return names.filter((each) => each.length > 0);
}

/** What a report is compared with, as a phrase. */
export function nameOfComparison(scene: Scene, { comparison, filter }: Outcome, other: string | null): string {
  const words = reportMessagesFor(scene.language).comparison;
  if (comparison.kind === "tier") return words.asTier(tierName(scene, comparison.tier));
  if (comparison.kind === "policy") return words.underPolicy(other ?? "");
  const { from, to } = filter;
  return from === null || to === null ? "" : words.before(numbersIn(scene.language).period(periodBefore({ from, to })));
}
