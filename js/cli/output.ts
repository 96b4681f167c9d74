/** Output: lines, colours on a terminal, aligned columns. */

import type { Text } from "../node.js";

const colours = process.stdout.isTTY === true && !process.env["NO_COLOR"];

/** Control characters and marks of the writing direction: a policy must not be able to move the cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Makes text from outside safe for a terminal. */
export function safe(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const painted = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = painted(1);
export const dim = painted(2);
export const red = painted(31);
export const yellow = painted(33);
export const cyan = painted(36);

/** Prints one line to standard output. */
export function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Prints text that is meant for a file: unchanged there, and safe where standard output is a terminal. */
export function printFile(text: string): void {
  print(process.stdout.isTTY ? safe(text) : text);
}

/** Prints a value as indented JSON, safe for a terminal: escaped characters do not change the value. */
export function printJson(value: unknown): void {
  print(safe(JSON.stringify(value, undefined, 2)));
}

/** Prints one line to standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Returns rows as lines with aligned columns; the last column is not padded. */
export function aligned(rows: string[][]): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell))
      .join("  ")
      .trimEnd(),
  );
}

/** Returns a text of a policy in English, or in its first language, safe for a terminal. */
export function english(text: Text): string {
  const tag = Object.keys(text).find((tag) => /^en(-|$)/i.test(tag)) ?? Object.keys(text)[0];
  return safe((tag === undefined ? "" : (text[tag] ?? "")).replace(/\s+/g, " "));
}

/** Writes a count with its noun: "1 error", "2 errors". */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}
