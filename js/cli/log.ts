/** Reads a log as a stream and its arguments, and writes its problems as lines; shared by `report` and `availability`. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { Report, ReportResult } from "../node.js";
import { UsageError } from "./command.js";
import { nameOf } from "./input.js";
import { counted, dim, safe, yellow } from "./output.js";
import { ProgressLine } from "./lines.js";

/** Number of printed rows of each problem; `--json` contains a hundred. */
const printedRows = 5;

/** A log of either kind. */
type Log<Result> = Pick<Report, "push"> & { finish(): Result };

/** Reads a log as a stream and shows the progress on a terminal. */
export async function readLog<Result>(path: string, log: Log<Result>): Promise<Result> {
  const size =
    path === "-"
      ? undefined
      : await stat(path).then(
          ({ size }) => size,
          () => undefined,
        );
  const progress = new ProgressLine(process.stderr, size);
  try {
    const source = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
    for await (const chunk of source) {
      progress.update(log.push(chunk as Uint8Array));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new UsageError(`cannot read ${nameOf(path)}: ${reasons[code] ?? message}`);
  } finally {
    progress.end();
  }
  return log.finish();
}

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

/** Reads the value of `--fail-under`. */
export function readPercent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new UsageError(`expected a percentage from 0 to 100 for --fail-under, found "${text}"`);
}
