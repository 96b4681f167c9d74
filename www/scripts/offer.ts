/**
 * Asks the browser for the reader's language, before the first paint: a page in the other language then offers itself in this one, but
 * not to a reader who comes from another page of the site, who has seen the offer.
 */

const languageOf = (tag: string): string => tag.slice(0, 2).toLowerCase();

/** The first language of the reader that the site has. */
const wanted = navigator.languages.map(languageOf).find((each) => each === "fr" || each === "en");

/** The page before this one in the tab, if it belongs to the same origin; a browser that does not say so repeats the offer. */
const { navigation } = window as { navigation?: { activation?: { from?: { url?: string | null } | null } | null } };

if (wanted !== undefined && wanted !== languageOf(document.documentElement.lang) && !navigation?.activation?.from) {
  document.documentElement.dataset["offer"] = "";
}
