/** The languages of the site, and how a text of the policy is read in one of them. */

import type { Text } from "../js/types.js";

/** French first: it is the normative language of the description. */
export const languages = ["fr-CA", "en"] as const;

export type Language = (typeof languages)[number];

/** Folder of a language's pages, relative to the top of the site: French is at the root. */
export const folderOf: Record<Language, string> = { "fr-CA": "", en: "en/" };

/** The text of the site's own policy in one language. @throws Error if it is missing, which stops the build. */
export function textIn(language: Language, text: Text): string {
  const found = text[language];
  if (found === undefined) throw new Error(`no text in ${language}: ${JSON.stringify(text)}`);
  return found;
}

/** The text of any policy in the language that is nearest: the same language, else the policy's first. */
export function nearestText(language: Language, text: Text): string {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  const tag = Object.keys(text).find((each) => primary(each) === primary(language)) ?? Object.keys(text)[0];
  return tag === undefined ? "" : (text[tag] ?? "");
}
