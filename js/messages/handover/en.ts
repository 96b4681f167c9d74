import type { HandoverMessages } from "./messages.js";

export const en: HandoverMessages = {
  summary: (severity, subject) => (subject === "" ? `${severity} case` : `${severity}: ${subject}`),
  line: (name, value) => `${name}: ${value}`,
  severity: "Priority",
  recommended: "Priority by the answers",
  tier: "Service tier",
  submitted: "Submitted",
  contact: "Contact",
  description: "Description",
  troubleshooting: "First troubleshooting notes",
  justification: "Why this priority",
  answers: "Answers",
  context: "Situation",
  reference: "Reference",
  due: (bound, moment) => (bound === "under" ? `before ${moment}` : `by ${moment}`),
  notStated: "no objective is stated",
  standing: {
    contractual: "The objectives are part of the contract.",
    informational: "The objectives are for information only: the contract, if any, is the reseller’s.",
    unspecified: "Where a reseller sold the service, the objectives are for information only.",
  },
  escalation: {
    title: "Request for escalation",
    overdue: (measure, due, by) => `${measure} was due ${due}; that is ${by} ago.`,
    running: (measure, due) => `${measure} is due ${due}.`,
    counted: "How the time was counted",
    stretch: (from, to, kind) => `${from} to ${to}: ${kind}`,
    kinds: { counted: "counted", closed: "closed", holiday: "holiday", paused: "paused" },
  },
  event: (measure, severity) => `${measure}: ${severity} case`,
};
