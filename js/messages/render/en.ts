import type { RenderMessages } from "./messages.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (text: string) => `“${text}”`;

export const en: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectives",
    caption: (measure) => `${measure}: target time`,
    severity: "Severity",
    target: (bound, duration) => (bound === "under" ? `less than ${duration}` : `within ${duration}`),
    notStated: "no objective stated",
    standing: {
      contractual: (question, answer) => `${question} ${answer}: the objectives are part of the contract.`,
      informational: (question, answer) => `${question} ${answer}: the objectives are for information only.`,
    },
  },
  severities: { heading: "What the severities mean", level: (level) => `priority ${level}` },
  interpreted: {
    heading: "Where the text is silent",
    intro:
      "The definitions do not cover every situation. Where they are silent, the safer severity is taken, and the result says so.",
    severity: "Severity",
    situation: "Answers",
    answers: (answers) => and.format(answers.map((either) => or.format(either.map(quoted)))),
  },
  tiers: {
    heading: "Service tiers",
    includes: (tier) => `Includes everything in the ${tier} tier.`,
    alsoCalled: (names) => `also called ${or.format(names.map(quoted))}`,
  },
  recurring: {
    heading: "What recurs",
    caption: "What recurs, and how often",
    what: "Service",
    cadence: "How often",
    tier: "From the tier",
  },
  cadence: {
    continuous: "continuously",
    daily: "every day",
    weekly: "every week",
    monthly: "every month",
    quarterly: "every quarter",
    yearly: "every year",
  },
  condition: (question, answers) => `only where the answer to ${quoted(question)} is ${or.format(answers.map(quoted))}`,
  clauses: { heading: "The description, clause by clause", linkTo: (clause) => `Link to ${clause}` },
  glossary: { heading: "Glossary" },
};
