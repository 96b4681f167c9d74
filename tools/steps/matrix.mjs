// The tools that the packed package is tried in: installed by the tests, and by nothing else.

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../lib/command.mjs";
import { inRoot } from "../lib/paths.mjs";
import { Explained } from "../lib/terminal.mjs";

const changed = (path) => statSync(path).mtimeMs;

/** A step that installs tools, as the lock file of their folder says. */
function tools(name, title, folder, size) {
  return {
    name,
    title,
    isDone() {
      const installed = join(folder, "node_modules", ".package-lock.json");
      return existsSync(installed) && changed(installed) >= changed(join(folder, "package-lock.json"));
    },
    async run(progress) {
      progress(`${size}, once`);
      // None of them needs its scripts: their programs come in packages of their own.
      const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
      const exact = await npm(folder, ["ci", ...options], progress);
      if (exact.code === 0) return;
      // A registry may have withdrawn what the lock file names: the tools may then be a little newer, and the tests still say so.
      const near = await npm(folder, ["install", "--no-save", ...options], progress);
      if (near.code !== 0)
        throw new Explained(
          "the tools to try the package in could not be installed",
          `${exact.output}\n${near.output}`,
        );
      return "not quite as the lock file says";
    },
  };
}

const npm = (cwd, args, progress) =>
  process.platform === "win32"
    ? attempt("cmd", ["/c", "npm", ...args], { progress, cwd })
    : attempt("npm", args, { progress, cwd });

/** tests/matrix/node_modules/. */
export const matrix = tools("matrix", "Bundlers and runtimes to try", inRoot("tests", "matrix"), "900 MB");

const docs = inRoot("tests", "matrix", "docs");

/** tests/matrix/docs/node_modules/, for `npm run test:docs`. */
export const docsTools = tools("matrix", "Documentation tools to try", docs, "600 MB");

/** tests/matrix/docs/.rust/: mdBook, which crates.io has as source only. Without it, its test is left out. */
export const rustTools = {
  name: "matrix",
  title: "mdBook (once, some minutes)",
  isDone: () => existsSync(join(docs, ".rust", "bin", process.platform === "win32" ? "mdbook.exe" : "mdbook")),
  async run(progress) {
    const wanted = ["mdbook@0.5.4", "--no-default-features", "--features", "search", "--root", join(docs, ".rust")];
    const { code } = await attempt("cargo", ["install", ...wanted], { progress }).catch(() => ({ code: 1 }));
    if (code !== 0) return "left out: cargo did not install it";
  },
};

/** tests/matrix/docs/.python/: documentation tools from PyPI. Without Python, their tests are left out. */
export const pythonTools = {
  name: "matrix",
  title: "Documentation tools in Python",
  isDone: () => existsSync(join(docs, ".python", "sphinx")),
  async run(progress) {
    const args = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check"];
    const wanted = ["--target", join(docs, ".python"), "--requirement", join(docs, "requirements.txt")];
    const { code } = await attempt("python3", [...args, ...wanted], { progress }).catch(() => ({ code: 1 }));
    if (code !== 0) return "left out: pip did not install them";
  },
};
