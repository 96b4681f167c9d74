/**
 * Rules of a policy as CSV, for authors with their tables in a spreadsheet: one column per question, then severity, basis,
 * clause and id. A cell contains an option, several options joined with "|", or "*" for any option. A backslash escapes the
 * next character, so that every id is read back unchanged.
 */

import type { PolicyDocument, RuleDefinition } from "./document.js";
import { csvRows, csvText, tableError } from "./csv.js";
import { ownValue } from "./text/lookup.js";

/** Columns after those of the questions. */
const own = ["severity", "basis", "clause", "id"] as const;

/** Writes an id into a cell. */
const written = (id: string): string => id.replaceAll(/[\\|]|^\*$|^\s|\s$/g, "\\$&");

/** A cell without the spaces around it. */
const trimmed = (cell: string): string => cell.replaceAll(/^\s+|(?<!\\)\s+$/g, "");

/** Reads the id in a cell. */
const read = (cell: string): string => trimmed(cell).replaceAll(/\\([\s\S])/g, "$1");

/** Reads the ids in a cell, which bars without a backslash separate. */
const readAll = (cell: string): string[] => cell.match(/(?:\\[\s\S]|[^\\|])+/g)?.map(read) ?? [];

const isOwn = (name: string): boolean => own.some((each) => each === name);

/** Returns the name of the column of a question. */
const columnOf = (question: string): string => (isOwn(question) ? `\\${question}` : written(question));

/**
 * Writes the rules of a policy as CSV (RFC 4180) that is safe to open in a spreadsheet.
 *
 * @example
 * ```ts
 * const [header] = rulesToCsv(policy.toJSON()).split("\r\n");
 * header.endsWith("severity,basis,clause,id"); // => true
 * ```
 */
export function rulesToCsv({ questions = [], classification }: PolicyDocument): string {
  const ids = questions.map(({ id }) => id);
  const rows = (classification?.rules ?? []).map((rule) => [
    ...ids.map((id) => cellOf(ownValue(rule.when, id))),
    written(rule.severity),
    rule.basis ?? "stated",
    written(rule.clause ?? ""),
    written(rule.id),
  ]);
  return csvText([[...ids.map(columnOf), ...own], ...rows]);
}

/** Writes the options of a rule; a single bar is an empty list. */
const cellOf = (options: readonly string[] | undefined): string =>
  options === undefined ? "*" : options.map(written).join("|") || "|";

/**
 * Returns the policy with the rules of a CSV text instead of its own. Columns are found by their names, in any order; a
 * question without a column matches any answer, and a rule without an id gets one from its row. The rules themselves are not
 * checked: use `check`.
 *
 * @throws CaseSloError "invalid-table", with the number of the row in a spreadsheet
 *
 * @example
 * ```ts
 * const document = policy.toJSON();
 * const changed = rulesFromCsv(rulesToCsv(document), document);
 * loadPolicy(changed).classify({ service: "unavailable" }).severity; // => "critical"
 * ```
 */
export function rulesFromCsv(csv: string, policy: PolicyDocument): PolicyDocument {
  const [header, ...rows] = csvRows(csv).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (header === undefined) throw tableError(1, "the table is empty");
  const questions = new Map(policy.questions?.map(({ id }) => [columnOf(id), id]));
  const names = header.cells.map((cell) => (isOwn(trimmed(cell)) ? trimmed(cell) : columnOf(read(cell))));
  for (const name of names) {
    if (!isOwn(name) && !questions.has(name))
      throw tableError(header.row, `the policy has no question "${read(name)}"`);
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw tableError(header.row, `there are two columns "${read(name)}"`);
  }
  if (!names.includes("severity")) throw tableError(header.row, 'there is no column "severity"');
  const rules = rows.map(({ row, cells }): RuleDefinition => {
    if (cells.length !== names.length) throw tableError(row, `expected ${names.length} cells, found ${cells.length}`);
    const cell = (name: string) => trimmed(cells[names.indexOf(name)] ?? "");
    const bound = [...questions].filter(([name]) => names.includes(name) && !["", "*"].includes(cell(name)));
    const basis = cell("basis") || "stated";
    if (basis !== "stated" && basis !== "interpreted")
      throw tableError(row, `expected the basis "stated" or "interpreted", found "${basis}"`);
    return {
      id: read(cell("id")) || `row-${row}`,
      when: Object.fromEntries(bound.map(([name, id]) => [id, readAll(cell(name))])),
      severity: read(cell("severity")),
      basis,
      ...(cell("clause") === "" ? {} : { clause: read(cell("clause")) }),
    };
  });
  return { ...policy, classification: { ...policy.classification, rules } };
}
