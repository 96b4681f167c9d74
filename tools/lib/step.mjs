// A step of the build: what it reads, what it writes, and how.

import { existsSync } from "node:fs";
import { fingerprint, isKnown, remember } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { line } from "./terminal.mjs";

/**
 * @typedef {object} Step
 * @property {string} name    of its fingerprint and of its module in tools/steps/
 * @property {string} title   what the line of the step says
 * @property {string[]} [inputs]   files and folders it reads; it is skipped while none of them changes
 * @property {(path: string) => boolean} [ignored]  files among the inputs that make no difference
 * @property {string[]} [outputs]  files it writes; it runs again where one is missing
 * @property {() => boolean | Promise<boolean>} [isDone]  asked instead of comparing inputs
 * @property {(tell: (text: string) => void) => Promise<string | void>} run  gives a remark for the end of the line
 */

/** Runs one step, or says that nothing has changed since it last ran. @param {Step} step */
export async function runStep({ name, title, inputs = [], ignored, outputs = [], isDone, run }) {
  const at = line(title);
  try {
    const print = isDone ? "" : fingerprint([`tools/steps/${name}.mjs`, ...inputs], ignored);
    const done = isDone ? await isDone() : isKnown(name, print) && outputs.every((path) => existsSync(inRoot(path)));
    if (done) {
      at.unchanged();
      return;
    }
    const remark = await run(at.tell);
    if (!isDone) remember(name, print);
    at.done(remark ?? "");
  } catch (error) {
    at.failed();
    throw error;
  }
}
