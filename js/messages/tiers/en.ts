import type { TiersMessages } from "./index.js";

const or = new Intl.ListFormat("en", { type: "disjunction" });

const states = {
  service: { included: "Included", conditional: "Conditional", excluded: "Not included" },
  term: { included: "Applies", conditional: "Conditional", excluded: "Not applicable" },
  exclusion: { included: "Excluded", conditional: "Conditional", excluded: "Not applicable" },
};

export const en: TiersMessages = {
  filter: "What applies to you",
  any: "Not specified",
  caption: "What each tier includes",
  feature: "Service",
  from: (tier) => `Starting with ${tier}`,
  stateOf: (kind, state) => states[kind][state],
  condition: (question, answers) =>
    `only if you answer ${or.format(answers.map((each) => `“${each}”`))} to “${question}”`,
  cadence: {
    continuous: "ongoing",
    daily: "every day",
    weekly: "every week",
    monthly: "every month",
    quarterly: "every quarter",
    yearly: "every year",
  },
  compare: {
    heading: "What would another tier change?",
    intro: "The same case, submitted at the same moment, in each tier.",
    severity: "Severity of the case",
    caption: (severity) => `Response times by tier (severity: ${severity})`,
    tier: "Tier",
    target: "Objective",
    due: "If submitted now",
    sooner: (duration) => `${duration} sooner`,
    yours: "your tier",
    notStated: "not stated here",
  },
};
