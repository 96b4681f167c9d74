import { testFolder } from "../lib/node-test.mjs";
import { inRoot } from "../lib/paths.mjs";

/** What the build tools bring of their own. */
export const tools = {
  title: "Build tools",
  run: (tell) => testFolder(inRoot("tests", "tools"), tell),
};

/** The package as somebody installs it, in Node. */
export const packaging = {
  title: "Package, in Node",
  run: (tell) => testFolder(inRoot("tests", "package"), tell),
};

/** The packed package in temporary projects: bundlers, a server, runtimes, test runners, other pages. */
export const matrix = {
  title: "Package, in projects",
  run: (tell) => testFolder(inRoot("tests", "matrix"), tell),
};
