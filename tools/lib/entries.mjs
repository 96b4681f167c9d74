// The entries of the package, as names without their ending: what js/ has is what dist/ gets.

import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** The entries of the API, under js/ and under dist/. */
export const api = ["index", "node", "slim", "inline", "sample-log"];

/** The elements without their prefix, from the one list of them: the classes that js/elements/index.ts exports. */
export const elementNames = [
  ...readFileSync(inRoot("js", "elements", "index.ts"), "utf8").matchAll(
    /^export \{ Slo\w+ \} from "\.\/(\w+)\/element\.js";$/gm,
  ),
]
  .map(([, name]) => name)
  .filter((name) => name !== "shared")
  .sort();

/** Those of the elements, under js/elements/ and dist/elements/: the classes, all elements, and each alone. */
export const elements = ["index", "define", ...elementNames.map((name) => `define-${name}`)];
