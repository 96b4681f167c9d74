// The entries of the package, as names without their ending; js/ and dist/ use the same names.

import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** The entries of the API, under js/ and under dist/. */
export const api = ["index", "node", "slim", "inline", "sample-log"];

/** The names of the elements without their prefix. The classes that js/elements/index.ts exports are the only list of elements. */
export const elementNames = [
  ...readFileSync(inRoot("js", "elements", "index.ts"), "utf8").matchAll(/"\.\/([\w-]+)\/element\.js"/g),
]
  .map(([, name]) => name)
  .filter((name) => name !== "shared")
  .sort();

/** The entries of the elements, under js/elements/ and dist/elements/: the classes, all elements, and each element alone. */
export const elements = ["index", "define", ...elementNames.map((name) => `define-${name}`)];
