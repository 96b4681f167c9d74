/** The first difference between two texts; spaces and line breaks between words do not count. */

/** The first words that differ. */
export interface Difference {
  /** Offset in the text that was found. */
  at: number;
  found: string;
  expected: string;
}

interface Word {
  text: string;
  at: number;
}

/** Number of words that are quoted. */
const quoted = 8;

/** The first difference between `found` and `expected`; null if there is none. No-break spaces count, other spaces do not. */
export function firstDifference(found: string, expected: string): Difference | null {
  const [mine, theirs] = [wordsOf(found), wordsOf(expected)];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    if (mine[at]?.text === theirs[at]?.text) continue;
    const some = (words: readonly Word[]) =>
      words
        .slice(at, at + quoted)
        .map(({ text }) => text)
        .join(" ");
    return { at: mine[at]?.at ?? found.length, found: some(mine), expected: some(theirs) };
  }
  return null;
}

/** Words, tags and cells. The length of a rule in a Markdown table does not count. */
function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(/<[^<>]*>|\||[^ \t\r\n\f<>|]+/g)];
  return found.map(({ 0: word, index }) => ({
    text: word.replace(/^:?-{3,}:?$/, "---").replaceAll(/&(?:nbsp|#160|#xa0);/gi, "\u00a0"),
    at: index,
  }));
}
