/** Writes the static site: every page in every language, its styles and scripts. */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import type { FunctionComponent } from "preact";
import { renderToString } from "preact-render-to-string";
import type * as api from "../js/node.js";
import type * as ssr from "../js/ssr/index.js";
import type * as samples from "../js/sample-log.js";
import type { Policy } from "../js/index.js";
import { subjectOf } from "../js/render/blocks.js";
import { elementsOn, folderOf, type Language, languages, type PageName, pageNames, wholeEngine } from "./site.js";
import { modulesBehind, type ReleaseFile, releaseFiles } from "./release.js";
import { AboutPage } from "./pages/about.js";
import { BuilderPage } from "./pages/builder.js";
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
  builder: BuilderPage,
  policy: PolicyPage,
  embed: EmbedPage,
  reference: ReferencePage,
  about: AboutPage,
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
  /** Bytes of brotli that the wizard's page loads, and of its engine, once every other page is written. */
  weigh?: () => { page: number; engine: number };
  /** The package of this version, in `out`/download. */
  archive?: ReleaseFile;
}

/** Writes the site. French pages are at the root and English ones under en/; all links are relative. */
export async function buildSite(folders: SiteFolders): Promise<void> {
  const { root, dist, out, isDraft = false, address = settings.address, weigh, archive } = folders;
  // The engine reads the policy for the pages, as it does for everybody else.
  const module = <Module,>(name: string) => import(pathToFileURL(join(dist, name)).href) as Promise<Module>;
  const { loadPolicy } = await module<typeof api>("node.js");
  const { sampleLog } = await module<typeof samples>("sample-log.js");
  const { elementCss, renderShadow } = await module<typeof ssr>("ssr.js");
  const reference = loadPolicy(readFileSync(join(root, "policies", "cisco-spark-swss.json"), "utf8"));
  const policy = reference.toJSON();
  const common = {
    policy,
    address,
    archive,
    release: releaseFiles(dist, isDraft),
    reference: isDraft ? undefined : readReference(root, dist),
    weeks: weeksOf(reference, sampleLog),
    shadowOf: renderShadow,
  };
  await bundle(root, out);
  const wizard = {} as Record<Language, PageContext["elements"]>;
  for (const language of languages) wizard[language] = await bundleWizard(root, out, language);
  copyAssets(root, out);
  writeFileSync(join(out, "wizard.css"), await minified(elementCss("slo-wizard")));
  // The last page tells what the others weigh.
  for (const page of pageNames) {
    const measured = page === "about" && weigh ? { ...weigh(), ...sizeOf(reference) } : undefined;
    for (const language of languages) {
      const Page = pages[page];
      const path = join(out, `${folderOf[language]}${page}.html`);
      mkdirSync(dirname(path), { recursive: true });
      const subject = subjectOf(reference, language);
      const context = contextOf(page, language, {
        ...common,
        subject,
        measured,
        elements: page === "index" ? wizard[language] : loadedBy(page, dist),
      });
      writeFileSync(path, `<!doctype html>\n${renderToString(<Page context={context} />)}\n`);
    }
  }
}

/** Copies files that are served as they are, and the portal of Boréal. */
function copyAssets(root: string, out: string): void {
  const copyAll = (from: string, to: string, change = (text: string) => text) => {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) {
      writeFileSync(join(to, name), change(readFileSync(join(from, name), "utf8")));
    }
  };
  copyAll(join(root, "www", "assets"), out);
  mkdirSync(join(out, "policies"), { recursive: true });
  copyFileSync(join(root, "policies", "boreal-care.json"), join(out, "policies", "boreal-care.json"));
  copyAll(join(root, "examples", "reseller-portal", "public"), join(out, "portal"), portalHere);
  copyAll(join(root, "www", "portal"), join(out, "portal"));
}

/** A page of the portal, whose server has the package and the policy at its top, as a page of this site. */
function portalHere(text: string): string {
  return text
    .replaceAll('"/case-slo/', '"../case-slo/')
    .replaceAll('"/policy.json"', '"../policies/boreal-care.json"')
    .replaceAll("{{engine}}", "auto")
    .replaceAll(/(href|src)="\/(portal\.\w+)"/g, '$1="$2"')
    .replaceAll('href="/en"', 'href="en.html"')
    .replaceAll('href="/"', 'href="index.html"');
}

/** Attainment by week of a made-up log of a year. */
function weeksOf(policy: Policy, sampleLog: typeof samples.sampleLog): PageContext["weeks"] {
  const asOf = "2026-07-01T00:00:00Z";
  const report = policy.report({ asOf, zone: "America/Toronto" });
  for (const chunk of sampleLog(policy, { rows: 6_000, days: 364, asOf, problems: false })) report.push(chunk);
  return report.finish().weeks.filter(({ tier, severity }) => tier === null && severity === null);
}

