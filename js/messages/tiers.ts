/** The texts of `<slo-tiers>`. */

import { messagesByLanguage } from "../text/lookup.js";

export interface TiersMessages {
  filter: string;
  /** The option that leaves a question open. */
  any: string;
  caption: string;
  feature: string;
  /** Heading of the services that a tier adds to those below it. */
  from(tier: string): string;
  /** Heading of the terms and the exclusions that a tier adds. */
  termsFrom(tier: string): string;
  /**
   * Whether a tier includes a service, or whether a term or an exclusion applies in it; "excluded" by the answers of the customer,
   * "absent" from the tier.
   */
  stateOf(kind: "service" | "term" | "exclusion", state: "included" | "conditional" | "excluded" | "absent"): string;
  /** The tiers beside each other in a few lines. */
  summary: {
    heading: string;
    recurring: string;
    /** The number of recurring services with a cadence. */
    times(count: number, cadence: string): string;
    target(severities: string[], target: string): string;
    notStated: string;
  };
  compare: {
    heading: string;
    intro: string;
    severity: string;
    caption(severity: string): string;
    tier: string;
    /** Compared with the customer’s own tier. */
    sooner(duration: string): string;
    yours: string;
    notStated: string;
  };
}

const frenchStates = {
  service: { included: "Compris", conditional: "Sous condition", excluded: "Sans objet", absent: "Non compris" },
  term: { included: "S’applique", conditional: "Sous condition", excluded: "Sans objet", absent: "Sans objet" },
  exclusion: { included: "Exclu", conditional: "Sous condition", excluded: "Sans objet", absent: "Sans objet" },
};

export const frCA: TiersMessages = {
  filter: "Ce qui s’applique à vous",
  any: "Non précisé",
  caption: "Ce que comprend chaque niveau",
  feature: "Service",
  from: (tier) => `À partir du niveau «\u00a0${tier}\u00a0»`,
  termsFrom: (tier) => `Conditions et exclusions, à partir du niveau «\u00a0${tier}\u00a0»`,
  summary: {
    heading: "Ce qu’ajoute chaque niveau",
    recurring: "Services récurrents",
    times: (count, cadence) => `${count}\u00a0${cadence}`,
    target: (severities, target) => `${severities.join(", ")}\u00a0: ${target}`,
    notStated: "aucun objectif énoncé",
  },
  stateOf: (kind, state) => frenchStates[kind][state],
  compare: {
    heading: "Que changerait un autre niveau?",
    intro: "Le même cas, soumis au même moment, à chaque niveau de service.",
    severity: "Gravité du cas",
    caption: (severity) => `Délais selon le niveau de service (gravité\u00a0: ${severity})`,
    tier: "Niveau",
    sooner: (duration) => `${duration} plus tôt`,
    yours: "votre niveau",
    notStated: "non énoncé ici",
  },
};

const englishStates = {
  service: { included: "Included", conditional: "Conditional", excluded: "Does not apply", absent: "Not included" },
  term: { included: "Applies", conditional: "Conditional", excluded: "Does not apply", absent: "Does not apply" },
  exclusion: { included: "Excluded", conditional: "Conditional", excluded: "Does not apply", absent: "Does not apply" },
};

export const en: TiersMessages = {
  filter: "What applies to you",
  any: "Not specified",
  caption: "What each tier includes",
  feature: "Service",
  from: (tier) => `Starting with ${tier}`,
  termsFrom: (tier) => `Terms and exclusions, starting with ${tier}`,
  summary: {
    heading: "What each tier adds",
    recurring: "Recurring services",
    times: (count, cadence) => `${count}\u00a0${cadence}`,
    target: (severities, target) => `${severities.join(", ")}: ${target}`,
    notStated: "no objective stated",
  },
  stateOf: (kind, state) => englishStates[kind][state],
  compare: {
    heading: "What would another tier change?",
    intro: "The same case, submitted at the same moment, in each tier.",
    severity: "Severity of the case",
    caption: (severity) => `Response times by tier (severity: ${severity})`,
    tier: "Tier",
    sooner: (duration) => `${duration} sooner`,
    yours: "your tier",
    notStated: "not stated here",
  },
};

export const tiersMessagesFor = messagesByLanguage(frCA, en);
