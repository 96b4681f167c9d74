// What the tools say: one line a step, with its time. Colour and the moving line are for terminals only.

const live = Boolean(process.stdout.isTTY) && !process.env.CI;
const colourful = live && !process.env.NO_COLOR;
const paint = (code) => (text) => (colourful ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, red, green] = [1, 2, 31, 32].map(paint);

/** Whether the output of every program is shown as it comes. */
export const verbose = process.argv.includes("--verbose");

/** Thrown where the reason has been told in words that need no stack. */
export class Explained extends Error {
  /** @param {string} message one sentence; `output`: what the failed program printed */
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

export const heading = (text) => console.log(bold(text));
export const note = (text) => console.log(text);

/** Prints why the tools stopped. */
export function fail(error) {
  if (!(error instanceof Explained)) {
    console.error(error);
    return;
  }
  if (error.output && !verbose) console.error(`\n${error.output.trimEnd()}\n`);
  console.error(red(error.message));
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Starts the line of a step. `tell` shows a passing detail, `done` and `failed` close the line.
 *
 * Without a terminal the title is written at once and the rest of the line when it is known, so that a log shows what
 * is under way.
 */
export function line(title) {
  const start = performance.now();
  const label = `  ${title.padEnd(30)}`;
  let detail = "";
  const draw = () => {
    const room = Math.max(0, (process.stdout.columns ?? 80) - label.length - 14);
    process.stdout.write(`\r\u001b[K${label}${seconds(start).padStart(8)}  ${dim(detail.slice(0, room))}`);
  };
  const timer = live && !verbose ? setInterval(draw, 250) : undefined;
  if (verbose) process.stdout.write(`${label}\n`);
  else if (live) draw();
  else process.stdout.write(label);

  const close = (mark, text) => {
    clearInterval(timer);
    const start = live && !verbose ? `\r\u001b[K${label}` : verbose ? label : "";
    process.stdout.write(`${start}${mark}  ${text}\n`);
  };
  return {
    tell: (text) => (detail = text.trim()),
    done: (remark = "") => close(seconds(start).padStart(8), `${green("ok")}${remark && `  ${remark}`}`),
    failed: (remark = "") => close(seconds(start).padStart(8), `${red("failed")}${remark && `  ${remark}`}`),
    unchanged: (remark = "") => close("        ", `${dim("unchanged")}${remark && `  ${remark}`}`),
  };
}
