/** Pages and languages of the site, and the policy as the pages ask it: texts, clauses in groups, targets by tier and severity. */

import type { Clause, PolicyDocument } from "../js/document.js";
import { nearestTag, textIn as textOfAny } from "../js/text/lookup.js";
import type { Objective, Text } from "../js/types.js";

/** The navigation: a group of pages for each kind of reader, in order. */
export const readers = [
  { id: "help", pages: ["index", "prepare"] },
  { id: "deadlines", pages: ["calculator"] },
  { id: "tiers", pages: ["tiers", "description"] },
  { id: "reports", pages: ["report", "dashboard"] },
  { id: "developers", pages: ["embed", "reference"] },
  { id: "authors", pages: ["builder", "policy"] },
] as const;

export type ReaderId = (typeof readers)[number]["id"];

/** All pages. */
export const pageNames = [...readers.flatMap(({ pages }) => [...pages]), "about"] as const;

export type PageName = (typeof pageNames)[number];

/** Pages about one case. Links to them take the case with them (www/scripts/case.ts). */
export const casePages: readonly PageName[] = ["index", "prepare", "calculator", "tiers"];

/** The elements that a page shows, by their entries; it loads nothing else. */
export const elementsOn: Record<PageName, readonly string[]> = {
  index: ["wizard"],
  prepare: ["intake"],
  calculator: ["table", "calculator", "clock"],
  tiers: ["tiers", "deliverables", "term"],
  description: [],
  report: ["report"],
  dashboard: ["dashboard"],
  builder: ["policy-builder"],
  policy: [],
  embed: ["wizard", "calculator", "table"],
  reference: [],
  about: ["wizard", "clock"],
};

/** Pages with elements that read logs, which need the whole engine. */
export const wholeEngine: readonly PageName[] = ["report", "dashboard"];

/** French first: it is the normative language of the description. */
export const languages = ["fr-CA", "en"] as const;

export type Language = (typeof languages)[number];

/** Folder of a language's pages, relative to the top of the site: French is at the root. */
export const folderOf: Record<Language, string> = { "fr-CA": "", en: "en/" };

/** Returns a text of the site's policy in one language. @throws Error if it is missing, which stops the build. */
export function textIn(language: Language, text: Text): string {
  const found = text[language];
  if (found === undefined) throw new Error(`no text in ${language}: ${JSON.stringify(text)}`);
  return found;
}

/** Returns the text of any policy in the nearest language, else in its first one. */
export function nearestText(language: Language, text: Text): string {
  return textOfAny(text, [nearestTag(language, Object.keys(text)) ?? language]);
}

/** A target in minutes, with its kind of bound. */
export interface Target {
  bound: "under" | "within";
  minutes: number;
}

/** A clause with its id. */
export interface NamedClause extends Clause {
  id: string;
}

/** Returns the target for a tier and a severity; null if the policy states none. */
export function targetOf(objectives: readonly Objective[], tier: string, severity: string): Target | null {
  const found = objectives.find((each) => each.tier === tier && each.severity === severity);
  if (found === undefined || found.bound === null || found.seconds === null) return null;
  return { bound: found.bound, minutes: found.seconds / 60 };
}

/** Returns the clauses with ids that begin with one of the letters, in the order of the policy. */
export function clausesOf(policy: PolicyDocument, letters: string): NamedClause[] {
  return Object.entries(policy.clauses ?? {})
    .filter(([id]) => letters.includes(id.charAt(0)))
    .map(([id, clause]) => ({ id, ...clause }));
}
