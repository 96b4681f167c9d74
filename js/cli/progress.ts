/** How far a log has been read: one line that is written over and over, on a terminal alone. */

import { counted } from "./output.js";

/** Before this much time nothing is known of the speed, in milliseconds. */
const settled = 500;

/** A line that is written more often than this cannot be read, in milliseconds. */
const pace = 100;

/** What is asked of a stream to write to; `process.stderr` is one. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The line of one reading. `size` is undefined where nobody knows it, as of standard input; `now` is in milliseconds. */
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

  /** Tells how much has been read. */
  update({ rows, bytes }: { rows: number; bytes: number }): void {
    const now = this.#now();
    if (this.#terminal.isTTY !== true || now < this.#next) return;
    this.#next = now + pace;
    const share = this.#size ? ` (${Math.floor((100 * bytes) / this.#size)} %)` : "";
    const parts = [`${counted(rows, "row")}${share}`, ...this.#speed(rows, bytes, now - this.#began)];
    // What does not fit would go to another line, which nobody takes away.
    while (parts.length > 1 && parts.join(", ").length >= (this.#terminal.columns ?? 80)) parts.pop();
    this.#terminal.write(`\r${parts.join(", ")}\u001b[K`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#next > 0) this.#terminal.write("\r\u001b[K");
  }

  /** Both by the whole time so far: logs are read at one speed, and a figure that jumps cannot be read. */
  #speed(rows: number, bytes: number, spent: number): string[] {
    if (spent < settled || bytes === 0) return [];
    const left = this.#size === undefined ? 0 : ((this.#size - bytes) / bytes) * (spent / 1_000);
    const rate = `${counted(twoFigures((rows * 1_000) / spent), "row")} a second`;
    return left <= 0 ? [rate] : [`about ${remaining(left)} left`, rate];
  }
}

/** Seconds as whoever waits wants to know them: to the second, from a minute on to ten, from ten minutes on to the minute. */
export function remaining(seconds: number): string {
  const step = seconds > 600 ? 60 : seconds > 60 ? 10 : 1;
  const whole = Math.ceil(seconds / step) * step;
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", rest > 0 ? `${rest} s` : ""]
    .filter(Boolean)
    .join(" ");
}

/** A count of which only the size matters. */
function twoFigures(count: number): number {
  return Number(count.toPrecision(2));
}