/** The questions of the policy that a case needs at most, and the combinations of their answers. */
function sizeOf(policy: Policy): { questions: number; combinations: number } {
  const { questions = [] } = policy.toJSON();
  return {
    questions: policy.nextQuestion({})?.worst ?? 0,
    combinations: questions.reduce((product, { options }) => product * options.length, 1),
  };
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
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  } as const;
  const sheets = [
    "site",
    "about",
    "builder",
    "clauses",
    "dashboard",
    "report",
    "policy",
    "embed",
    "one-file",
    "prepare",
    "reference",
  ].map((name) => `www/styles/${name}.css`);
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

/**
 * Bundles the element of the page on which most visits begin, once for each language, and returns the files that the page loads. A bundle
 * is smaller than the modules of the package: it is compressed as a whole, has one language, and has no code of other elements. Each
 * other page loads the package as published.
 */
async function bundleWizard(root: string, out: string, language: Language): Promise<PageContext["elements"]> {
  const { build } = await import("esbuild");
  const name = `wizard-${language}`;
  await build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    entryPoints: { [name]: "js/elements/define-wizard.ts" },
    outdir: join(out, "scripts"),
    format: "esm",
    target: "es2022",
    splitting: true,
    chunkNames: `${name}-[hash]`,
    plugins: [packageInBundle(language)],
  });
  const [entry = "", ...modules] = modulesBehind(out, `scripts/${name}.js`);
  return { entries: [entry], modules, engine: "case-slo/engine.wasm" };
}

/**
 * The elements import the API from www/bundle/engine.ts, and take their style from the page. The messages of the page's language stand for the other language as well, because the
 * policy in the page has no other. An engine that is loaded only when another fails is a file of case-slo/.
 */
const packageInBundle = (language: Language): Plugin => ({
  name: "package-in-bundle",
  setup(build) {
    const inRoot = (...path: string[]) => join(build.initialOptions.absWorkingDir ?? "", ...path);
    build.onResolve({ filter: /\/(index|analysis-glue|js-analysis|js-engine)\.js$/ }, ({ path, resolveDir }) => {
      const target = join(resolveDir, path);
      if (target === inRoot("js", "index.js")) return { path: inRoot("www", "bundle", "engine.ts") };
      if (dirname(target) !== inRoot("js", "generated")) return undefined;
      return { path: `../case-slo/${basename(target)}`, external: true };
    });
    build.onResolve({ filter: /\/base\.js$/ }, ({ importer, path, resolveDir }) =>
      join(resolveDir, path) === inRoot("js", "elements", "shared", "base.js") && !importer.startsWith(inRoot("www"))
        ? { path: inRoot("www", "bundle", "base.ts") }
        : undefined,
    );
    // The page has the CSS in a file.
    build.onLoad({ filter: /styles\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/^(export const \w+ = )`[^`]*`/gm, '$1""'),
      loader: "ts",
    }));
    const names: Record<string, string> = { "fr-CA": "frCA", en: "en" };
    build.onResolve({ filter: /\/(en|fr-CA)\.js$/ }, ({ path, resolveDir }) => {
      const tag = basename(path, ".js");
      if (tag === language || !resolveDir.startsWith(inRoot("js", "messages"))) return undefined;
      return { path: join(resolveDir, path), namespace: "other-language", pluginData: tag };
    });
    build.onLoad({ filter: /./, namespace: "other-language" }, ({ path, pluginData: tag }) => ({
      contents: `export { ${names[language]} as ${names[tag]} } from "./${language}.js";`,
      resolveDir: dirname(path),
    }));
  },
});

async function minified(css: string): Promise<string> {
  const { transform } = await import("esbuild");
  return (await transform(css, { loader: "css", target: "es2022", minify: true, charset: "utf8" })).code;
}

/** The scripts are typed against js/, and run on the published package in case-slo/. */
const packageAsPublished: Plugin = {
  name: "package-as-published",
  setup(build) {
    // A script that another one loads on demand stays a file of its own.
    build.onResolve({ filter: /^\.\.\/scripts\// }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.replace("../scripts/", "./"), external: true } : undefined,
    );
    build.onResolve({ filter: /\/(index|define)\.js$/ }, ({ path, resolveDir }) => {
      const entry = relative(join(build.initialOptions.absWorkingDir ?? "", "js"), join(resolveDir, path));
      const isPublished = entry === "index.js" || entry === join("elements", "define.js");
      return isPublished ? { path: `../case-slo/${entry.replaceAll(sep, "/")}`, external: true } : undefined;
    });
  },
};
