// The tools that the packed package is tried in: installed by the tests, and by nothing else.

import { existsSync, statSync } from "node:fs";
import { attempt } from "../lib/command.mjs";
import { inRoot } from "../lib/paths.mjs";
import { Explained } from "../lib/terminal.mjs";

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
  async run(progress) {
    progress("900 MB, once");
    // None of them needs its scripts: their programs come in packages of their own.
    const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
    const exact = await npm(["ci", ...options], progress);
    if (exact.code === 0) return;
    // A registry may have withdrawn what the lock file names: the tools may then be a little newer, and the tests still say so.
    const near = await npm(["install", "--no-save", ...options], progress);
    if (near.code !== 0)
      throw new Explained("the tools to try the package in could not be installed", `${exact.output}\n${near.output}`);
    return "not quite as the lock file says";
  },
};

const npm = (args, progress) =>
  process.platform === "win32"
    ? attempt("cmd", ["/c", "npm", ...args], { progress, cwd: folder })
    : attempt("npm", args, { progress, cwd: folder });
