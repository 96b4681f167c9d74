// The tests of the tools and of the installed package, for the test runner of Node.

import { nodeTests } from "../lib/node-test.mjs";

/** The tests of the build tools. */
export const tools = {
  name: "tools",
  title: "Build tools",
  needs: ["dependencies", "browsers"],
  ...nodeTests({ folder: "tests/tools", name: "tools" }),
};

export const packageInNode = {
  name: "package",
  title: "Package, in Node",
  needs: ["build", "browsers"],
  ...nodeTests({ folder: "tests/package", name: "package" }),
};

const isLighthouse = (file) => file.startsWith("lighthouse");

/** The packed package in temporary projects: bundlers, a server, runtimes, test runners, other pages. */
export const projects = {
  name: "projects",
  title: "Package, in projects",
  needs: ["build", "matrix", "browsers"],
  ...nodeTests({ folder: "tests/matrix", name: "projects", only: (file) => !isLighthouse(file) }),
};

/** Lighthouse measures time: nothing else runs beside it. */
export const lighthouse = {
  name: "lighthouse",
  title: "Lighthouse",
  needs: ["build", "matrix", "browsers"],
  alone: true,
  isRelease: true,
  ...nodeTests({ folder: "tests/matrix", name: "lighthouse", only: isLighthouse }),
};
