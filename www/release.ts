/** Scripts of the package that a page may load by itself, and the modules that it preloads. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export interface ReleaseFile {
  name: string;
  /** Bytes after brotli. */
  size: number;
  /** As `integrity` has it. */
  digest: string;
}

/** Self-contained scripts. The digest of a module does not cover its imports. */
const names = ["case-slo.js", "case-slo-js.js", "frame-host.js", "frame.js"];

/** Each file in `dist`. A draft of the site compresses quickly, so its sizes are a little too large. */
export function releaseFiles(dist: string, isDraft = false): ReleaseFile[] {
  const quality = isDraft ? constants.BROTLI_MIN_QUALITY : constants.BROTLI_MAX_QUALITY;
  return names
    .filter((name) => existsSync(join(dist, name)))
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      return {
        name,
        size: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length,
        digest: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
      };
    });
}

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
