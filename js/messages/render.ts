/** The texts around those of a policy that is written as a document. */

import type { Goal, GoalBelow } from "../document.js";
import type { Block } from "../render/blocks.js";
import { messagesByLanguage } from "../text/lookup.js";
import { en as english, frCA as french } from "./phrases.js";

export interface RenderMessages {
  /** The document that the policy comes from. */
  source(title: string, href: string | undefined): Block[];
  objectives: {
    heading: string;
    caption(measure: string): string;
    severity: string;
    target(bound: "under" | "within", amount: string, hours?: string): string;
    /** The policy states explicitly that there is no objective. */
    notStated: string;
    /** In place of a target: the tier does not offer this severity. */
    filedAs(severity: string): string;
    /** The start of a measure, null for the submission; whether it begins again at each stop, and the end of that. */
    start(measure: string, start: string | null, repeats: boolean, until: string | null): string;
    /** Whether the objectives are contractual for a customer with this answer to a context question (P2, P3). */
    standing: Record<"contractual" | "informational", (question: string, answer: string) => string>;
  };
  /** A goal of some measures, and the severities and tiers that count if others do not. */
  goal(measures: string, some: readonly string[], goal: Goal): string;
  severities: { heading: string; level(level: number): string };
  /** Combinations of answers that no definition covers. */
  interpreted: {
    heading: string;
    intro: string;
    severity: string;
    situation: string;
    answers(answers: string[][]): string;
  };
  tiers: { heading: string; includes(tier: string): string; alsoCalled(names: string[]): string };
  /** Services that are delivered again and again. */
  recurring: { heading: string; caption: string; what: string; cadence: string; tier: string };
  /** The channels of the support desk. */
  contacts: { heading: string };
  /** Marks a feature that the services leave out. */
  exclusion: string;
  /** A feature with its notes, beside another feature of the same clause. */
  note(name: string, notes: string[]): string;
  clauses: { heading: string; linkTo(clause: string): string };
  glossary: { heading: string };
}

/** Writes a percentage with the decimals that it has. */
const percentage = (language: string, percent: number): string =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 3 })
    .format(percent / 100)
    .replaceAll(/[ \u202f]/g, "\u00a0");

/** Writes a day of every year, such as "--04-01". */
const dayOfYear = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.parse(`2000${day.slice(1)}T00:00:00Z`),
  );

export const frCA: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source\u00a0: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectifs",
    caption: (measure) => `${measure}\u00a0: délai cible`,
    severity: "Gravité",
    target: (bound, amount, hours = "") =>
      bound === "under" ? `moins de ${amount}${hours}` : `${amount} au plus${hours}`,
    notStated: "aucun objectif énoncé",
    filedAs: (severity) => `classé comme «\u00a0${severity}\u00a0»`,
    start: (measure, start, repeats, until) =>
      `${[
        `${french.quoted(measure)} se compte à partir de ${start === null ? "la soumission" : french.quoted(start)}`,
        ...(repeats ? [`puis de nouveau à partir de chaque ${french.quoted(measure)}`] : []),
        ...(until === null ? [] : [`jusqu’à ${french.quoted(until)}`]),
      ].join(", ")}.`,
    standing: {
      contractual: (question, answer) => `${question} ${answer}\u00a0: les objectifs font partie du contrat.`,
      informational: (question, answer) => `${question} ${answer}\u00a0: les objectifs sont donnés à titre informatif.`,
    },
  },
  goal(measures, some, goal) {
    const rule = ({ percent, misses = 0 }: GoalBelow) =>
      percent === undefined
        ? `au plus ${misses} cas ${misses < 2 ? "manqué" : "manqués"}`
        : `objectif respecté dans au moins ${percentage("fr-CA", percent)} des cas`;
    const periods = { week: " par semaine", month: " par mois", quarter: " par trimestre", year: " par année" };
    const { over, atLeast, below, yearStarts } = goal;
    return `${[
      `${measures}${some.length === 0 ? "" : ` (${some.join("; ")})`}\u00a0: ${rule(goal)}${over === undefined ? "" : periods[over]}`,
      ...(below === undefined ? [] : [`si moins de ${atLeast ?? 0} cas comptent, ${rule(below)}`]),
      ...(yearStarts === undefined
        ? []
        : [`l’année commence le ${dayOfYear("fr-CA", yearStarts).replace(/^1(?=\s)/, "1er")}`]),
    ].join("; ")}.`;
  },
  severities: { heading: "Ce que signifient les niveaux de gravité", level: (level) => `priorité ${level}` },
  interpreted: {
    heading: "Ce que la description ne prévoit pas",
    intro:
      "Les définitions ne couvrent pas toutes les situations. Les situations ci-dessous sont interprétées avec prudence, et le résultat l’indique.",
    severity: "Gravité",
    situation: "Réponses",
    answers: (answers) => french.and(answers.map((either) => french.or(either.map(french.quoted)))),
  },
  tiers: {
    heading: "Niveaux de service",
    includes: (tier) => `Comprend tout ce que comprend le niveau ${french.quoted(tier)}.`,
    alsoCalled: (names) => `aussi appelé ${french.or(names.map(french.quoted))}`,
  },
  recurring: {
    heading: "Services récurrents",
    caption: "Services récurrents et fréquence",
    what: "Service",
    cadence: "Fréquence",
    tier: "À partir du niveau",
  },
  contacts: { heading: "Joindre le centre de soutien" },
  exclusion: "exclusion",
  note: (name, notes) => (notes.length === 0 ? name : `${name}\u00a0: ${notes.join("; ")}`),
  clauses: { heading: "La description, clause par clause", linkTo: (clause) => `Lien vers la clause ${clause}` },
  glossary: { heading: "Glossaire" },
};

