/** Preview of a log: its columns, its first rows, and the missing settings. */

import { rowsOf } from "../shared/spreadsheet.js";
import { valueIn } from "./outcome.js";
import type { AvailabilityResult, LogColumn, Policy, ReportOptions, ReportResult } from "../../index.js";

/** Number of bytes in a preview. */
const previewBytes = 1 << 17;
/** Number of rows in a preview. */
const previewRows = 5;

export interface Preview {
  headers: string[];
  columns: ReportResult["columns"];
  delimiter: string | null;
  /** The first rows, cell by cell. */
  rows: string[][];
  /** Required columns that were not found. */
  missing: LogColumn[];
  /** Whether there are timestamps without an offset. */
  lacksOffset: boolean;
  /** Whether the order of day and month cannot be detected from any date of the file. */
  asksOrder: boolean;
  /** How the file is read. */
  reading: ReportResult["reading"];
  /** Code of the problem that makes the whole log unreadable; null if there is none. */
  refused: string | null;
}

/** Reads the beginning of a log. The time zone of the options is left out, to find out whether one is needed. */
export async function previewOf(file: Blob, policy: Policy, options: ReportOptions): Promise<Preview> {
  const bytes = await beginningOf(file);
  const { zone: _, only: __, ...rest } = options;
  const { headers, columns, delimiter, problems, reading } = reportOn(bytes, policy, rest);
  const has = (code: string) => problems.some((problem) => problem.code === code);
  const needed: LogColumn[] = ["submittedAt"];
  if (reading.elapsed === undefined) needed.push("stoppedAt");
  // A due time in each row decides in place of the policy.
  if (reading.dueAt === undefined) {
    if (options.severity === undefined) needed.unshift("severity");
    if (options.tier === undefined && (policy.toJSON().tiers ?? []).length > 1) needed.unshift("tier");
  }
  return {
    headers,
    columns,
    delimiter,
    rows: rowsBelow(headers, bytes, delimiter, reading.encoding),
    reading,
    asksOrder: file.size <= previewBytes && (has("ambiguous-instant") || has("mixed-date-order")),
    missing: needed.filter((name) => columns[name] === undefined),
    lacksOffset: has("missing-offset") || lacksOffset(bytes, policy, rest, problems),
    refused: ["empty-log", "invalid-encoding"].find(has) ?? null,
  };
}

/** Returns the beginning of a file, up to the end of a row. */
export const beginningOf = async (file: Blob): Promise<Uint8Array> =>
  wholeRows(new Uint8Array(await file.slice(0, previewBytes).arrayBuffer()), file.size > previewBytes);

/** Rows that are searched for the header: titles may stand above it. */
const searchedRows = 40;

/** Returns the first rows below the header of a log, cell by cell; none without a delimiter. */
export const firstRows = async (file: Blob, { headers, delimiter, reading }: AvailabilityResult): Promise<string[][]> =>
  rowsBelow(headers, await beginningOf(file), delimiter, reading.encoding);

function rowsBelow(
  headers: readonly string[],
  bytes: Uint8Array,
  delimiter: string | null,
  encoding: string,
): string[][] {
  if (delimiter === null) return [];
  const rows = rowsOf(textOf(bytes, encoding), delimiter, searchedRows);
  const isHeader = (row: readonly string[]) => headers.every((header, at) => row[at]?.trim() === header.trim());
  return rows.slice(rows.findIndex(isHeader) + 1).slice(0, previewRows);
}

/** Decodes the beginning of a file; an encoding that the platform does not know is shown as UTF-8. */
function textOf(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function reportOn(bytes: Uint8Array, policy: Policy, options: ReportOptions): ReportResult {
  const report = policy.report(options);
  report.push(bytes);
  return report.finish();
}

/**
 * Returns whether rows without a UTC offset hide behind another problem, because the engine reports only the first problem of a
 * row. Unknown values are mapped to any known value, so that the next problem appears.
 */
function lacksOffset(
  bytes: Uint8Array,
  policy: Policy,
  options: ReportOptions,
  problems: ReportResult["problems"],
): boolean {
  const { tiers = [], severities } = policy.toJSON();
  const any = { tier: tiers[0]?.id, severity: severities[0]?.id };
  let [values, found] = [options.values ?? {}, problems];
  for (const kind of ["tier", "severity"] as const) {
    const id = any[kind];
    const unknown =
      found.find(({ code }) => code === `unknown-${kind}`)?.first.flatMap((place) => valueIn(place) ?? []) ?? [];
    if (id === undefined || unknown.length === 0) continue;
    values = { ...values, [kind]: { ...values[kind], ...Object.fromEntries(unknown.map((value) => [value, id])) } };
    found = reportOn(bytes, policy, { ...options, values }).problems;
  }
  return found.some(({ code }) => code === "missing-offset");
}

/** Leaves out a last row that may be incomplete. */
function wholeRows(bytes: Uint8Array, isCut: boolean): Uint8Array {
  const end = isCut ? bytes.lastIndexOf(0x0a) : -1;
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
