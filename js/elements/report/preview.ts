/** The first rows of a log: enough to see its columns, and what has to be asked. */

import { valueIn } from "./outcome.js";
import type { LogColumn, Policy, ReportOptions, ReportResult } from "../../index.js";

/** Bytes that are looked at. */
const previewBytes = 1 << 17;
/** Rows that are shown. */
const previewRows = 5;

export interface Preview {
  headers: string[];
  columns: ReportResult["columns"];
  delimiter: string | null;
  /** The first rows, cell by cell. */
  rows: string[][];
  /** Needed, and not found. */
  missing: LogColumn[];
  /** Whether there are timestamps without an offset. */
  lacksOffset: boolean;
  /** Why nothing of it can be read, as the code of a problem. */
  refused: string | null;
}

/** Reads the beginning of a log. Options without a zone show whether one is needed. */
export async function previewOf(file: Blob, policy: Policy, options: ReportOptions): Promise<Preview> {
  const bytes = wholeRows(new Uint8Array(await file.slice(0, previewBytes).arrayBuffer()), file.size > previewBytes);
  const { zone: _, only: __, ...rest } = options;
  const { headers, columns, delimiter, problems } = reportOn(bytes, policy, rest);
  const has = (code: string) => problems.some((problem) => problem.code === code);
  const needed: LogColumn[] = ["severity", "submittedAt", "stoppedAt"];
  if (options.tier === undefined && (policy.toJSON().tiers ?? []).length > 1) needed.unshift("tier");
  return {
    headers,
    columns,
    delimiter,
    rows: delimiter === null ? [] : rowsOf(new TextDecoder().decode(bytes), delimiter, previewRows + 1).slice(1),
    missing: needed.filter((name) => columns[name] === undefined),
    lacksOffset: has("missing-offset") || lacksOffset(bytes, policy, rest, problems),
    refused: ["empty-log", "invalid-encoding"].find(has) ?? null,
  };
}

function reportOn(bytes: Uint8Array, policy: Policy, options: ReportOptions): ReportResult {
  const report = policy.report(options);
  report.push(bytes);
  return report.finish();
}

/**
 * Whether rows lack an offset behind another fault: what a row stumbles over first is all that is told of it. Values that the
 * policy does not know are taken for any that it knows, to see what lies behind them.
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

/** Without a last row that may have been cut. */
function wholeRows(bytes: Uint8Array, isCut: boolean): Uint8Array {
  const end = isCut ? bytes.lastIndexOf(0x0a) : -1;
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

/** The first rows of a CSV text (RFC 4180), for display only: the engine interprets them. */
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
