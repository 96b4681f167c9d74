import type { RenderMessages } from "./index.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

export const frCA: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source\u00a0: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectifs",
    caption: (measure) => `${measure}\u00a0: délai cible`,
    severity: "Gravité",
    target: (bound, duration) => (bound === "under" ? `moins de ${duration}` : `${duration} au plus`),
    notStated: "aucun objectif énoncé",
    standing: {
      contractual: (question, answer) => `${question} ${answer}\u00a0: les objectifs font partie du contrat.`,
      informational: (question, answer) => `${question} ${answer}\u00a0: les objectifs sont donnés à titre informatif.`,
    },
  },
  severities: { heading: "Ce que signifient les niveaux de gravité", level: (level) => `priorité ${level}` },
  interpreted: {
    heading: "Ce que la description ne prévoit pas",
    intro:
      "Les définitions ne couvrent pas toutes les situations. Les situations ci-dessous sont interprétées avec prudence, et le résultat l’indique.",
    severity: "Gravité",
    situation: "Réponses",
    answers: (answers) => and.format(answers.map((either) => or.format(either.map(quoted)))),
  },
  tiers: {
    heading: "Niveaux de service",
    includes: (tier) => `Comprend tout ce que comprend le niveau ${quoted(tier)}.`,
    alsoCalled: (names) => `aussi appelé ${or.format(names.map(quoted))}`,
  },
  recurring: {
    heading: "Services récurrents",
    caption: "Services récurrents et fréquence",
    what: "Service",
    cadence: "Fréquence",
    tier: "À partir du niveau",
  },
  cadence: {
    continuous: "en continu",
    daily: "chaque jour",
    weekly: "chaque semaine",
    monthly: "chaque mois",
    quarterly: "chaque trimestre",
    yearly: "chaque année",
  },
  exclusion: "exclusion",
  condition: (question, answers) =>
    `seulement si vous répondez ${or.format(answers.map(quoted))} à la question ${quoted(question)}`,
  note: (name, notes) => (notes.length === 0 ? name : `${name}\u00a0: ${notes.join("; ")}`),
  clauses: { heading: "La description, clause par clause", linkTo: (clause) => `Lien vers la clause ${clause}` },
  glossary: { heading: "Glossaire" },
};
