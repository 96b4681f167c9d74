import type { HandoverMessages } from "../handover.js";

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
