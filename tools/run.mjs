// The one entry of the build tools: `node tools/run.mjs <verb> [--verbose]`. package.json's scripts call it; it needs
// nothing but Node, and brings everything else itself (see CONTRIBUTING.md).

import { checkHost } from "./lib/host.mjs";
import { fail, heading } from "./lib/terminal.mjs";

const verbs = {
  build: () => import("./build.mjs").then(({ build }) => build()),
  start: () => import("./start.mjs").then(({ start }) => start()),
  test: () => import("./test.mjs").then(({ test }) => test()),
  bench: () => import("./bench.mjs").then(({ bench }) => bench()),
  size: () => import("./size.mjs").then(({ size }) => size()),
};

const verb = process.argv[2];
if (!Object.hasOwn(verbs, verb)) {
  console.error(`usage: node tools/run.mjs ${Object.keys(verbs).join("|")} [--verbose]`);
  process.exit(2);
}

try {
  heading(`case-slo: ${verb}`);
  checkHost();
  await verbs[verb]();
} catch (error) {
  fail(error);
  process.exitCode = 1;
}
