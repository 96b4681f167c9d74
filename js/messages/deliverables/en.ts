import type { DeliverablesMessages } from "./index.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (text: string) => `“${text}”`;

export const en: DeliverablesMessages = {
  tier: "Service tier",
  from: "First day",
  until: "Period",
  time: "Time of the meetings (optional)",
  timeHelp: "Without a time, the entries last all day.",
  zone: "Time zone of the meetings",
  badZone: "Choose a time zone, such as America/Toronto.",
  months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? "year" : "years"}` : `${count} months`),
  badPeriod: "Choose a first day between 1970 and 2199.",
  caption: (tier) => `Recurring services (service tier: ${tier})`,
  columns: { what: "Service", cadence: "How often", next: "Next date" },
  cadence: {
    continuous: "Ongoing",
    daily: "Every day",
    weekly: "Every week",
    monthly: "Every month",
    quarterly: "Every quarter",
    yearly: "Every year",
  },
  dates: (count) => (count === 1 ? "1 more date" : `${count} more dates`),
  condition: (question, answers) => `Only if you answer ${or.format(answers.map(quoted))} to ${quoted(question)}`,
  month: {
    heading: "Month by month",
    before: "Previous month",
    after: "Next month",
    nothing: "Nothing this month.",
    daily: (names) => `Every day (not shown here): ${and.format(names)}.`,
  },
  continuous: (names) => `Ongoing, with no set dates: ${and.format(names)}.`,
  nothing: "There are no recurring services in this tier.",
  download: "Add to my calendar",
  downloadHelp:
    "One file (.ics) holds every entry. After a change, open the new file: it replaces the earlier entries.",
  fileName: "recurring-services",
  entry: (tier, clause) => (clause === null ? `Service tier: ${tier}` : `Service tier: ${tier} (clause ${clause})`),
};
