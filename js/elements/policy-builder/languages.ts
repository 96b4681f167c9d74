/** Languages by their tags. */

const names = new Map<string, Intl.DisplayNames>();

/** Returns the name of a language in another: "French (Canada)"; the tag itself if it is none. */
export function languageName(tag: string, language: string): string {
  let format = names.get(language);
  if (format === undefined) {
    format = new Intl.DisplayNames(language, { type: "language", languageDisplay: "standard" });
    names.set(language, format);
  }
  try {
    return format.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages that the builder suggests, of which a policy may have any others. */
export const suggestedLanguages = ["fr-CA", "en", "fr", "es", "de", "it", "pt", "nl", "ar", "ja", "zh"];
