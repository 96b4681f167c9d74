/** The arguments that say how a log is read, and the line that says how it was read; for `report` and `availability`. */

import type { AvailabilityResult, Policy, ReportOptions, ReportResult } from "../node.js";
import { type Option, UsageError } from "./command.js";
import { counted, dim, safe } from "./output.js";
import type { Workbook } from "../spreadsheet/form.js";

/** Options of the form of a log. */
export const formOptions = {
  delimiter: { value: "character", help: "the character between columns, or tab; default: detected from the rows" },
  "date-order": {
    value: "order",
    help: "day-first or month-first, for dates that could be either; default: auto, by the other dates of the column",
  },
  "skip-lines": { value: "number", help: "lines above the header; default: detected" },
  sheet: { value: "name", help: "the sheet of a spreadsheet; default: the one with most rows of dates" },
} as const satisfies Record<string, Option>;

/** Values of the options above. */
interface FormValues {
  delimiter?: string | undefined;
  "date-order"?: string | undefined;
  "skip-lines"?: string | undefined;
}

const dateOrders = ["auto", "day-first", "month-first"] as const;
const units = ["milliseconds", "seconds", "minutes", "hours", "days"] as const;

/** Reads the options of the form of a log. */
export function readForm(values: FormValues): Pick<ReportOptions, "delimiter" | "dateOrder" | "skipLines"> {
  const form: Pick<ReportOptions, "delimiter" | "dateOrder" | "skipLines"> = {};
  const { delimiter, "date-order": order, "skip-lines": lines } = values;
  if (delimiter !== undefined) form.delimiter = delimiter === "tab" || delimiter === "\\t" ? "\t" : delimiter;
  if (order !== undefined) {
    const found = dateOrders.find((known) => known === order);
    if (found === undefined)
      throw new UsageError(`expected ${dateOrders.join(", ")} for --date-order, found "${order}"`);
    form.dateOrder = found;
  }
  if (lines !== undefined) {
    if (!/^\d{1,9}$/.test(lines)) throw new UsageError(`expected a number for --skip-lines, found "${lines}"`);
    form.skipLines = Number(lines);
  }
  return form;
}

/** A column by its header, or by its number from 0. */
export const readColumn = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);

/** Reads a column of durations: "header", or "header=unit". */
export function readElapsed(text: string): NonNullable<ReportOptions["elapsed"]> {
  const at = text.lastIndexOf("=");
  const unit = units.find((known) => known === text.slice(at + 1));
  if (at < 0 || unit === undefined) return { column: readColumn(text) };
  return { column: readColumn(text.slice(0, at)), unit };
}

/**
 * Reads values of the log with the ids that they mean, each "value=id". An id that is a severity and a tier needs a prefix:
 * "tier:Gold=standard".
 */
export function readValues(texts: string[], policy: Policy): NonNullable<ReportOptions["values"]> {
  const { tiers = [], severities } = policy.toJSON();
  const values = { tier: {} as Record<string, string>, severity: {} as Record<string, string> };
  for (const text of texts) {
    const [, prefix, value, id] = /^(?:(tier|severity):)?(.+)=([^=]+)$/s.exec(text) ?? [];
    if (value === undefined || id === undefined)
      throw new UsageError(`expected a value as value=id, such as Urgent=critical, found "${text}"`);
    const isTier = tiers.some((tier) => tier.id === id);
    const isSeverity = severities.some((severity) => severity.id === id);
    if (prefix === undefined && isTier && isSeverity)
      throw new UsageError(`"${id}" is a tier and a severity: write tier:${text} or severity:${text}`);
    const kind = prefix === "tier" || (prefix === undefined && isTier && !isSeverity) ? "tier" : "severity";
    values[kind][value] = id;
  }
  return values;
}

const delimiterNames: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/** Says in one line how a log was read; nothing if it has no header. */
export function readingLines(result: ReportResult | AvailabilityResult, workbook?: Workbook): string[] {
  const { reading, delimiter, columns } = result;
  if (reading.headerRow === null || delimiter === null) return [];
  const parts = [
    ...(workbook !== undefined && workbook.sheets.length > 1 ? [`the sheet "${workbook.sheet}"`] : []),
    `${reading.encoding} with ${delimiterNames[delimiter] ?? `"${delimiter}"`}`,
    `header in row ${reading.headerRow.toLocaleString("en")}`,
  ];
  if (reading.preset !== null) parts.push(`an export of ${reading.preset}`);
  const found: [string, { name: string } | undefined][] = Object.entries(columns);
  if (reading.elapsed !== undefined) found.push([`elapsed in ${reading.elapsed.unit}`, reading.elapsed]);
  if (reading.dueAt !== undefined) found.push(["dueAt", reading.dueAt]);
  const described = found.flatMap(([key, column]) => {
    if (column === undefined) return [];
    const notes = [
      ...(reading.byCells.includes(key) ? ["by its values"] : []),
      ...[reading.dateOrder[key], reading.zones[key]].filter((note) => note !== undefined),
    ];
    return [`${key} from "${column.name}"${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`];
  });
  parts.push(...described);
  if (reading.replacedRows > 0)
    parts.push(`${counted(reading.replacedRows, "row")} replaced by later rows of the same case`);
  if (reading.footerRows > 0) parts.push(`${counted(reading.footerRows, "row")} without a case passed over`);
  return [dim(safe(`read as ${parts.join("; ")}`.replace(/\s+/g, " ")))];
}
