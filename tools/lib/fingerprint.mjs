// Tells whether a step has anything to do: a hash over its inputs, kept under .cache/ from the run before.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cache, inRoot, root } from "./paths.mjs";

/** Every file under `paths` (files or folders, relative to the top; missing ones are left out), in a fixed order. */
export function filesUnder(paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) found.push(path);
    else for (const entry of readdirSync(path).sort()) visit(join(path, entry));
  };
  for (const path of paths) visit(inRoot(path));
  return found;
}

/** A hash over the names and contents of every file under `paths` that is not `ignored`. */
export function fingerprint(paths, ignored = () => false) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths).filter((path) => !ignored(path))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

const memory = (name) => join(cache, "steps", name);

/** Whether the step `name` ran with these inputs before. */
export const isKnown = (name, print) => existsSync(memory(name)) && readFileSync(memory(name), "utf8") === print;

/** Remembers that the step `name` ran with these inputs. */
export function remember(name, print) {
  mkdirSync(dirname(memory(name)), { recursive: true });
  writeFileSync(memory(name), print);
}
