/** Tables as CSV for a spreadsheet in the language of the page, and rows of CSV for display. */

import { csvCell } from "../../index.js";

/** A cell of an exported table: numbers are written with the decimal sign of the language. */
export type Cell = string | number | null;

/** A table for a spreadsheet; `rows` creates them on demand. */
export interface Table {
  header: string[];
  rows(): Cell[][];
  /** Sentence below the rows, such as how many rows of a log the figures rest on. */
  note?: string | null;
}

/** Returns a share as a percentage with at most three decimals. */
export const percentCell = (share: number | null): Cell =>
  share === null ? null : Math.round(100_000 * share) / 1_000;

/** Returns seconds as minutes, because spreadsheets calculate with numbers and not with "1 h 30 min". */
export const minutesCell = (seconds: number | null): Cell =>
  seconds === null ? null : Math.round(seconds / 0.6) / 100;

/** Writes a table in the style of a language, with a byte order mark: without it, spreadsheets do not expect UTF-8. */
export function csvOf({ header, rows, note }: Table, language: string): string {
  const [delimiter, decimal] = /^fr(-|$)/i.test(language) ? [";", ","] : [",", "."];
  // A number is not escaped: "-1" is a value, and a decimal comma needs no quotation marks beside semicolons.
  const cell = (value: Cell): string =>
    value === null ? "" : typeof value === "number" ? String(value).replace(".", decimal) : csvCell(value);
  const last: Cell[][] = note == null ? [] : [header.map((_, at) => (at === 0 ? note : null))];
  return `\ufeff${[header, ...rows(), ...last].map((row) => `${row.map(cell).join(delimiter)}\r\n`).join("")}`;
}

/** Returns the first rows of a CSV text (RFC 4180), for display only: the engine interprets the log. */
export function rowsOf(text: string, delimiter: string, count: number): string[][] {
  const rows: string[][] = [];
  let [cells, cell, isQuoted] = [[] as string[], "", false];
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell !== "") rows.push(cells);
    [cells, cell] = [[], ""];
  };
  for (let at = 0; at < text.length && rows.length < count; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        at += 1;
        cell += '"';
      } else isQuoted = false;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n" || (character === "\r" && text.charAt(at + 1) !== "\n")) endRow();
    else if (character !== "\r") cell += character;
  }
  if (rows.length < count && (cell !== "" || cells.length > 0)) endRow();
  return rows;
}
