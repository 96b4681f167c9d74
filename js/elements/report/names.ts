/** What tiers, severities and comparisons are called. */

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { periodBefore } from "./days.js";
import { numbersIn } from "./numbers.js";
import type { Outcome } from "./outcome.js";

/** The name of a tier; of one that the policy does not know, its id. */
export const tierName = ({ description, say }: Scene, id: string | null): string =>
  say(description.tiers?.find((tier) => tier.id === id)?.name) || (id ?? "");

/** The name of a severity; of one that the policy does not know, its id. */
export const severityName = ({ description, say }: Scene, id: string | null): string =>
  say(description.severities.find((severity) => severity.id === id)?.name) || (id ?? "");

/** What a report is compared with, as a phrase. */
export function nameOfComparison(scene: Scene, { comparison, filter }: Outcome, other: string | null): string {
  const words = reportMessagesFor(scene.language).comparison;
  if (comparison.kind === "tier") return words.asTier(tierName(scene, comparison.tier));
  if (comparison.kind === "policy") return words.underPolicy(other ?? "");
  const { from, to } = filter;
  return from === null || to === null ? "" : words.before(numbersIn(scene.language).period(periodBefore({ from, to })));
}
