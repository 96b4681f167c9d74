/**
 * Looks up values by ids of policies, logs and pages, and texts by language. An id may be the name of a member that every object
 * inherits, such as "constructor": only a record's own members answer.
 */

/** Returns the own value of a record under an id; undefined without one. */
export const ownValue = <Value>(
  record: Readonly<Record<string, Value>> | null | undefined,
  id: string,
): Value | undefined => (record != null && Object.hasOwn(record, id) ? record[id] : undefined);

/** Returns the text in the first available language, else in any; empty without a text. */
export function textIn(text: Readonly<Record<string, string>> | undefined, languages: readonly string[]): string {
  for (const language of languages) {
    const found = ownValue(text, language);
    if (found !== undefined) return found;
  }
  return Object.values(text ?? {})[0] ?? "";
}

/**
 * Returns the BCP 47 tag that a page means: "en-US" for "en_US.UTF-8", as servers write it, and "en" for "eng". Any other text stays
 * unchanged.
 */
export function canonicalTag(text: string): string {
  const tag = text.replace(/[.@].*$/, "").replaceAll("_", "-");
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? text;
  } catch {
    return text;
  }
}

/**
 * Returns the offered language nearest to the wanted one: the same tag, else one of the same language; undefined if there is
 * none.
 */
export function nearestTag(wanted: string, offered: readonly string[]): string | undefined {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  const tag = canonicalTag(wanted);
  return (
    offered.find((each) => each.toLowerCase() === tag.toLowerCase()) ??
    offered.find((each) => primary(each) === primary(tag))
  );
}

/**
 * Returns a function from a BCP 47 tag to the messages in the nearest language: English for any English, else French (Canada).
 * Both have the same type, so a language that lacks a message does not compile.
 */
export const messagesByLanguage =
  <Messages>(frCA: Messages, en: Messages) =>
  (language: string): Messages =>
    /^en\b/i.test(canonicalTag(language)) ? en : frCA;

/** Returns a text with its first letter in upper case. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a function that joins texts with "and" (a conjunction) or "or" (a disjunction) in a language. */
export const lists = (language: string, type: "conjunction" | "disjunction") => {
  const format = new Intl.ListFormat(language, { type });
  return (texts: readonly string[]): string => format.format(texts);
};
