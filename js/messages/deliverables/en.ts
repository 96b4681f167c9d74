import type { DeliverablesMessages } from "./messages.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });

export const en: DeliverablesMessages = {
  tier: "Service tier",
  from: "First day",
  until: "For",
  time: "Time of the meetings (optional)",
  timeHelp: "Without a time, the entries last all day.",
  zone: "Time zone of the meetings",
  badZone: "Choose a time zone, such as America/Toronto.",
  months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? "year" : "years"}` : `${count} months`),
  badPeriod: "Choose a first day between 1970 and 2199.",
  caption: (tier) => `What recurs in the ${tier} tier`,
  columns: { what: "Service", cadence: "How often", next: "Next" },
  cadence: {
    continuous: "All the time",
    daily: "Every day",
    weekly: "Every week",
    monthly: "Every month",
    quarterly: "Every quarter",
    yearly: "Every year",
  },
  dates: (count) => (count === 1 ? "1 date" : `${count} dates`),
  condition: (question, answers) =>
    `Only where the answer to “${question}” is ${or.format(answers.map((each) => `“${each}”`))}`,
  month: {
    heading: "Month by month",
    before: "Previous month",
    after: "Next month",
    nothing: "Nothing this month.",
    daily: (names) => `Every day, and not shown here: ${and.format(names)}.`,
  },
  continuous: (names) => `All the time, without dates: ${and.format(names)}.`,
  nothing: (tier) => `Nothing recurs in the ${tier} tier.`,
  download: "Add to my calendar",
  downloadHelp: "One file (.ics) with every recurring entry. Opened again after a change, it replaces the entries.",
  fileName: "deliverables",
  entry: (tier, clause) => (clause === null ? `${tier} tier` : `${tier} tier, clause ${clause}`),
};
