import type { RenderMessages } from "./index.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (text: string) => `“${text}”`;

export const en: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectives",
    caption: (measure) => `${measure}: target`,
    severity: "Severity",
    target: (bound, duration) => (bound === "under" ? `less than ${duration}` : `within ${duration}`),
    notStated: "no objective stated",
    standing: {
      contractual: (question, answer) => `${question} ${answer}: the objectives are part of the contract.`,
      informational: (question, answer) => `${question} ${answer}: the objectives are for information only.`,
    },
  },
  severities: { heading: "What the severity levels mean", level: (level) => `priority ${level}` },
  interpreted: {
    heading: "What the description does not cover",
    intro:
      "The definitions do not cover every situation. The situations below are interpreted cautiously, and the result says so.",
    severity: "Severity",
    situation: "Answers",
    answers: (answers) => and.format(answers.map((either) => or.format(either.map(quoted)))),
  },
  tiers: {
    heading: "Service tiers",
    includes: (tier) => `Includes everything in ${tier}.`,
    alsoCalled: (names) => `also called ${or.format(names.map(quoted))}`,
  },
  recurring: {
    heading: "Recurring services",
    caption: "Recurring services and how often they take place",
    what: "Service",
    cadence: "How often",
    tier: "Starting with tier",
  },
  cadence: {
    continuous: "ongoing",
    daily: "every day",
    weekly: "every week",
    monthly: "every month",
    quarterly: "every quarter",
    yearly: "every year",
  },
  exclusion: "excluded",
  condition: (question, answers) => `only if you answer ${or.format(answers.map(quoted))} to ${quoted(question)}`,
  note: (name, notes) => (notes.length === 0 ? name : `${name}: ${notes.join("; ")}`),
  clauses: { heading: "The description, clause by clause", linkTo: (clause) => `Link to clause ${clause}` },
  glossary: { heading: "Glossary" },
};
