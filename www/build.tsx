/** Writes the static site: every page in every language, its styles and scripts. */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import type { FunctionComponent } from "preact";
import { renderToString } from "preact-render-to-string";
import type * as api from "../js/node.js";
import { subjectOf } from "../js/render/blocks.js";
import { elementsOn, folderOf, languages, type PageName, pageNames, wholeEngine } from "./site.js";
import { modulesBehind, releaseFiles } from "./release.js";
import { CalculatorPage } from "./pages/calculator.js";
import { DashboardPage } from "./pages/dashboard.js";
import { DescriptionPage } from "./pages/description.js";
import { EmbedPage } from "./pages/embed.js";
import { IndexPage } from "./pages/index.js";
import { PolicyPage } from "./pages/policy.js";
import { PreparePage } from "./pages/prepare.js";
import { ReferencePage } from "./pages/reference.js";
import { ReportPage } from "./pages/report.js";
import { TiersPage } from "./pages/tiers.js";
import { contextOf, type PageContext } from "./parts/context.js";
import { readReference } from "./reference.js";
import * as settings from "./settings.js";

const pages: Record<PageName, FunctionComponent<{ context: PageContext }>> = {
  index: IndexPage,
  prepare: PreparePage,
  calculator: CalculatorPage,
  tiers: TiersPage,
  description: DescriptionPage,
  report: ReportPage,
  dashboard: DashboardPage,
  policy: PolicyPage,
  embed: EmbedPage,
  reference: ReferencePage,
};

/** Folders: the root of the project, the built package, and the folder to write, which contains case-slo/. */
export interface SiteFolders {
  root: string;
  dist: string;
  out: string;
  /** Whether the build is a draft during development, which has to be fast. */
  isDraft?: boolean;
  /** Address of the site, if it is known. */
  address?: string;
}

/** Writes the site. French pages are at the root and English ones under en/; all links are relative. */
export async function buildSite(folders: SiteFolders): Promise<void> {
  const { root, dist, out, isDraft = false, address = settings.address } = folders;
  // The engine reads the policy for the pages, as it does for everybody else.
  const { loadPolicy } = (await import(pathToFileURL(join(dist, "node.js")).href)) as typeof api;
  const reference = loadPolicy(readFileSync(join(root, "policies", "cisco-spark-swss.json"), "utf8"));
  const policy = reference.toJSON();
  const release = releaseFiles(dist, isDraft);
  const declared = isDraft ? undefined : readReference(root, dist);
  for (const language of languages) {
    const subject = subjectOf(reference, language);
    for (const page of pageNames) {
      const Page = pages[page];
      const path = join(out, `${folderOf[language]}${page}.html`);
      mkdirSync(dirname(path), { recursive: true });
      const context = contextOf(page, language, {
        ...{ policy, subject, reference: declared, release, address },
        elements: loadedBy(page, dist),
      });
      writeFileSync(path, `<!doctype html>\n${renderToString(<Page context={context} />)}\n`);
    }
  }
  const assets = join(root, "www", "assets");
  for (const name of readdirSync(assets)) copyFileSync(join(assets, name), join(out, name));
  mkdirSync(join(out, "policies"), { recursive: true });
  copyFileSync(join(root, "policies", "boreal-care.json"), join(out, "policies", "boreal-care.json"));
  await bundle(root, out);
}

/** Returns the modules that a page loads from the package: the entries of its elements, their imports, and the engine. */
function loadedBy(page: PageName, dist: string): PageContext["elements"] {
  const entries = elementsOn[page].map((name) => `elements/define-${name}.js`);
  const behind = new Set(entries.flatMap((entry) => modulesBehind(dist, entry)));
  for (const entry of entries) behind.delete(entry);
  const inSite = (path: string) => `case-slo/${path}`;
  const engine = wholeEngine.includes(page) ? "analysis" : "engine";
  const modules = [...behind, `${engine}-glue.js`];
  return { entries: entries.map(inSite), modules: modules.map(inSite), engine: inSite(`${engine}.wasm`) };
}

/** The style sheets, and the scripts of the pages. */
async function bundle(root: string, out: string): Promise<void> {
  const { build } = await import("esbuild");
  const scripts = readdirSync(join(root, "www", "scripts")).map((name) => join("www", "scripts", name));
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  } as const;
  const sheets = ["site", "clauses", "dashboard", "report", "policy", "embed", "prepare", "reference"].map(
    (name) => `www/styles/${name}.css`,
  );
  await build({ ...common, entryPoints: sheets, outdir: out });
  await build({
    ...common,
    entryPoints: scripts,
    outdir: join(out, "scripts"),
    format: "esm",
    target: "es2022",
    plugins: [packageAsPublished],
  });
}

/** The scripts are typed against js/, and run on the published package in case-slo/. */
const packageAsPublished: Plugin = {
  name: "package-as-published",
  setup(build) {
    build.onResolve({ filter: /\/js\/(index|elements\/define)\.js$/ }, ({ path }) => ({
      path: `../case-slo/${path.replace(/^.*\/js\//, "")}`,
      external: true,
    }));
  },
};
