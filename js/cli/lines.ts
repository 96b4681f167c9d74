/** Lines that `report` and `availability` write: the progress of reading a log, and attainment week by week as bars. */

import type { Week } from "../node.js";
import { weeksBetween } from "../text/periods.js";
import { counted, dim } from "./output.js";

/** The speed is estimated after this time, in milliseconds. */
const rateDelay = 500;

/** Shortest time between two updates of the line, in milliseconds. */
const updateInterval = 100;

/** A stream to write to, such as `process.stderr`. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The progress line of one log. `size` is undefined for standard input; `now` returns milliseconds. */
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
    this.#next = now + updateInterval;
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

  /** Returns the remaining time and the speed, averaged over the whole time so far, so that the figures do not jump. */
  #speed(rows: number, bytes: number, spent: number): string[] {
    if (spent < rateDelay || bytes === 0) return [];
    const left = this.#size === undefined ? 0 : ((this.#size - bytes) / bytes) * (spent / 1_000);
    const rate = `${counted(twoFigures((rows * 1_000) / spent), "row")} per second`;
    return left <= 0 ? [rate] : [`about ${remaining(left)} left`, rate];
  }
}

/** Writes the remaining time, rounded up: to the second, from one minute on to ten seconds, from ten minutes on to the minute. */
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

/** Most weeks on a line. */
const mostWeeks = 60;

/** Bars from the lowest to the full one. */
const bars = "▁▂▃▄▅▆▇█";

/** Step of the scale, which begins at a multiple of it. */
const step = 0.05;

/**
 * Returns the weeks of a report over all tiers and severities. The scale begins just below the lowest week, because most weeks
 * are above 90% and a scale from 0% would hide a trend. A dot is a week without an evaluated case. A single week is written as
 * a figure.
 */
export function weekLines(weeks: readonly Week[], percent: (share: number) => string): string[] {
  const all = new Map(
    weeks.filter(({ tier, severity }) => tier === null && severity === null).map((week) => [week.week, week]),
  );
  const found = [...all.keys()].toSorted();
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const names = weeksBetween(first, last, mostWeeks);
  const shares = names.map((name) => {
    const { met, missed } = all.get(name) ?? { met: 0, missed: 0 };
    return met + missed === 0 ? null : met / (met + missed);
  });
  if (names.length === 1)
    return [`by week  ${first}: ${shares[0] == null ? "no case could be evaluated" : percent(shares[0])}`];
  const evaluated = shares.filter((share) => share !== null);
  const lowest = Math.min(...evaluated);
  const from = scaleFrom(lowest);
  const line = shares.map((share) => (share === null ? "·" : barOf(share, from))).join("");
  const earlier = names[0] === first ? "" : ` (the last ${mostWeeks} weeks; the log begins in ${first})`;
  const lines = [`by week  ${line}  ${names[0]} to ${last}${earlier}`];
  if (evaluated.length > 0) {
    const where = names[shares.indexOf(lowest)];
    const ends = `from ${Math.round(100 * from)}% (${bars[0]}) to 100% (${bars.at(-1)})`;
    lines.push(dim(`         ${ends}; lowest: ${where} at ${percent(lowest)}`));
  }
  return lines;
}

/** Returns the start of the scale: the lowest share rounded down to a step, and at least one step below 100%. */
export function scaleFrom(lowest: number): number {
  // Rounding errors must not put a share below its own step.
  const steps = Math.floor(lowest / step + 1e-9);
  return Math.max(0, Math.min(steps, Math.round(1 / step) - 1)) * step;
}

function barOf(share: number, from: number): string {
  const place = Math.floor((bars.length * (share - from)) / (1 - from) + 1e-9);
  return bars[Math.max(0, Math.min(bars.length - 1, place))] ?? "";
}
