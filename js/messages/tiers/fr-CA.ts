import type { TiersMessages } from "./messages.js";

const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });

export const frCA: TiersMessages = {
  filter: "Ce qui s’applique à vous",
  any: "Peu importe",
  caption: "Ce que comprend chaque niveau",
  feature: "Service",
  from: (tier) => `À partir du niveau ${tier.charAt(0).toLowerCase()}${tier.slice(1)}`,
  state: { included: "Compris", conditional: "Sous condition", excluded: "Non compris" },
  condition: (question, answers) =>
    `Seulement si la réponse à «\u00a0${question}\u00a0» est ${or.format(answers.map((each) => `«\u00a0${each}\u00a0»`))}`,
  cadence: {
    continuous: "en tout temps",
    daily: "chaque jour",
    weekly: "chaque semaine",
    monthly: "chaque mois",
    quarterly: "chaque trimestre",
    yearly: "chaque année",
  },
  compare: {
    heading: "Que changerait un autre niveau?",
    intro: "Le même cas, soumis au même moment, à chaque niveau.",
    severity: "Gravité du cas",
    caption: (severity) => `Réponse à un cas de gravité\u00a0: ${severity.charAt(0).toLowerCase()}${severity.slice(1)}`,
    tier: "Niveau",
    target: "Objectif",
    due: "S’il est soumis maintenant",
    sooner: (duration) => `${duration} plus tôt`,
    yours: "votre niveau",
    notStated: "non énoncé ici",
  },
};
