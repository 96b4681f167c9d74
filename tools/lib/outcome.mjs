// The outcome of a stage of the tests: counts, the output of the programs, and the failed tests.

/**
 * @typedef {object} Failure
 * @property {string} name    of the test
 * @property {string} [file]  with the line, where it is known
 * @property {string} repeat  the command that runs this test alone
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} [output]  shown where something failed
 * @property {string} [remark]  for the end of the line
 * @property {Failure[]} [failures]
 *
 * @typedef {object} Stage
 * @property {string} name   the word for `npm test -- word`
 * @property {string} title  for its line on the terminal
 * @property {string[]} needs  the steps that have to be done first
 * @property {string} [lock]   see tools/lib/scheduler.mjs
 * @property {boolean} [alone]
 * @property {boolean} [isRelease]  whether it says something of the engine as it is released, and nothing of another build
 * @property {Run} run  runs all its tests
 * @property {(word: string) => {files?: Run, titles?: Run}} [select]  runs the tests in files, or with titles, that match a word
 *
 * @typedef {(progress: (text: string) => void) => Promise<Outcome>} Run
 */

/** A check that either holds or not counts as one test. @returns {Outcome} */
export const check = ({ code, output }, name, repeat) =>
  code === 0
    ? { passed: 1, failed: 0, output }
    : { passed: 0, failed: 1, output, failures: [{ name, repeat: repeat ?? `npm test -- ${name}` }] };

/**
 * The counts of a runner. A runner that ended badly without a failed test, or that counted nothing at all, counts as one
 * failure, because silence is not success.
 *
 * @returns {Outcome}
 */
export function counted({ code, output }, { passed, failed, failures = [] }) {
  const isSilent = passed + failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || isSilent) ? 1 : failed, output, failures };
}

/** Runs one thing after the other, and adds up what they found. @param {(() => Promise<Outcome>)[]} runs */
export async function inTurn(runs) {
  const sum = { passed: 0, failed: 0, output: "", failures: [] };
  for (const run of runs) {
    const { passed, failed, output = "", failures = [] } = await run();
    sum.passed += passed;
    sum.failed += failed;
    sum.output += failed > 0 ? output : "";
    sum.failures.push(...failures);
  }
  return sum;
}

/** A text as an argument for a shell, in a command to be copied. */
export const quoted = (text) => (/^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** A text as a regular expression that finds it. */
export const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
