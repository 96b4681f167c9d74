/** The texts of `<slo-tiers>`. */

import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface TiersMessages {
  filter: string;
  /** The option that leaves a question open. */
  any: string;
  caption: string;
  feature: string;
  /** Heading of the services that a tier adds to those below it. */
  from(tier: string): string;
  /** Whether a tier includes a service, or whether a term or an exclusion applies in it. */
  stateOf(kind: "service" | "term" | "exclusion", state: "included" | "conditional" | "excluded"): string;
  /** A context question with the answers with which a feature is delivered. */
  condition(question: string, answers: string[]): string;
  cadence: Record<"continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly", string>;
  compare: {
    heading: string;
    intro: string;
    severity: string;
    caption(severity: string): string;
    tier: string;
    target: string;
    due: string;
    /** Compared with the customer’s own tier. */
    sooner(duration: string): string;
    yours: string;
    notStated: string;
  };
}

export const tiersMessagesFor = pick(frCA, en);
