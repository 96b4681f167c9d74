// The entries of the package, as names without their ending: what js/ has is what dist/ gets.

import { readdirSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** The entries of the API, under js/ and under dist/. */
export const api = ["index", "node", "slim", "inline", "sample-log"];

/** Those of the elements, under js/elements/ and dist/elements/: all of them, each alone, and the classes. */
export const elements = [
  "index",
  ...readdirSync(inRoot("js", "elements"))
    .filter((name) => /^define(-\w+)?\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ""))
    .sort(),
];
