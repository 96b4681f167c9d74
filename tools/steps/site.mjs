import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { wizardSizes } from "../lib/budgets.mjs";
import { bundle } from "../lib/bundle.mjs";
import { run } from "../lib/command.mjs";
import { isDebugEngine } from "../lib/engine.mjs";
import { listFiles } from "../lib/folders.mjs";
import { cache, dist, inRoot, root, site as out } from "../lib/paths.mjs";

/** Files that a browser does not need: declarations, and the command line. */
const isForNode = (path) => path.startsWith(dist) && (path.endsWith(".d.ts") || /^cli\.js/.test(relative(dist, path)));

/** Files that are minified in the package already; the script of the page in one file has to keep its bytes. */
const isMinified = (name) => /^(case-slo|frame|js-|page)/.test(name);

/** The static site: the package as published, under case-slo/, and the pages around it. */
export const site = {
  name: "site",
  title: "Site",
  inputs: [
    "www",
    "js",
    "policies",
    "examples/reseller-portal/public",
    "dist",
    ".cache/reference",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ],
  ignored: isForNode,
  variant: isDebugEngine ? "draft" : "",
  outputs: ["site/index.html"],
  async run() {
    rmSync(out, { recursive: true, force: true });
    for (const name of listFiles(dist).filter((name) => !isForNode(join(dist, name)))) await publish(name);
    const { buildSite } = await load("www/build.tsx");
    const final = isDebugEngine ? {} : { weigh: wizardSizes, archive: await packed() };
    await buildSite({ root, dist, out, isDraft: isDebugEngine, ...final });
  },
};

/** Copies a file of the package; modules are minified, since no bundler of a visitor does it. A draft keeps its source maps. */
async function publish(name) {
  const [from, to] = [join(dist, name), join(out, "case-slo", name)];
  mkdirSync(dirname(to), { recursive: true });
  if (isDebugEngine || isMinified(name) || !/\.js(\.map)?$/.test(name)) copyFileSync(from, to);
  else if (name.endsWith(".js")) writeFileSync(to, await minified(readFileSync(from, "utf8")));
}

async function minified(module) {
  const { transform } = await import("esbuild");
  const { code } = await transform(module, { format: "esm", target: "es2022", minify: true, legalComments: "none" });
  return code;
}

/** The package as npm packs it, in the folder download/ of the site. */
async function packed() {
  const folder = join(out, "download");
  mkdirSync(folder, { recursive: true });
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const npm = process.platform === "win32" ? ["cmd", ["/c", "npm", ...args]] : ["npm", args];
  const { stdout } = await run(...npm);
  const [{ filename, size, integrity }] = JSON.parse(stdout);
  return { name: filename, size, digest: integrity };
}

/** The module that renders the pages, bundled for Node. */
async function load(source) {
  const outfile = join(cache, "www.mjs");
  await bundle({ entryPoints: [inRoot(source)], outfile, platform: "node", target: "node20", packages: "external" });
  // `npm run dev` loads it again after each change.
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
