/** Findings about a policy, each with its line of the text. */

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

/** Returns a finding as lines: level, code, place, message, the line of the text, and the help. */
export function described(finding: Diagnostic, name: string, text: string): string[] {
  const { level, code, path, line, column, message, help, example, counterexample } = finding;
  const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
  const lines = [`${paint[level](`${level}[${safe(code)}]`)} ${safe(name)}${place}: ${bold(safe(message))}`];
  if (line !== undefined) lines.push(...excerpt(text, line, column ?? 1));
  const details: string[][] = [];
  if (path !== "") details.push(["at:", path]);
  if (example) details.push(["example:", assignments(example)]);
  if (counterexample) {
    details.push(["from:", assignments(counterexample.from)], ["to:", assignments(counterexample.to)]);
  }
  if (help) details.push(["help:", help]);
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
