// The output of the tools: one line for each task, when it ends. On a terminal, a last line shows the tasks under way; elsewhere a line
// does so once a minute. Tasks can run in parallel; the output of one never interrupts that of another.

const isLive = Boolean(process.stdout.isTTY) && !process.env.CI;
const hasColours = isLive && !process.env.NO_COLOR;
const paint = (code) => (text) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, red, green] = [1, 2, 31, 32].map(paint);

/** Whether to show the output of every program at once. */
export const verbose = process.argv.includes("--verbose");

/** An error whose message is complete: it is printed without a stack. */
export class Explained extends Error {
  /** @param {string} message one sentence; `output`: the text that the failed program printed */
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

/** The tasks under way, with the time of their start and their latest detail. */
const underWay = new Set();
let timer;

/** Prints a text above the line of what is under way. */
export function note(text) {
  process.stdout.write(`${isLive && underWay.size > 0 ? "\r\u001b[K" : ""}${text}\n`);
}

export const heading = (text) => note(bold(text));

/** Prints the reason for which the tools stopped. */
export function fail(error) {
  note(red(textOf(error)));
}

/** An error as text: the output of the program that failed and the reason, or a stack. */
export function textOf(error) {
  if (!(error instanceof Explained)) return String(error.stack ?? error);
  return [verbose ? "" : error.output.trimEnd(), error.message].filter(Boolean).join("\n\n");
}

const seconds = ({ start }) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

function showUnderWay() {
  if (underWay.size === 0) return;
  const names = [...underWay].map((task) => `${task.title} ${seconds(task)} ${task.detail}`.trim());
  if (!isLive) note(dim(`  … ${names.join("; ")}`));
  else process.stdout.write(`\r\u001b[K${dim(`  … ${names.join("; ")}`.slice(0, (process.stdout.columns ?? 80) - 1))}`);
}

/**
 * Starts a task. `progress` sets a temporary detail; each other function ends the task and prints its line,
 * but for `cancel`, which prints nothing.
 *
 * @param {string} title
 */
export function beginTask(title) {
  const task = { title, start: performance.now(), detail: "" };
  underWay.add(task);
  timer ??= setInterval(showUnderWay, isLive ? 250 : 60_000);
  const cancel = () => {
    underWay.delete(task);
    if (underWay.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  const end = (time, text) => {
    cancel();
    note(`  ${title.padEnd(30)}${time.padStart(8)}  ${text}`);
  };
  const withRemark = (text, remark) => (remark ? `${text}  ${remark}` : text);
  return {
    progress: (detail) => {
      task.detail = detail.trim().slice(0, 60);
    },
    done: (remark) => end(seconds(task), withRemark(green("ok"), remark)),
    failed: (remark) => end(seconds(task), withRemark(red("failed"), remark)),
    cancel,
    unchanged: (remark) => end("", withRemark(dim("unchanged"), remark)),
  };
}
