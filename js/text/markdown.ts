/** Escapes text for Markdown (GitHub's), so that no text of a policy or of a customer becomes markup. */

/** Escapes the characters that have a meaning inside a line. Line breaks become spaces. */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[\\`*[\]<>|~]/g, "\\$&")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replaceAll(/&(?=#?\w+;)/g, "\\&");

/** Escapes the character that has a meaning at the start of a line only: a heading, a list, a rule, a number. */
export const markdownLine = (line: string): string =>
  line.replace(/^([#+=-]|\d+[.)])/, (mark) => mark.replace(/.$/, "\\$&"));

/** A text as paragraphs that keep their line ends, which Markdown marks by two spaces. */
export const markdownParagraph = (text: string): string =>
  text
    .split("\n")
    .map((line) => markdownLine(markdownText(line.trim())))
    .join("  \n");
