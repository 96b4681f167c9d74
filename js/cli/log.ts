/** Reads a log as a stream and its arguments, and writes its problems as lines; shared by `report` and `availability`. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { Report, ReportResult } from "../node.js";
import { UsageError } from "./command.js";
import { nameOf } from "./input.js";
import { csvOf, type SheetChoice } from "./open.js";
import { counted, dim, note, red, safe, yellow } from "./output.js";
import { ProgressLine } from "./lines.js";

/** Number of printed rows of each problem; `--json` contains a hundred. */
const printedRows = 5;

/** A log of either kind. */
type Log<Result> = Pick<Report, "push"> & { finish(): Result };

/** Reads a log as a stream and shows the progress on a terminal. */
export async function readLog<Result>(path: string, log: Log<Result>, sheet?: SheetChoice): Promise<Result> {
  const size =
    // The bytes of a spreadsheet or of a compressed log are not those that are counted.
    path === "-" || /\.(xlsx|ods|gz)$/i.test(path)
      ? undefined
      : await stat(path).then(
          ({ size }) => size,
          () => undefined,
        );
  const progress = new ProgressLine(process.stderr, size);
  try {
    const source = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
    for await (const chunk of csvOf(source, sheet)) {
      progress.update(log.push(chunk));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && (code in refusals || code.startsWith("Z_")))
      throw new UsageError(`cannot read ${nameOf(path)}: ${refusals[code] ?? `it is damaged (${message})`}`);
    if (code === "unknown-sheet") throw new UsageError(message);
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new UsageError(`cannot read ${nameOf(path)}: ${reasons[code] ?? message}`);
  } finally {
    progress.end();
  }
  return log.finish();
}

/** Errors of the reader of spreadsheets. */
const refusals: Record<string, string> = {
  "invalid-spreadsheet": "it is not a spreadsheet that can be read (.xlsx, .ods)",
  "encrypted-spreadsheet": "it is protected by a password",
};

const reasons: Record<string, string> = {
  ENOENT: "no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

/** Returns the problems of a log as lines, with an empty line at the end. */
export function problemLines(problems: ReportResult["problems"]): string[] {
  if (problems.length === 0) return [];
  const lines: string[] = [];
  for (const { code, count, first } of problems) {
    lines.push(`${yellow(code)}: ${counted(count, "row")}`);
    lines.push(...first.slice(0, printedRows).map(({ row, message }) => `  row ${row}: ${safe(message)}`));
    if (count > printedRows) lines.push(dim(`  and ${(count - printedRows).toLocaleString("en")} more`));
  }
  return [...lines, ""];
}

/** Reads columns, each "name=header". */
export function readColumns(texts: string[]): Record<string, string | number> {
  const entries = texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`expected a column as name=header, found "${text}"`);
    const header = text.slice(at + 1);
    return [text.slice(0, at), /^\d+$/.test(header) ? Number(header) : header];
  });
  return Object.fromEntries(entries) as Record<string, string | number>;
}

/** Reads the percentage of an option. */
export function readPercent(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new UsageError(`expected a percentage from 0 to 100 for --${option}, found "${text}"`);
}

/** Coverage below which `--fail-under` fails, in percent. */
const leastCoverage = 99;

/** Help of `--min-coverage`. */
export const minCoverage = {
  value: "percent",
  help: `with --fail-under: exit with code 1 if a smaller share of the rows could be evaluated; default: ${leastCoverage}`,
} as const;

/** The part of a result that says how much of a log a figure rests on. */
type Covered = Pick<ReportResult, "rows" | "coverage" | "problems" | "reading">;

/** Number of rows that count: those that later rows of the same case replace do not. */
const countedRows = ({ rows, reading }: Covered): number => rows - reading.replacedRows;

/** Number of rows that could not be evaluated. */
export const unevaluatedRows = (result: Covered): number =>
  Math.round(countedRows(result) * (1 - (result.coverage ?? 1)));

/** Whether nothing of a log could be read, so that no figure may be stated. */
export const isUnreadable = ({ rows, coverage, problems }: Covered): boolean =>
  rows === 0 ? problems.length > 0 : coverage === 0;

/** Writes how many rows a figure does not rest on; empty if it rests on all. */
export function coverageText(result: Covered): string {
  const missing = unevaluatedRows(result);
  return missing === 0
    ? ""
    : `; ${missing.toLocaleString("en")} of ${countedRows(result).toLocaleString("en")} could not be evaluated`;
}

/** Returns the problem that keeps most rows from being evaluated, with its cure, as a line; none without a problem. */
export function causeLines({ problems }: Covered): string[] {
  const ofHeader = problems.find(({ code }) => headerProblems.includes(code));
  const worst = ofHeader ?? problems.toSorted((a, b) => b.count - a.count)[0];
  const [example] = worst?.first ?? [];
  if (worst === undefined || example === undefined) return [];
  const rows = ofHeader === undefined ? `${counted(worst.count, "row")}: ` : "";
  const place = ofHeader === undefined ? ` (row ${example.row.toLocaleString("en")})` : "";
  const line = [`${rows}${example.message}${place}`, ...cureOf(worst)].join("; ");
  return [yellow(safe(line))];
}

/** Problems that keep every row from being evaluated. */
const headerProblems: string[] = ["missing-column", "invalid-encoding", "empty-log"];

/** What to do about a problem. */
function cureOf({ code, values, first }: ReportResult["problems"][number]): string[] {
  const cure = cures[code];
  const constant = /as "(tier|severity)"/.exec(first[0]?.message ?? "")?.[1];
  if (code === "missing-column" && constant !== undefined)
    return [`${cure}, or give one ${constant} for all rows with --${constant}`];
  const [unknown] = values ?? [];
  if (cure === undefined) return [];
  return [unknown === undefined ? cure : `say what it means with --value "${unknown.value}=…", or ${cure}`];
}

const cures: Partial<Record<ReportResult["problems"][number]["code"], string>> = {
  "missing-column": "use --column",
  "missing-offset": "name the time zone of the log with --zone, such as --zone America/Toronto",
  "ambiguous-instant": "say the order with --date-order day-first or --date-order month-first",
  "mixed-date-order": "say which order holds with --date-order day-first or --date-order month-first",
  "unknown-tier": "give one tier for all rows with --tier",
  "unknown-severity": "give one severity for all rows with --severity",
  "wrong-column-count": "if another character stands between the columns, name it with --delimiter",
};

/** Whether too small a share of the rows could be evaluated for a check; says so. */
export function failsCoverage(result: Covered, least = leastCoverage): boolean {
  const percent = 100 * (result.coverage ?? 0);
  if (percent >= least || (result.rows === 0 && !isUnreadable(result))) return false;
  // Rounded down, so that 98.96% does not look like enough.
  const found = (Math.floor(percent * 10) / 10).toFixed(1);
  note(red(`case-slo: ${found}% of the rows could be evaluated; required: at least ${least}% (--min-coverage)`));
  return true;
}
