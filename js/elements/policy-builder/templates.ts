/** Policies to start from, as data. The measures, hours and answers are those that support contracts have most often. */

import { referencePolicy } from "../../index.js";
import type { JsonObject } from "../../text/policy-json.js";

/** Names of the templates, in the order in which they are offered. */
export const templateNames = [
  "hours",
  "around",
  "hours-and-critical",
  "follow-the-sun",
  "reference",
  "boreal",
  "nothing",
] as const;

export type TemplateName = (typeof templateNames)[number];

const tiers = [
  { id: "standard", name: { "fr-CA": "Standard", en: "Standard" } },
  { id: "premium", name: { "fr-CA": "Premium", en: "Premium" } },
];

const severities = [
  {
    id: "critical",
    level: 1,
    name: { "fr-CA": "Critique", en: "Critical" },
    definition: {
      "fr-CA": "Le service est en panne pour tous, ou un processus essentiel est arrêté.",
      en: "The service is down for everyone, or an essential process has stopped.",
    },
  },
  {
    id: "high",
    level: 2,
    name: { "fr-CA": "Élevée", en: "High" },
    definition: {
      "fr-CA": "Une fonction importante ne marche plus, ou beaucoup de personnes sont touchées.",
      en: "An important function does not work, or many people are affected.",
    },
  },
  {
    id: "medium",
    level: 3,
    name: { "fr-CA": "Moyenne", en: "Medium" },
    definition: {
      "fr-CA": "Une fonction marche mal, et il y a une solution de rechange.",
      en: "A function works badly, and there is a workaround.",
    },
  },
  {
    id: "low",
    level: 4,
    name: { "fr-CA": "Faible", en: "Low" },
    definition: {
      "fr-CA": "Une question, ou un défaut sans conséquence.",
      en: "A question, or a fault without consequence.",
    },
  },
];

const questions = [
  {
    id: "service",
    ordered: true,
    text: { "fr-CA": "Le service fonctionne-t-il?", en: "Does the service work?" },
    options: [
      { id: "works", text: { "fr-CA": "Oui", en: "Yes" }, weight: 4 },
      { id: "degraded", text: { "fr-CA": "En partie", en: "In part" }, weight: 4 },
      { id: "down", text: { "fr-CA": "Non", en: "No" }, weight: 2 },
    ],
  },
  {
    id: "reach",
    ordered: true,
    text: { "fr-CA": "Qui est touché?", en: "Who is affected?" },
    options: [
      { id: "one", text: { "fr-CA": "Une personne", en: "One person" }, weight: 5 },
      { id: "team", text: { "fr-CA": "Une équipe", en: "A team" }, weight: 3 },
      { id: "everyone", text: { "fr-CA": "Tout le monde", en: "Everyone" }, weight: 2 },
    ],
  },
];

const classification = {
  hitPolicy: "most-severe",
  rules: [
    { id: "down-for-everyone", when: { service: ["down"], reach: ["everyone"] }, severity: "critical" },
    { id: "down-for-some", when: { service: ["down"], reach: ["one", "team"] }, severity: "high" },
    { id: "degraded-for-everyone", when: { service: ["degraded"], reach: ["everyone"] }, severity: "high" },
    { id: "degraded-for-some", when: { service: ["degraded"], reach: ["one", "team"] }, severity: "medium" },
    { id: "a-question", when: { service: ["works"] }, severity: "low" },
  ],
};

const examples = [
  { name: "Down for everyone", answers: { service: "down", reach: "everyone" }, expect: { severity: "critical" } },
  { name: "Down for one person", answers: { service: "down", reach: "one" }, expect: { severity: "high" } },
  { name: "Degraded for everyone", answers: { service: "degraded", reach: "everyone" }, expect: { severity: "high" } },
  { name: "Degraded for a team", answers: { service: "degraded", reach: "team" }, expect: { severity: "medium" } },
  { name: "A question", answers: { service: "works" }, expect: { severity: "low" } },
];

const measures = [{ id: "initial-response", name: { "fr-CA": "Première réponse", en: "First response" } }];

const advice = [
  {
    id: "call",
    kind: "act",
    when: { severity: ["critical", "high"] },
    channel: "phone",
    text: { "fr-CA": "Appelez le centre de soutien.", en: "Call the support desk." },
  },
  {
    id: "write",
    kind: "act",
    when: { severity: ["medium", "low"] },
    channel: "portal",
    text: { "fr-CA": "Ouvrez un cas dans le portail.", en: "Open a case in the portal." },
  },
];

const channels = [
  { id: "phone", kind: "phone", name: { "fr-CA": "Téléphone", en: "Phone" } },
  { id: "portal", kind: "web", name: { "fr-CA": "Portail", en: "Portal" } },
];

const always = { name: { "fr-CA": "jour et nuit", en: "day and night" }, open: "24x7" };

const office = {
  name: { "fr-CA": "heures d’ouverture", en: "business hours" },
  zone: "America/Toronto",
  weekly: { "mon-fri": [["09:00", "17:00"]] },
  holidays: ["@ca-on"],
};

