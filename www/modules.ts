/** Files that a module of the package loads, so that a page can preload them. */

import { existsSync, readFileSync } from "node:fs";
import { posix, join } from "node:path";

/** The modules that `entry` imports, directly or not, as paths inside `folder`; itself first. */
export function modulesBehind(folder: string, entry: string): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (!existsSync(join(folder, name))) return;
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g)) {
      visit(posix.join(posix.dirname(name), path ?? ""));
    }
  };
  visit(entry);
  return [...found];
}
