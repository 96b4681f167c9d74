/** CSV (RFC 4180): a reader and a writer. No spreadsheet runs a written cell as a formula, whichever delimiter it uses. */

import { CaseSloError } from "./errors.js";

/** A row with its number in a spreadsheet: the header is row 1. */
export interface CsvRow {
  row: number;
  cells: string[];
}

/**
 * Places at which a formula could begin: the start of a cell and, because a spreadsheet may split a file at another
 * delimiter, every position after a delimiter or a line break. Apostrophes count as part of the formula, so that the
 * reader can undo one of them.
 */
const formula = /(^|[,;\t\r\n])(?='*[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const undone = /(^|[,;\t\r\n])'(?='*[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** Some spreadsheets drop a leading tab or carriage return. */
const blank = /^(?='*[\t\r])/;
const undoneBlank = /^'(?='*[\t\r])/;

/** Texts that need quotation marks; most cells of a log need none. */
const special = /^'*[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[",;\t\r\n]/;

/**
 * Writes a cell. An apostrophe precedes each place at which a formula could begin; quotation marks enclose a cell that
 * contains a quotation mark, a line break, or any delimiter.
 *
 * @example
 * ```ts
 * csvCell("a, b"); // => '"a, b"'
 * csvCell("=1+1"); // => `"'=1+1"`
 * ```
 */
export function csvCell(text: string): string {
  return special.test(text) ? `"${text.replace(formula, "$1'").replace(blank, "'").replaceAll('"', '""')}"` : text;
}

/** Writes rows of texts. */
export const csvText = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  rows.map((cells) => `${cells.map(csvCell).join(delimiter)}\r\n`).join("");

/**
 * Reads a CSV text: quotation marks, any line end, a byte order mark, and commas, semicolons or tabs, as spreadsheets save
 * it. Undoes the apostrophes of `csvCell`.
 *
 * @throws CaseSloError "invalid-table", with the number of the row
 *
 * @example
 * ```ts
 * csvRows("a;b\r\n1;2")[1]; // => { row: 2, cells: ["1", "2"] }
 * ```
 */
export function csvRows(csv: string): CsvRow[] {
  const text = csv.replace(/^\uFEFF/, "").replace(/^sep=[,;\t]\r?\n/i, "");
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`, "y");
  for (let at = 0; at <= text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw tableError(rows.length + 1, "a quotation mark is not closed, or is inside a cell");
    const content = found[1]?.replaceAll('""', '"') ?? found[2] ?? "";
    cells.push(content.replace(undoneBlank, "").replace(undone, "$1"));
    if (found[3] !== delimiter) {
      rows.push({ row: rows.length + 1, cells });
      cells = [];
    }
    if (found[3] === "") break;
  }
  return rows;
}

/** Returns the delimiter that occurs most often in the header, outside quotation marks; a comma if there is none. */
function delimiterOf(text: string): "," | ";" | "\t" {
  const [header = ""] = text.replaceAll(/"[^"]*"/g, "").split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  const [first = ","] = ([",", ";", "\t"] as const).toSorted((one, other) => count(other) - count(one));
  return first;
}

/** Creates an error about a row of a table. */
export const tableError = (row: number, message: string): CaseSloError =>
  new CaseSloError("invalid-table", `row ${row}: ${message}`);
