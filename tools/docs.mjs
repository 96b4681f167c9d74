// `npm run test:docs`: the packed package in documentation tools, which are too large for `npm test`.

import { spawnSync } from "node:child_process";
import { buildPackage } from "./build.mjs";
import { root } from "./lib/paths.mjs";
import { runStep } from "./lib/step.mjs";
import { Explained } from "./lib/terminal.mjs";
import { browsers } from "./steps/browsers.mjs";
import { dependencies } from "./steps/dependencies.mjs";
import { docsTools, pythonTools, rustTools } from "./steps/matrix.mjs";

/** Installs the tools once, builds the package and runs the tests of tests/matrix/docs/. */
export async function docs() {
  for (const step of [dependencies, browsers, docsTools, pythonTools, rustTools]) await runStep(step);
  await buildPackage();
  const args = ["--test", "--test-reporter=spec", "tests/matrix/docs/tools.test.mjs"];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Explained("an element does not run in a documentation tool");
}
