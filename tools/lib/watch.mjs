// Watches files by their times, which works the same on every system and in every container, even if an editor
// replaces a file instead of writing to it. Reading the times of the thousand files of the project takes some milliseconds.

import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { filesUnder } from "./step.mjs";

const pause = 250;

/** The times and sizes of the files under `paths` that are not `ignored`, as one text. */
function timesOf(paths, ignored) {
  return filesUnder(paths)
    .filter((path) => !ignored(path))
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return `${file} ${found?.mtimeMs} ${found?.size}`;
    })
    .join("\n");
}

/**
 * Calls `onChange` after files under `paths` have changed, and waits for its end before it looks again; a change in the
 * meantime is found then. Ends when `signal` is aborted.
 *
 * @param {string[]} paths
 * @param {() => Promise<void>} onChange
 * @param {{signal: AbortSignal, ignored?: (path: string) => boolean}} options
 */
export async function watchFiles(paths, onChange, { signal, ignored = () => false }) {
  let known = timesOf(paths, ignored);
  while (!signal.aborted) {
    await wait(pause, undefined, { signal }).catch(() => {});
    const now = timesOf(paths, ignored);
    if (now === known || signal.aborted) continue;
    known = now;
    await onChange();
  }
}
