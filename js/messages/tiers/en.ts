import type { TiersMessages } from "./messages.js";

const or = new Intl.ListFormat("en", { type: "disjunction" });

export const en: TiersMessages = {
  filter: "What applies to you",
  any: "Any",
  caption: "What each tier includes",
  feature: "Service",
  from: (tier) => `From the ${tier} tier`,
  state: { included: "Included", conditional: "Conditional", excluded: "Not included" },
  condition: (question, answers) =>
    `Only where the answer to “${question}” is ${or.format(answers.map((each) => `“${each}”`))}`,
  cadence: {
    continuous: "all the time",
    daily: "every day",
    weekly: "every week",
    monthly: "every month",
    quarterly: "every quarter",
    yearly: "every year",
  },
  compare: {
    heading: "What would another tier change?",
    intro: "The same case, submitted at the same moment, under each tier.",
    severity: "Severity of the case",
    caption: (severity) => `Response to a case of severity: ${severity}`,
    tier: "Tier",
    target: "Objective",
    due: "If submitted now",
    sooner: (duration) => `${duration} sooner`,
    yours: "your tier",
    notStated: "not stated here",
  },
};
