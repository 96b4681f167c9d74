/** What `<slo-tiers>` says. */

export interface TiersMessages {
  filter: string;
  /** The option that leaves a question open. */
  any: string;
  caption: string;
  feature: string;
  /** Above what a tier adds to those below it. */
  from(tier: string): string;
  state: Record<"included" | "conditional" | "excluded", string>;
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
    /** Against the tier that the customer has. */
    sooner(duration: string): string;
    yours: string;
    notStated: string;
  };
}
