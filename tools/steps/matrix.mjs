// The tools that the packed package is tried in: installed by the tests, and by nothing else.

import { existsSync, statSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { inRoot } from "../lib/paths.mjs";

const folder = inRoot("tests", "matrix");
const changed = (path) => statSync(path).mtimeMs;

/** tests/matrix/node_modules/, as its lock file says. */
export const matrix = {
  name: "matrix",
  title: "Bundlers and runtimes to try",
  isDone() {
    const installed = inRoot("tests", "matrix", "node_modules", ".package-lock.json");
    return existsSync(installed) && changed(installed) >= changed(inRoot("tests", "matrix", "package-lock.json"));
  },
  async run(tell) {
    tell("900 MB, once");
    // None of them needs its scripts: their programs come in packages of their own.
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    if (process.platform === "win32") await run("cmd", ["/c", "npm", ...args], { tell, cwd: folder });
    else await run("npm", args, { tell, cwd: folder });
  },
};
