/** Findings about a policy, each with its line of the text. */

import { findingText } from "../messages/finding-sentences.js";
import { findingLinesFor } from "../messages/findings.js";
import { CaseSloError, type Diagnostic } from "../node.js";
import { aligned, bold, cyan, dim, red, safe, yellow } from "./output.js";

/** Longest part of a source line that is shown, in characters: a policy may be one long line. */
const widestExcerpt = 100;

const paint = { error: red, warning: yellow, info: cyan };

/** A policy that cannot be loaded, with its findings. */
export class FindingsError extends Error {
  private constructor(readonly lines: string[]) {
    super("the policy has errors");
  }

  /** Returns the findings in `error`, or any other error unchanged. */
  static from(error: unknown, name: string, text: string): unknown {
    if (!(error instanceof CaseSloError) || error.diagnostics === undefined) return error;
    return new FindingsError(error.diagnostics.flatMap((finding) => described(finding, name, text)));
  }
}

/**
 * Returns a finding as lines in a language: level, code, place, message, the line of the text, and the remedy. What the engine says in
 * English alone stays in English.
 */
export function described(finding: Diagnostic, name: string, text: string, language = "en"): string[] {
  const { level, code, path, line, column, example, counterexample } = finding;
  const words = findingLinesFor(language);
  const isEnglish = /^en\b/i.test(language);
  const translated = isEnglish ? null : findingText(finding, language);
  const [message, help] = [translated?.message ?? finding.message, translated?.help ?? finding.help];
  const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
  const heading = paint[level](`${words.level[level]}[${safe(code)}]`);
  const lines = [`${heading} ${safe(name)}${place}${isEnglish ? "" : "\u00a0"}: ${bold(safe(message))}`];
  if (line !== undefined) lines.push(...excerpt(text, line, column ?? 1));
  const details: string[][] = [];
  if (path !== "") details.push([words.at, path]);
  if (example) details.push([words.example, assignments(example)]);
  if (counterexample) {
    details.push([words.from, assignments(counterexample.from)], [words.to, assignments(counterexample.to)]);
  }
  if (help) details.push([words.help, help]);
  return [...lines, ...aligned(details).map((detail) => `  ${safe(detail)}`)];
}

/** Writes answers as arguments: "service=works impact=minimal,partial". */
export function assignments(answers: Record<string, string | string[]>): string {
  return Object.entries(answers)
    .map(([question, options]) => safe(`${question}=${options}`))
    .join(" ");
}

/** Returns the line with a caret under the column. */
function excerpt(text: string, line: number, column: number): string[] {
  const source = text.split(/\r\n|\r|\n/)[line - 1];
  if (source === undefined) return [];
  const start = Math.max(0, column - 1 - widestExcerpt / 2);
  const cut = (from: number, to: number) => safe(source.slice(from, to).replaceAll("\t", " "));
  const lead = (start > 0 ? "…" : "") + cut(start, column - 1);
  const rest = cut(column - 1, start + widestExcerpt) + (start + widestExcerpt < source.length ? "…" : "");
  const number = `  ${line} `;
  const gap = " ".repeat([...lead].length);
  return [`${dim(`${number}|`)} ${lead}${rest}`, `${dim(`${" ".repeat(number.length)}|`)} ${gap}${red("^")}`];
}
