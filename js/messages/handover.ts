/** The texts of a case that is handed over. */

import { messagesByLanguage } from "../text/lookup.js";

export interface HandoverMessages {
  /** First line: the priority, or the severity with the subject. */
  summary(severity: string, level: number | null, subject: string): string;
  line(name: string, value: string): string;
  /** A question with its answer on one line. */
  answered(question: string, answer: string): string;
  severity: string;
  /** The severity that follows from the answers, if the customer has assigned another. */
  recommended: string;
  tier: string;
  /** The severity as which the tier files the case. */
  filedAs: string;
  submitted: string;
  /** Number of the case at the support desk. */
  number: string;
  /** Phone number of the support desk. */
  call: string;
  link: string;
  contact: string;
  description: string;
  troubleshooting: string;
  justification: string;
  answers: string;
  context: string;
  reference: string;
  /** The moment by its kind of bound. */
  due(bound: "under" | "within", moment: string): string;
  /** The due time of a case that is late. */
  late(due: string, by: string): string;
  /** Name of the advice for a case that nobody answers in time. */
  ifNobody: string;
  /** Answer of a customer who was not sure. */
  notSure: string;
  notStated: string;
  /** Whether the objectives are contractual for the customer; unspecified: the seller is unknown. True under every policy. */
  standing: Record<"contractual" | "informational" | "unspecified", string>;
  escalation: {
    title: string;
    /** The request of a policy that gives no words for it; `procedure` is its advice about escalation. */
    ask(procedure: string | null, clause: string | null): string;
    /** The deadline and by how much it has passed; `moment` is a date with its time. */
    overdue(measure: string, moment: string, by: string): string;
    running(measure: string, moment: string): string;
    counted: string;
    stretch(from: string, to: string, kind: string): string;
    kinds: Record<"counted" | "closed" | "holiday" | "paused", string>;
  };
  /** Title of the entry in a calendar. */
  event(measure: string, severity: string): string;
}

/** The number of a severity with its name in brackets: "1 (Critical)". A policy may leave out the number. */
export const levelled = (level: number | null, name: string): string => (level === null ? name : `${level} (${name})`);

export const frCA: HandoverMessages = {
  summary: (severity, level, subject) => {
    if (subject !== "") return `${severity}\u00a0: ${subject}`;
    return level === null ? `Cas (gravité\u00a0: ${severity})` : `Cas de priorité ${level} (${severity})`;
  },
  line: (name, value) => `${name}\u00a0: ${value}`,
  answered: (question, answer) => (question.endsWith("?") ? `${question} ${answer}` : `${question}\u00a0: ${answer}`),
  severity: "Priorité",
  recommended: "Priorité selon les réponses",
  tier: "Niveau de service",
  filedAs: "Gravité prise en compte à ce niveau",
  submitted: "Soumis",
  number: "Numéro du cas",
  call: "Soutien technique",
  link: "Lien",
  contact: "Personne à joindre",
  description: "Description",
  troubleshooting: "Premières notes de dépannage",
  justification: "Justification de la priorité",
  answers: "Réponses",
  context: "Situation",
  reference: "Référence",
  due: (bound, moment) => (bound === "under" ? `avant le ${moment}` : `au plus tard le ${moment}`),
  late: (due, by) => `${due} (en retard de ${by})`,
  ifNobody: "Si personne n’a répondu d’ici là",
  notSure: "Je ne sais pas",
  notStated: "aucun objectif énoncé",
  standing: {
    contractual: "Les objectifs font partie du contrat.",
    informational:
      "Les objectifs sont donnés à titre informatif\u00a0: le contrat, s’il y en a un, est celui de l’entreprise qui a vendu le service.",
    unspecified:
      "Selon l’entreprise qui a vendu le service, les objectifs peuvent n’être donnés qu’à titre informatif.",
  },
  escalation: {
    title: "Demande de remontée",
    ask: (procedure, clause) =>
      procedure === null
        ? "Je demande que ce cas soit remonté."
        : `Je demande que ce cas soit remonté, selon votre procédure${clause === null ? "" : ` (clause ${clause})`}\u00a0: «\u00a0${procedure}\u00a0»`,
    overdue: (measure, moment, by) =>
      `${measure}\u00a0: l’échéance était le ${moment}; elle est dépassée depuis ${by}.`,
    running: (measure, moment) => `${measure}\u00a0: l’échéance est le ${moment}.`,
    counted: "Décompte du temps",
    stretch: (from, to, kind) => `du ${from} au ${to}\u00a0: ${kind}`,
    kinds: { counted: "compté", closed: "fermé", holiday: "férié", paused: "suspendu" },
  },
  event: (measure, severity) => `${measure}\u00a0: échéance (priorité\u00a0: ${severity})`,
};

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

export const handoverMessagesFor = messagesByLanguage(frCA, en);
