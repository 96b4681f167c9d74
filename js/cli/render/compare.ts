/** Where two texts differ, whatever the spaces and the line breaks between their words. */

/** The first words that differ. */
export interface Difference {
  /** Where it begins in what was found. */
  at: number;
  found: string;
  expected: string;
}

interface Word {
  text: string;
  at: number;
}

/** How many words of each are told. */
const told = 8;

/** The first difference between `found` and `expected`; null where they say the same. No-break spaces count, others do not. */
export function firstDifference(found: string, expected: string): Difference | null {
  const [mine, theirs] = [wordsOf(found), wordsOf(expected)];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    if (mine[at]?.text === theirs[at]?.text) continue;
    const some = (words: readonly Word[]) =>
      words
        .slice(at, at + told)
        .map(({ text }) => text)
        .join(" ");
    return { at: mine[at]?.at ?? found.length, found: some(mine), expected: some(theirs) };
  }
  return null;
}

/** Words, tags and cells; the rule of a table is as long as it is. */
function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(/<[^<>]*>|\||[^ \t\r\n\f<>|]+/g)];
  return found.map(({ 0: word, index }) => ({
    text: word.replace(/^:?-{3,}:?$/, "---").replaceAll(/&(?:nbsp|#160|#xa0);/gi, "\u00a0"),
    at: index,
  }));
}
