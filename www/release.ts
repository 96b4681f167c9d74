/** The files of a release that a page may name, with what a browser holds them to. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

export interface ReleaseFile {
  name: string;
  /** Bytes after brotli. */
  size: number;
  /** As `integrity` has it. */
  digest: string;
}

/** Scripts that are whole: what a module imports, its own digest does not cover. */
const names = ["case-slo.js", "case-slo-js.js", "frame-host.js", "frame.js"];

/** Each file as it stands in `dist`. */
export function releaseFiles(dist: string): ReleaseFile[] {
  return names
    .filter((name) => existsSync(join(dist, name)))
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      return {
        name,
        size: brotliCompressSync(bytes).length,
        digest: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
      };
    });
}
