import type { HandoverMessages } from "./messages.js";

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const frCA: HandoverMessages = {
  summary: (severity, subject) =>
    subject === "" ? `Cas de priorité ${lower(severity)}` : `${severity}\u00a0: ${subject}`,
  line: (name, value) => `${name}\u00a0: ${value}`,
  severity: "Priorité",
  recommended: "Priorité selon les réponses",
  tier: "Niveau de service",
  submitted: "Soumis",
  contact: "Contact",
  description: "Description",
  troubleshooting: "Premières notes de dépannage",
  justification: "Pourquoi cette priorité",
  answers: "Réponses",
  context: "Situation",
  reference: "Référence",
  due: (bound, moment) => (bound === "under" ? `avant le ${moment}` : `au plus tard le ${moment}`),
  notStated: "aucun objectif n’est énoncé",
  standing: {
    contractual: "Les objectifs font partie du contrat.",
    informational:
      "Les objectifs sont donnés à titre informatif\u00a0: le contrat, s’il y en a un, est celui du revendeur.",
    unspecified: "Si un revendeur a vendu le service, les objectifs sont donnés à titre informatif seulement.",
  },
  escalation: {
    title: "Demande de remontée",
    overdue: (measure, due, by) => `${measure}\u00a0: attendue ${due}; c’était il y a ${by}.`,
    running: (measure, due) => `${measure}\u00a0: attendue ${due}.`,
    counted: "Comment le temps a été compté",
    stretch: (from, to, kind) => `du ${from} au ${to}\u00a0: ${kind}`,
    kinds: { counted: "compté", closed: "fermé", holiday: "férié", paused: "suspendu" },
  },
  event: (measure, severity) => `${measure}\u00a0: cas de priorité ${lower(severity)}`,
};
