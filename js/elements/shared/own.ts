/**
 * Reads records by ids of policies, logs and pages. An id may be the name of a member that every object inherits, such as
 * "constructor": only a record's own members answer.
 */

/** The own value of a record under an id; undefined without one. */
export const ownValue = <Value>(
  record: Readonly<Record<string, Value>> | null | undefined,
  id: string,
): Value | undefined => (record != null && Object.hasOwn(record, id) ? record[id] : undefined);

/** The text in the first of the languages that it has, else in any; empty without one. */
export function textIn(text: Readonly<Record<string, string>> | undefined, languages: readonly string[]): string {
  for (const language of languages) {
    const found = ownValue(text, language);
    if (found !== undefined) return found;
  }
  return Object.values(text ?? {})[0] ?? "";
}
