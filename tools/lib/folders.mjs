// Folders that the build writes.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The files under `folder`, as paths relative to it with forward slashes. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Removes the files under `folder` whose relative path satisfies `unwanted`. */
export function removeFiles(folder, unwanted) {
  for (const name of listFiles(folder).filter(unwanted)) rmSync(join(folder, name));
}
