/** Phrases that several messages share: lists, quotation marks, how often a service recurs, and the condition of a feature. */

import type { Cadence } from "../document.js";
import { lists, messagesByLanguage } from "../text/lookup.js";

export interface Phrases {
  /** "a, b and c". */
  and(texts: readonly string[]): string;
  /** "a, b or c". */
  or(texts: readonly string[]): string;
  quoted(text: string): string;
  /** How often a service recurs, in lower case. */
  cadence: Record<Cadence, string>;
  /** The answers to a context question with which a feature applies, in lower case. */
  condition(question: string, answers: readonly string[]): string;
}

const frenchOr = lists("fr-CA", "disjunction");
const frenchQuoted = (text: string) => `«\u00a0${text}\u00a0»`;

export const frCA: Phrases = {
  and: lists("fr-CA", "conjunction"),
  or: frenchOr,
  quoted: frenchQuoted,
  cadence: {
    continuous: "en continu",
    daily: "chaque jour",
    weekly: "chaque semaine",
    monthly: "chaque mois",
    quarterly: "chaque trimestre",
    yearly: "chaque année",
  },
  condition: (question, answers) =>
    `seulement si vous répondez ${frenchOr(answers.map(frenchQuoted))} à la question ${frenchQuoted(question)}`,
};

const englishOr = lists("en", "disjunction");
const englishQuoted = (text: string) => `“${text}”`;

export const en: Phrases = {
  and: lists("en", "conjunction"),
  or: englishOr,
  quoted: englishQuoted,
  cadence: {
    continuous: "ongoing",
    daily: "every day",
    weekly: "every week",
    monthly: "every month",
    quarterly: "every quarter",
    yearly: "every year",
  },
  condition: (question, answers) =>
    `only if you answer ${englishOr(answers.map(englishQuoted))} to ${englishQuoted(question)}`,
};

/** The phrases in the language nearest to a BCP 47 tag. */
export const phrasesFor = messagesByLanguage(frCA, en);
