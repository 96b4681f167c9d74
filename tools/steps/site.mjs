import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cache, dist, inRoot, root, site as out } from "../lib/paths.mjs";

const isDeclaration = (path) => path.startsWith(dist) && path.endsWith(".d.ts");

/** The static site: the package as published, under case-slo/, and the pages around it. */
export const site = {
  name: "site",
  title: "Site",
  inputs: ["www", "js", "policies", "dist", "package.json", "package-lock.json", "tsconfig.json"],
  ignored: isDeclaration,
  outputs: ["site/index.html"],
  async run() {
    rmSync(out, { recursive: true, force: true });
    cpSync(dist, join(out, "case-slo"), { recursive: true, filter: (path) => !isDeclaration(path) });
    const source = ["www/build.tsx", "www/build.ts", "www/build.mjs"].find((path) => existsSync(inRoot(path)));
    if (!source) return "no pages yet";
    const { buildSite } = await load(source);
    await buildSite({ root, dist, out });
  },
};

/** The module that renders the pages, bundled for Node. */
async function load(source) {
  const { build } = await import("esbuild");
  const outfile = join(cache, "www.mjs");
  await build({
    entryPoints: [inRoot(source)],
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
  return import(pathToFileURL(outfile).href);
}
