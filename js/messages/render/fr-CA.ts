import type { RenderMessages } from "./messages.js";

const and = new Intl.ListFormat("fr-CA", { type: "conjunction" });
const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const frCA: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source\u00a0: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectifs",
    caption: (measure) => `${measure}\u00a0: délai visé`,
    severity: "Gravité",
    target: (bound, duration) => (bound === "under" ? `moins de ${duration}` : `${duration} au plus`),
    notStated: "aucun objectif énoncé",
    standing: {
      contractual: (question, answer) => `${question} ${answer}\u00a0: les objectifs font partie du contrat.`,
      informational: (question, answer) => `${question} ${answer}\u00a0: les objectifs sont donnés à titre informatif.`,
    },
  },
  severities: { heading: "Ce que signifient les gravités", level: (level) => `priorité ${level}` },
  interpreted: {
    heading: "Là où le texte se tait",
    intro:
      "Les définitions ne couvrent pas toutes les situations. Là où elles se taisent, la gravité la plus sûre est retenue, et le résultat le dit.",
    severity: "Gravité",
    situation: "Réponses",
    answers: (answers) => and.format(answers.map((either) => or.format(either.map(quoted)))),
  },
  tiers: {
    heading: "Les niveaux de service",
    includes: (tier) => `Comprend tout ce que comprend le niveau ${lower(tier)}.`,
    alsoCalled: (names) => `aussi appelé ${or.format(names.map(quoted))}`,
  },
  recurring: {
    heading: "Ce qui revient",
    caption: "Ce qui revient, et à quelle fréquence",
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
  condition: (question, answers) =>
    `seulement si la réponse à ${quoted(question)} est ${or.format(answers.map(quoted))}`,
  clauses: { heading: "La description, clause par clause", linkTo: (clause) => `Lien vers ${clause}` },
  glossary: { heading: "Glossaire" },
};
