// `.ci/run`: what continuous integration runs, `npm test` and then `npm run test:scale`, with one closing line for both. Each has a
// time limit, so that a step that hangs is reported as a failure.

import { attempt } from "./lib/command.mjs";
import { inRoot } from "./lib/paths.mjs";
import { note } from "./lib/terminal.mjs";

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {string[]} args  the arguments of Node
 * @property {number} minutes  its time limit
 */

/** The commands, each with several times the minutes that it takes on two cores where nothing has been built. @type {Part[]} */
const commands = [
  { title: "npm test", args: [inRoot("tools", "run.mjs"), "test"], minutes: 50 },
  { title: "npm run test:scale", args: [inRoot("tools", "run.mjs"), "test:scale"], minutes: 35 },
];

/** Runs the parts one after the other, whether or not one fails, and adds up their counts. @param {Part[]} [parts] */
export async function ci(parts = commands) {
  const outcomes = [];
  for (const part of parts) outcomes.push(await runPart(part));
  note("");
  for (const { title, passed, failed } of outcomes) note(`  ${title.padEnd(30)}${passed} passed, ${failed} failed`);
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  note(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  if (sum("failed") > 0) process.exitCode = 1;
}

/** Runs a part and shows its output, except for its closing line. A part without one has failed. */
async function runPart({ title, args, minutes }) {
  let closing;
  const show = (line) => {
    const counts = /^(\d+) passed, (\d+) failed$/.exec(line);
    if (counts) closing = { passed: Number(counts[1]), failed: Number(counts[2]) };
    else note(line);
  };
  let rest = "";
  const onOutput = (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    lines.forEach(show);
  };
  const { code } = await attempt(process.execPath, args, { minutes, onOutput });
  if (rest) show(rest);
  const { passed, failed } = closing ?? { passed: 0, failed: 0 };
  return { title, passed, failed: code !== 0 || !closing ? Math.max(failed, 1) : failed };
}
