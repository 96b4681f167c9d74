// The paths of the project, from which the tools make all their paths.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/** Files that the build keeps for the next build: fingerprints, generated sources. They can be deleted. */
export const cache = inRoot(".cache");

/** Sources that the build writes for js/ to import. */
export const generated = inRoot("js", "generated");

/** The package: the files that `exports` of package.json name. */
export const dist = inRoot("dist");

/** The static site. */
export const site = inRoot("site");

/** A program of the build tools that are written in Rust. */
export const rustTool = (name) =>
  inRoot("tools", "target", "release", process.platform === "win32" ? `${name}.exe` : name);

/** The entry script of a program that npm has installed, to be run with Node itself. */
export const nodeTool = (...parts) => inRoot("node_modules", ...parts);
