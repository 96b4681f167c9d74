// A step of the build with its inputs, its outputs and its function. A step is skipped if a hash over its input files
// is the same as when it last ran; the hashes are kept under .cache/steps/.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cache, inRoot, root } from "./paths.mjs";
import { beginTask } from "./terminal.mjs";

/**
 * @typedef {object} Step
 * @property {string} name    of its hash and of its module in tools/steps/
 * @property {string} title   for its line on the terminal
 * @property {string[]} [inputs]   files and folders it reads; it is skipped while none of them changes
 * @property {(path: string) => boolean} [ignored]  files among the inputs that make no difference
 * @property {string} [variant]  names what else the outputs depend on, such as the profile of a compiler
 * @property {string[]} [outputs]  files it writes; it runs again where one is missing
 * @property {() => boolean | Promise<boolean>} [isDone]  asked instead of comparing inputs
 * @property {(progress: (text: string) => void) => Promise<string | void>} run  gives a remark for the end of the line
 */

/**
 * Runs one step, or reports that its inputs have not changed; with `isQuiet` it does not report that.
 *
 * @param {Step} step
 * @param {{isQuiet?: boolean}} [options]
 * @returns {Promise<boolean>} whether it ran
 */
export async function runStep(step, { isQuiet = false } = {}) {
  const { name, title, inputs = [], ignored, variant = "", outputs = [], isDone, run } = step;
  const task = beginTask(title);
  try {
    const hash = isDone ? "" : hashOf([`tools/steps/${name}.mjs`, ...inputs], ignored) + variant;
    const done = isDone ? await isDone() : isKnown(name, hash) && outputs.every((path) => existsSync(inRoot(path)));
    if (done) {
      if (isQuiet) task.cancel();
      else task.unchanged();
      return false;
    }
    const remark = await run(task.progress);
    if (!isDone) remember(name, hash);
    task.done(remark);
    return true;
  } catch (error) {
    task.failed();
    throw error;
  }
}

/** A hash over the names and contents of every file under `paths` that is not `ignored`. */
export function hashOf(paths, ignored = () => false) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths).filter((path) => !ignored(path))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Every file under `paths` (files or folders, relative to the top; missing ones are left out), in a fixed order. */
export function filesUnder(paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) found.push(path);
    else for (const entry of readdirSync(path).sort()) visit(join(path, entry));
  };
  for (const path of paths) visit(inRoot(path));
  return found;
}

const fileOf = (name) => join(cache, "steps", name);

/** Whether the step `name` ran with these inputs before. */
const isKnown = (name, hash) => existsSync(fileOf(name)) && readFileSync(fileOf(name), "utf8") === hash;

/** Remembers that the step `name` ran with these inputs. */
function remember(name, hash) {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), hash);
}
