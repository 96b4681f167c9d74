import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../lib/bundle.mjs";
import { cache, dist, inRoot, root, site as out } from "../lib/paths.mjs";

/** What is of no use to a browser: declarations, and the command line. */
const isForNode = (path) => path.startsWith(dist) && (path.endsWith(".d.ts") || path === join(dist, "cli.js"));

/** The static site: the package as published, under case-slo/, and the pages around it. */
export const site = {
  name: "site",
  title: "Site",
  inputs: ["www", "js", "policies", "dist", "package.json", "package-lock.json", "tsconfig.json"],
  ignored: isForNode,
  outputs: ["site/index.html"],
  async run() {
    rmSync(out, { recursive: true, force: true });
    cpSync(dist, join(out, "case-slo"), { recursive: true, filter: (path) => !isForNode(path) });
    const { buildSite } = await load("www/build.tsx");
    await buildSite({ root, dist, out });
  },
};

/** The module that renders the pages, bundled for Node. */
async function load(source) {
  const outfile = join(cache, "www.mjs");
  await bundle({ entryPoints: [inRoot(source)], outfile, platform: "node", target: "node20", packages: "external" });
  // `npm run dev` loads it again after each change.
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
