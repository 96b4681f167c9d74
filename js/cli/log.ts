/** Reads a log as a stream with its progress on the terminal, and prints its problems; shared by `report` and `availability`. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { Report, ReportResult } from "../node.js";
import { UsageError } from "./command.js";
import { nameOf } from "./input.js";
import { counted, dim, safe, yellow } from "./output.js";

/** Printed rows of each problem; `--json` contains a hundred. */
const shown = 5;

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

/** Problems of a log as lines, with an empty line at the end. */
export function problemLines(problems: ReportResult["problems"]): string[] {
  if (problems.length === 0) return [];
  const lines: string[] = [];
  for (const { code, count, first } of problems) {
    lines.push(`${yellow(code)}: ${counted(count, "row")}`);
    lines.push(...first.slice(0, shown).map(({ row, message }) => `  row ${row}: ${safe(message)}`));
    if (count > shown) lines.push(dim(`  and ${(count - shown).toLocaleString("en")} more`));
  }
  return [...lines, ""];
}

/** Columns as they were typed, each "name=header". */
export function readColumns(texts: string[]): Record<string, string | number> {
  const entries = texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`expected a column as name=header, found "${text}"`);
    const header = text.slice(at + 1);
    return [text.slice(0, at), /^\d+$/.test(header) ? Number(header) : header];
  });
  return Object.fromEntries(entries) as Record<string, string | number>;
}

/** The value of `--fail-under`. */
export function readPercent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new UsageError(`expected a percentage from 0 to 100 for --fail-under, found "${text}"`);
}

/** The speed is estimated after this time, in milliseconds. */
const settled = 500;

/** Shortest time between two updates of the line, in milliseconds. */
const pace = 100;

/** A stream to write to, such as `process.stderr`. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The line for one log. `size` is undefined for standard input; `now` returns milliseconds. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #size: number | undefined;
  readonly #now: () => number;
  readonly #began: number;
  #next = 0;

  constructor(terminal: Terminal, size: number | undefined, now: () => number = () => performance.now()) {
    [this.#terminal, this.#size, this.#now] = [terminal, size, now];
    this.#began = now();
  }

  /** Updates the line. */
  update({ rows, bytes }: { rows: number; bytes: number }): void {
    const now = this.#now();
    if (this.#terminal.isTTY !== true || now < this.#next) return;
    this.#next = now + pace;
    const share = this.#size ? ` (${Math.floor((100 * bytes) / this.#size)}%)` : "";
    const parts = [`${counted(rows, "row")}${share}`, ...this.#speed(rows, bytes, now - this.#began)];
    // Parts that do not fit would wrap to a second line, which would stay.
    while (parts.length > 1 && parts.join(", ").length >= (this.#terminal.columns ?? 80)) parts.pop();
    this.#terminal.write(`\r${parts.join(", ")}\u001b[K`);
  }

  /** Erases the line. */
  end(): void {
    if (this.#next > 0) this.#terminal.write("\r\u001b[K");
  }

  /** Time left and speed, averaged over the whole time so far, so that the figures do not jump. */
  #speed(rows: number, bytes: number, spent: number): string[] {
    if (spent < settled || bytes === 0) return [];
    const left = this.#size === undefined ? 0 : ((this.#size - bytes) / bytes) * (spent / 1_000);
    const rate = `${counted(twoFigures((rows * 1_000) / spent), "row")} per second`;
    return left <= 0 ? [rate] : [`about ${remaining(left)} left`, rate];
  }
}

/** Rounds up to the second, from one minute on to ten seconds, and from ten minutes on to the minute. */
export function remaining(seconds: number): string {
  const step = seconds > 600 ? 60 : seconds > 60 ? 10 : 1;
  const whole = Math.ceil(seconds / step) * step;
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", rest > 0 ? `${rest} s` : ""]
    .filter(Boolean)
    .join(" ");
}

/** Rounds a count to two significant figures. */
function twoFigures(count: number): number {
  return Number(count.toPrecision(2));
}
