// A stage of the tests: runs one program or several, and counts.

import { Explained, line, note, verbose } from "./terminal.mjs";

/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {(tell: (text: string) => void) => Promise<Outcome>} run
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} [output]  shown where something failed
 * @property {string} [remark]  for the end of the line
 * @property {string} [skipped] why there was nothing to run
 */

/** Runs one stage. Never throws: what breaks is a failure of the stage. @param {Stage} stage @returns {Promise<Outcome>} */
export async function attemptStage({ title, run }) {
  const at = line(title);
  let outcome;
  try {
    outcome = await run(at.tell);
  } catch (error) {
    const output = error instanceof Explained ? `${error.output}\n${error.message}` : String(error.stack ?? error);
    outcome = { passed: 0, failed: 1, output };
  }
  const counts = `${outcome.passed} passed`;
  if (outcome.skipped) {
    at.unchanged(outcome.skipped);
  } else if (outcome.failed === 0) {
    at.done([counts, outcome.remark].filter(Boolean).join("  "));
  } else {
    at.failed(`${counts}, ${outcome.failed} failed`);
    if (outcome.output && !verbose) note(`\n${outcome.output.trim()}\n`);
  }
  return outcome;
}

/** A check that either holds or not: counts as one. */
export const check = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

/**
 * What a runner counted. A runner that ended badly without a failed test, or that counted nothing at all, counts as one
 * failure: silence is no success.
 */
export function counted({ code, output }, { passed, failed }) {
  const silent = passed + failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || silent) ? 1 : failed, output };
}
