/** Progress of reading a log: one line on a terminal that is written again and again. */

import { counted } from "./output.js";

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
