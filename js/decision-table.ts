/**
 * The rules of a policy as CSV, for people who keep their tables in a spreadsheet: a column a question, then severity, basis,
 * clause and id. A cell holds an option, several joined with "|", or "*" for any.
 */

import type { PolicyDocument, RuleDefinition } from "./document.js";
import { CaseSloError } from "./errors.js";

/** Columns behind those of the questions. */
const own = ["severity", "basis", "clause", "id"] as const;

/** The rules of a policy as CSV (RFC 4180), safe to open in a spreadsheet. */
export function rulesToCsv({ questions = [], classification }: PolicyDocument): string {
  const ids = questions.map(({ id }) => id);
  const rows = (classification?.rules ?? []).map((rule) => [
    ...ids.map((id) => rule.when?.[id]?.join("|") ?? "*"),
    rule.severity,
    rule.basis ?? "stated",
    rule.clause ?? "",
    rule.id,
  ]);
  return [[...ids, ...own], ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * A policy with the rules of a CSV instead of its own. Columns are found by their names, in any order; a question without a
 * column is left open, and a rule without an id gets one from its row. What the rules say is for `check` to judge.
 *
 * @throws CaseSloError "invalid-table", naming the row as a spreadsheet counts it
 */
export function rulesFromCsv(csv: string, policy: PolicyDocument): PolicyDocument {
  const [header, ...rows] = csvRows(csv.replace(/^\uFEFF/, "")).filter(({ cells }) =>
    cells.some((cell) => cell !== ""),
  );
  if (header === undefined) throw refused(1, "the table is empty");
  const questions = policy.questions?.map(({ id }) => id) ?? [];
  const names = header.cells.map((cell) => cell.trim());
  for (const name of names) {
    const isKnown = questions.includes(name) || (own as readonly string[]).includes(name);
    if (!isKnown) throw refused(header.row, `the policy has no question "${name}"`);
    if (names.indexOf(name) !== names.lastIndexOf(name)) throw refused(header.row, `there are two columns "${name}"`);
  }
  if (!names.includes("severity")) throw refused(header.row, 'there is no column "severity"');
  const rules = rows.map(({ row, cells }): RuleDefinition => {
    if (cells.length !== names.length) throw refused(row, `expected ${names.length} cells, found ${cells.length}`);
    const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? "";
    const bound = questions.filter((id) => names.includes(id) && !["", "*"].includes(cell(id)));
    const basis = cell("basis") || "stated";
    if (basis !== "stated" && basis !== "interpreted")
      throw refused(row, `the basis is stated or interpreted, found "${basis}"`);
    return {
      id: cell("id") || `row-${row}`,
      when: Object.fromEntries(
        bound.map((id) => [
          id,
          cell(id)
            .split("|")
            .map((option) => option.trim()),
        ]),
      ),
      severity: cell("severity"),
      basis,
      ...(cell("clause") === "" ? {} : { clause: cell("clause") }),
    };
  });
  return { ...policy, classification: { ...policy.classification, rules } };
}

/** A cell that no spreadsheet takes for a formula, in quotes where it has to be. */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  cells: string[];
}

/** The rows of a CSV text: quotes, commas and line ends inside quotes, any line end. */
function csvRows(text: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  for (let at = 0; at <= text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw refused(rows.length + 1, "a quote is not closed, or stands inside a cell");
    const content = found[1]?.replaceAll('""', '"') ?? found[2] ?? "";
    // What `csvCell` has made inert.
    cells.push(/^'[=+\-@\t\r]/.test(content) ? content.slice(1) : content);
    if (found[3] !== ",") {
      rows.push({ row: rows.length + 1, cells });
      cells = [];
    }
    if (found[3] === "") break;
  }
  return rows;
}

const refused = (row: number, message: string): CaseSloError =>
  new CaseSloError("invalid-table", `row ${row}: ${message}`);
