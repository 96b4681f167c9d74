import { existsSync, mkdirSync } from "node:fs";
import { join, sep } from "node:path";
import { removeFiles } from "../lib/folders.mjs";
import { dist, generated, inRoot } from "../lib/paths.mjs";

/** Each entry of the package: name under dist/ and source under js/. */
const entries = {
  index: "js/index.ts",
  node: "js/node.ts",
  slim: "js/slim.ts",
  "elements/index": "js/elements/index.ts",
  "elements/define": "js/elements/define.ts",
};

/** js/ as the modules of the package. */
export const javascript = {
  name: "javascript",
  title: "JavaScript",
  inputs: ["js", "tsconfig.json", "package-lock.json"],
  outputs: Object.keys(entries).map((name) => `dist/${name}.js`),
  async run() {
    const { build } = await import("esbuild");
    mkdirSync(dist, { recursive: true });
    removeFiles(dist, (name) => name.endsWith(".js") && name !== "reference-policy.js");
    await build({
      entryPoints: Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(inRoot(source)))),
      absWorkingDir: inRoot(),
      outdir: dist,
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      // Beside the entries, so that a URL relative to a module means the same in an entry and in a shared module.
      chunkNames: "shared-[hash]",
      external: ["node:*"],
      plugins: [neighbours],
      logLevel: "silent",
    });
  },
};

/**
 * Leaves the imports of the reference policy and, in the elements, of the API as imports of their files in dist/: they
 * keep a name of their own there, and `new URL("./engine.wasm", import.meta.url)` stays in dist/index.js, where bundlers
 * look for it.
 */
const neighbours = {
  name: "neighbours",
  setup(build) {
    const elements = inRoot("js", "elements") + sep;
    build.onResolve({ filter: /\/(index|reference-policy)\.js$/ }, ({ importer, resolveDir, path }) => {
      const up = importer.startsWith(elements) ? ".." : ".";
      switch (join(resolveDir, path)) {
        case join(generated, "reference-policy.js"):
          return { path: `${up}/reference-policy.js`, external: true };
        case inRoot("js", "index.js"):
          return importer.startsWith(elements) ? { path: "../index.js", external: true } : undefined;
        default:
          return undefined;
      }
    });
  },
};