/** An objective for one tier and some severities. */
const objective = (
  id: string,
  tier: string,
  severities: string[],
  target: JsonObject,
  calendar: string,
): JsonObject => ({
  id,
  measure: "initial-response",
  tiers: [tier],
  severities,
  target,
  calendar,
});

const base = {
  languages: ["fr-CA", "en"],
  tiers,
  severities,
  questions,
  classification,
  measures,
  channels,
  advice,
  examples,
};

const title = { "fr-CA": "Notre soutien", en: "Our support" };

/** The templates that are data of their own. */
const documents: Record<Exclude<TemplateName, "reference" | "boreal">, JsonObject> = {
  hours: {
    id: "our-support",
    version: "1",
    title,
    ...base,
    calendars: { office },
    objectives: [
      objective("standard-critical", "standard", ["critical"], { within: "PT4H" }, "office"),
      objective("standard-high", "standard", ["high"], { within: "PT8H" }, "office"),
      objective("standard-others", "standard", ["medium", "low"], { businessDays: 2 }, "office"),
      objective("premium-critical", "premium", ["critical"], { within: "PT1H" }, "office"),
      objective("premium-high", "premium", ["high"], { within: "PT4H" }, "office"),
      objective("premium-others", "premium", ["medium", "low"], { businessDays: 1 }, "office"),
    ],
  },
  around: {
    id: "our-support",
    version: "1",
    title,
    ...base,
    calendars: { always },
    objectives: [
      objective("standard-critical", "standard", ["critical"], { within: "PT1H" }, "always"),
      objective("standard-high", "standard", ["high"], { within: "PT4H" }, "always"),
      objective("standard-others", "standard", ["medium", "low"], { within: "PT24H" }, "always"),
      objective("premium-critical", "premium", ["critical"], { within: "PT15M" }, "always"),
      objective("premium-high", "premium", ["high"], { within: "PT1H" }, "always"),
      objective("premium-others", "premium", ["medium", "low"], { within: "PT8H" }, "always"),
    ],
  },
  "hours-and-critical": {
    id: "our-support",
    version: "1",
    title,
    ...base,
    calendars: { office, always },
    objectives: [
      objective("standard-critical", "standard", ["critical"], { within: "PT2H" }, "always"),
      objective("standard-high", "standard", ["high"], { within: "PT4H" }, "office"),
      objective("standard-others", "standard", ["medium", "low"], { businessDays: 2 }, "office"),
      objective("premium-critical", "premium", ["critical"], { within: "PT30M" }, "always"),
      objective("premium-high", "premium", ["high"], { within: "PT2H" }, "office"),
      objective("premium-others", "premium", ["medium", "low"], { businessDays: 1 }, "office"),
    ],
  },
  "follow-the-sun": {
    id: "our-support",
    version: "1",
    title,
    ...base,
    context: [
      {
        id: "region",
        text: { "fr-CA": "Où êtes-vous?", en: "Where are you?" },
        options: [
          { id: "americas", text: { "fr-CA": "Amériques", en: "Americas" } },
          { id: "europe", text: { "fr-CA": "Europe, Moyen-Orient, Afrique", en: "Europe, Middle East, Africa" } },
          { id: "asia", text: { "fr-CA": "Asie-Pacifique", en: "Asia-Pacific" } },
        ],
      },
    ],
    calendars: {
      americas: { zone: "America/Toronto", weekly: { "mon-fri": [["09:00", "17:00"]] } },
      europe: { zone: "Europe/Paris", weekly: { "mon-fri": [["09:00", "17:00"]] } },
      asia: { zone: "Asia/Singapore", weekly: { "mon-fri": [["09:00", "17:00"]] } },
      local: { by: "region", values: { americas: "americas", europe: "europe", asia: "asia" } },
      always,
    },
    objectives: [
      objective("standard-critical", "standard", ["critical"], { within: "PT1H" }, "always"),
      objective("standard-high", "standard", ["high"], { within: "PT4H" }, "local"),
      objective("standard-others", "standard", ["medium", "low"], { businessDays: 1 }, "local"),
      objective("premium-critical", "premium", ["critical"], { within: "PT15M" }, "always"),
      objective("premium-high", "premium", ["high"], { within: "PT1H" }, "always"),
      objective("premium-others", "premium", ["medium", "low"], { within: "PT4H" }, "local"),
    ],
  },
  nothing: { id: "our-support", version: "1", title: {}, languages: [], severities: [] },
};

/** Returns a template; `language` is that of the builder, in which a policy from nothing begins. */
export async function templateNamed(name: TemplateName, language: string): Promise<string | JsonObject> {
  if (name === "boreal") {
    // Few authors need it, so it is loaded on demand.
    const { borealCareText } = await import("../../generated/boreal-care.js");
    return JSON.parse(borealCareText) as JsonObject;
  }
  if (name === "reference") {
    const policy = referencePolicy();
    try {
      return policy.toJSON() as unknown as JsonObject;
    } finally {
      policy.free();
    }
  }
  if (name !== "nothing") return documents[name];
  return {
    ...documents.nothing,
    languages: [/^en\b/i.test(language) ? "en" : "fr-CA"],
    measures: [
      {
        id: "initial-response",
        name: /^en\b/i.test(language) ? { en: "First response" } : { "fr-CA": "Première réponse" },
      },
    ],
  };
}