export const en: RenderMessages = {
  source: (title, href) => [
    { kind: "paragraph", text: ["Source: ", href === undefined ? title : { link: href, text: title }] },
  ],
  objectives: {
    heading: "Objectives",
    caption: (measure) => `${measure}: target`,
    severity: "Severity",
    target: (bound, amount, hours = "") =>
      bound === "under" ? `less than ${amount}${hours}` : `within ${amount}${hours}`,
    notStated: "no objective stated",
    filedAs: (severity) => `filed as “${severity}”`,
    start: (measure, start, repeats, until) =>
      `${[
        `${english.quoted(measure)} counts from ${start === null ? "the submission" : english.quoted(start)}`,
        ...(repeats ? [`then again from each ${english.quoted(measure)}`] : []),
        ...(until === null ? [] : [`until ${english.quoted(until)}`]),
      ].join(", ")}.`,
    standing: {
      contractual: (question, answer) => `${question} ${answer}: the objectives are part of the contract.`,
      informational: (question, answer) => `${question} ${answer}: the objectives are for information only.`,
    },
  },
  goal(measures, some, goal) {
    const rule = ({ percent, misses = 0 }: GoalBelow) =>
      percent === undefined
        ? `at most ${misses} ${misses === 1 ? "case" : "cases"} missed`
        : `met in at least ${percentage("en-CA", percent)} of cases`;
    const periods = { week: " each week", month: " each month", quarter: " each quarter", year: " each year" };
    const { over, atLeast, below, yearStarts } = goal;
    return `${[
      `${measures}${some.length === 0 ? "" : ` (${some.join("; ")})`}: ${rule(goal)}${over === undefined ? "" : periods[over]}`,
      ...(below === undefined ? [] : [`if fewer than ${atLeast ?? 0} cases count, ${rule(below)}`]),
      ...(yearStarts === undefined ? [] : [`the year starts on ${dayOfYear("en-CA", yearStarts)}`]),
    ].join("; ")}.`;
  },
  severities: { heading: "What the severity levels mean", level: (level) => `priority ${level}` },
  interpreted: {
    heading: "What the description does not cover",
    intro:
      "The definitions do not cover every situation. The situations below are interpreted cautiously, and the result says so.",
    severity: "Severity",
    situation: "Answers",
    answers: (answers) => english.and(answers.map((either) => english.or(either.map(english.quoted)))),
  },
  tiers: {
    heading: "Service tiers",
    includes: (tier) => `Includes everything in ${tier}.`,
    alsoCalled: (names) => `also called ${english.or(names.map(english.quoted))}`,
  },
  recurring: {
    heading: "Recurring services",
    caption: "Recurring services and how often they take place",
    what: "Service",
    cadence: "How often",
    tier: "Starting with tier",
  },
  contacts: { heading: "Contact the support desk" },
  exclusion: "excluded",
  note: (name, notes) => (notes.length === 0 ? name : `${name}: ${notes.join("; ")}`),
  clauses: { heading: "The description, clause by clause", linkTo: (clause) => `Link to clause ${clause}` },
  glossary: { heading: "Glossary" },
};

export const renderMessagesFor = messagesByLanguage(frCA, en);
