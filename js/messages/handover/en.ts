import type { HandoverMessages } from "../handover.js";

export const en: HandoverMessages = {
  summary: (severity, level, subject) => {
    if (subject !== "") return `${severity}: ${subject}`;
    return level === null ? `Case (severity: ${severity})` : `Priority ${level} (${severity}) case`;
  },
  line: (name, value) => `${name}: ${value}`,
  answered: (question, answer) => (question.endsWith("?") ? `${question} ${answer}` : `${question}: ${answer}`),
  severity: "Priority",
  recommended: "Priority based on the answers",
  tier: "Service tier",
  filedAs: "Filed in this tier as",
  submitted: "Submitted",
  number: "Case number",
  call: "Support desk",
  link: "Link",
  contact: "Contact",
  description: "Description",
  troubleshooting: "First troubleshooting notes",
  justification: "Reason for this priority",
  answers: "Answers",
  context: "Situation",
  reference: "Reference",
  due: (bound, moment) => (bound === "under" ? `before ${moment}` : `by ${moment}`),
  late: (due, by) => `${due} (overdue by ${by})`,
  ifNobody: "If nobody has answered by then",
  notSure: "I am not sure",
  notStated: "no objective stated",
  standing: {
    contractual: "The objectives are part of the contract.",
    informational:
      "The objectives are for information only: the contract, if any, is with the company that sold the service.",
    unspecified: "Depending on who sold the service, the objectives may be for information only.",
  },
  escalation: {
    title: "Escalation request",
    ask: (procedure, clause) =>
      procedure === null
        ? "Please escalate this case."
        : `Please escalate this case, by your procedure${clause === null ? "" : ` (clause ${clause})`}: “${procedure}”`,
    overdue: (measure, moment, by) => `${measure}: the deadline was ${moment}; it passed ${by} ago.`,
    running: (measure, moment) => `${measure}: the deadline is ${moment}.`,
    counted: "How the time was counted",
    stretch: (from, to, kind) => `${from} to ${to}: ${kind}`,
    kinds: { counted: "counted", closed: "closed", holiday: "holiday", paused: "paused" },
  },
  event: (measure, severity) => `${measure} due (priority: ${severity})`,
};
