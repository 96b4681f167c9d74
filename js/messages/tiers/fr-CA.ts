import type { TiersMessages } from "./index.js";

const or = new Intl.ListFormat("fr-CA", { type: "disjunction" });

const states = {
  service: { included: "Compris", conditional: "Sous condition", excluded: "Non compris" },
  term: { included: "S’applique", conditional: "Sous condition", excluded: "Sans objet" },
  exclusion: { included: "Exclu", conditional: "Sous condition", excluded: "Sans objet" },
};

export const frCA: TiersMessages = {
  filter: "Ce qui s’applique à vous",
  any: "Non précisé",
  caption: "Ce que comprend chaque niveau",
  feature: "Service",
  from: (tier) => `À partir du niveau «\u00a0${tier}\u00a0»`,
  stateOf: (kind, state) => states[kind][state],
  condition: (question, answers) =>
    `seulement si vous répondez ${or.format(answers.map((each) => `«\u00a0${each}\u00a0»`))} à la question «\u00a0${question}\u00a0»`,
  cadence: {
    continuous: "en continu",
    daily: "chaque jour",
    weekly: "chaque semaine",
    monthly: "chaque mois",
    quarterly: "chaque trimestre",
    yearly: "chaque année",
  },
  compare: {
    heading: "Que changerait un autre niveau?",
    intro: "Le même cas, soumis au même moment, à chaque niveau de service.",
    severity: "Gravité du cas",
    caption: (severity) => `Délais selon le niveau de service (gravité\u00a0: ${severity})`,
    tier: "Niveau",
    target: "Objectif",
    due: "S’il est soumis maintenant",
    sooner: (duration) => `${duration} plus tôt`,
    yours: "votre niveau",
    notStated: "non énoncé ici",
  },
};
