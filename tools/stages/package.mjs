import { testFolder } from "../lib/node-test.mjs";
import { inRoot } from "../lib/paths.mjs";

/** The package as somebody installs it, in Node. */
export const packaging = {
  title: "Package, in Node",
  run: (tell) => testFolder(inRoot("tests", "package"), tell),
};
