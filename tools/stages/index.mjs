// Every stage of the tests in the order of their start: first the longest stages and those that find faults early.

import { biome, clippy, rustfmt, sizes, typescript } from "./checks.mjs";
import { engine, engineWasm, library } from "./engine.mjs";
import { lighthouse, packageInNode, projects, tools } from "./package.mjs";
import { browsers, site } from "./site.mjs";

/** @type {import("../lib/outcome.mjs").Stage[]} */
export const stages = [
  rustfmt,
  biome,
  tools,
  clippy,
  engine,
  site,
  packageInNode,
  projects,
  browsers,
  engineWasm,
  library,
  typescript,
  sizes,
  lighthouse,
];
