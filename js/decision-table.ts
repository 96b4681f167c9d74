/**
 * Rules of a policy as CSV, for people who keep their tables in a spreadsheet: one column per question, then severity, basis,
 * clause and id. A cell contains an option, several options joined with "|", or "*" for any option.
 */

import type { PolicyDocument, RuleDefinition } from "./document.js";
import { csvRows, csvText, tableError } from "./csv.js";
import { ownValue } from "./elements/shared/own.js";

/** Columns after those of the questions. */
const own = ["severity", "basis", "clause", "id"] as const;

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
    ...ids.map((id) => ownValue(rule.when, id)?.join("|") ?? "*"),
    rule.severity,
    rule.basis ?? "stated",
    rule.clause ?? "",
    rule.id,
  ]);
  return csvText([[...ids, ...own], ...rows]);
}

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
  const questions = policy.questions?.map(({ id }) => id) ?? [];
  const names = header.cells.map((cell) => cell.trim());
  for (const name of names) {
    const isKnown = questions.includes(name) || (own as readonly string[]).includes(name);
    if (!isKnown) throw tableError(header.row, `the policy has no question "${name}"`);
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw tableError(header.row, `there are two columns "${name}"`);
  }
  if (!names.includes("severity")) throw tableError(header.row, 'there is no column "severity"');
  const rules = rows.map(({ row, cells }): RuleDefinition => {
    if (cells.length !== names.length) throw tableError(row, `expected ${names.length} cells, found ${cells.length}`);
    const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? "";
    const bound = questions.filter((id) => names.includes(id) && !["", "*"].includes(cell(id)));
    const basis = cell("basis") || "stated";
    if (basis !== "stated" && basis !== "interpreted")
      throw tableError(row, `expected the basis "stated" or "interpreted", found "${basis}"`);
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
