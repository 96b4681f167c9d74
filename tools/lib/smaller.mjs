// What is left to take out of a module after esbuild. The packages are loaded when they are used: this file is read before
// they are installed.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What is called often must not be made anew at each call: functions stay outside of those that call them. */
const compress = { passes: 3, reduce_funcs: false };

/** Shortens the modules of a folder, or its classic scripts, once more: 2 % of what a visitor downloads. */
export async function shorten(folder, wanted, { module = true } = {}) {
  const { minify } = await import("terser");
  for (const name of (await readdir(folder)).filter(wanted)) {
    const path = join(folder, name);
    const { code } = await minify(await readFile(path, "utf8"), { module, ecma: 2020, compress });
    await writeFile(path, code);
  }
}

/** An esbuild plugin: the CSS of a `styles.ts`, which stands in template strings without expressions, loses its spaces. */
export const shortStyles = {
  name: "short-styles",
  setup(build) {
    build.onLoad({ filter: /styles\.ts$/ }, async ({ path }) => {
      const [first, ...sheets] = (await readFile(path, "utf8")).split(/(?<== )`([^`]*)`/);
      const shortened = await Promise.all(sheets.map((part, at) => (at % 2 === 0 ? short(part) : part)));
      return { contents: first + shortened.join(""), loader: "ts" };
    });
  },
};

async function short(css) {
  const { transform } = await import("esbuild");
  const { code } = await transform(css, { loader: "css", minify: true, target: "es2022" });
  return JSON.stringify(code.trim());
}
