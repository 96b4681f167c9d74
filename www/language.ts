/** The languages of the site, and how a text of the policy is read in one of them. */

import type { Text } from "../js/types.js";

/** French first: it is the normative language of the description. */
export const languages = ["fr-CA", "en"] as const;

export type Language = (typeof languages)[number];

/** Folder of a language's pages, relative to the top of the site: French stands at the root. */
export const folderOf: Record<Language, string> = { "fr-CA": "", en: "en/" };

/** The text of the policy in one language. @throws Error where the policy lacks it: the build stops. */
export function textIn(language: Language, text: Text): string {
  const found = text[language];
  if (found === undefined) throw new Error(`no text in ${language}: ${JSON.stringify(text)}`);
  return found;
}
