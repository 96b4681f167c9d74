import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle } from "../lib/bundle.mjs";
import { api, elements } from "../lib/entries.mjs";
import { removeFiles } from "../lib/folders.mjs";
import { dist, generated, inRoot } from "../lib/paths.mjs";

/** Written by other steps. */
const kept = new Set(["reference-policy.js", "js-engine.js", "js-analysis.js"]);

/** Generated modules that are files of their own beside the entries: each exists once, and loads when it is needed. */
const beside = [
  "reference-policy.js",
  "engine-glue.js",
  "analysis-glue.js",
  "spreadsheet-glue.js",
  "js-engine.js",
  "js-analysis.js",
  "analysis-text.js",
];

/** Modules for bundlers and Node are readable, with source maps. They are UTF-8 wherever they are read. */
const readable = { target: "es2022", charset: "utf8", sourcemap: true, legalComments: "none" };

/** Classic scripts are minified. They are ASCII: a file on a disk has no header that names an encoding. */
const script = {
  format: "iife",
  target: "es2022",
  charset: "ascii",
  minify: true,
  sourcemap: true,
  legalComments: "none",
};

/** Files that need no other: the workers of reports and of the policy builder, the command line, the classic scripts, those of the page
 * that the command line writes, and the frame with its two pages. */
const names = [
  "report-worker.js",
  "policy-worker.js",
  "ssr.js",
  "markdown.js",
  "cli.js",
  "case-slo.js",
  "case-slo-js.js",
  "page.js",
  "page-js.js",
  "frame.js",
  "frame-host.js",
  "frame.html",
  "frame-js.html",
  "types-only.js",
].map((name) => `dist/${name}`);

/** js/ as the modules of the package. */
export const javascript = {
  name: "javascript",
  title: "JavaScript",
  inputs: ["js", "tsconfig.json", "package-lock.json"],
  outputs: [...api.map((name) => `dist/${name}.js`), ...elements.map((name) => `dist/elements/${name}.js`), ...names],
  async run() {
    mkdirSync(dist, { recursive: true });
    removeFiles(dist, (name) => /\.js(\.map)?$/.test(name) && !kept.has(name));
    for (const name of ["engine-glue.js", "analysis-glue.js", "spreadsheet-glue.js", "analysis-text.js"])
      copyFileSync(join(generated, name), join(dist, name));
    await modules("js", api, dist);
    await modules("js/elements", elements, join(dist, "elements"));
    await worker("report/reading/worker.ts", "report-worker.js");
    await worker("policy-builder/check-worker.ts", "policy-worker.js");
    await server();
    await commandLine();
    await classic("case-slo.js", "classic.ts", "inline.ts");
    await classic("case-slo-js.js", "classic.ts", "in-javascript.ts");
    // A page that forbids the network has no use for a source map.
    await classic("page.js", "page/script.ts", "inline.ts", { sourcemap: false });
    await classic("page-js.js", "page/script.ts", "in-javascript.ts", { sourcemap: false });
    await frame();
    // The module behind "case-slo/react" and its like, which consist of types.
    writeFileSync(join(dist, "types-only.js"), "export {};\n");
  },
};

/** Bundles the entries of one folder; shared code goes into modules beside them. */
async function modules(folder, entries, outdir) {
  const entryPoints = entries.map((name) => inRoot(folder, `${name}.ts`)).filter((path) => existsSync(path));
  if (entryPoints.length === 0) return;
  await bundle({
    entryPoints,
    outdir,
    ...readable,
    splitting: true,
    // Beside the entries, so that a relative path means the same in an entry and in a shared module.
    chunkNames: "shared-[hash]",
    external: ["node:*"],
    plugins: [neighbours(folder)],
  });
}

/** Bundles the elements for servers: the same classes on an element without a page. */
async function server() {
  await bundle({
    ...readable,
    entryPoints: [inRoot("js", "ssr", "index.ts")],
    outfile: join(dist, "ssr.js"),
    target: "node20",
    inject: [inRoot("js", "ssr", "globals.ts")],
    plugins: [
      {
        name: "server",
        setup(build) {
          build.onResolve({ filter: /^\.\.?\// }, ({ resolveDir, path }) => {
            const target = join(resolveDir, path);
            if (target === inRoot("js", "elements", "shared", "base.js"))
              return { path: inRoot("js", "ssr", "base.ts") };
            const entry = ["index.js", "sample-log.js"].find((name) => target === inRoot("js", name));
            // The API of the program that renders, with the engine that runs there.
            if (entry === "index.js") return { path: "case-slo", external: true };
            if (entry !== undefined) return { path: `./${entry}`, external: true };
            return undefined;
          });
        },
      },
    ],
  });
}

/** Bundles the worker of an element into one file that any bundler can copy. */
async function worker(source, name) {
  await bundle({
    entryPoints: [inRoot("js", "elements", source)],
    outfile: join(dist, name),
    ...readable,
  });
}

/** Bundles one classic script that needs no other file, around an engine that is inside. */
async function classic(name, source, engine, options = {}) {
  await bundle({
    ...script,
    ...options,
    entryPoints: [inRoot("js", source)],
    outfile: join(dist, name),
    plugins: [
      {
        name: "inside",
        setup(build) {
          build.onResolve({ filter: /^\.\.?\// }, ({ resolveDir, path }) => {
            const target = join(resolveDir, path);
            if (target === inRoot("js", "index.js")) return { path: inRoot("js", engine) };
            for (const part of ["text", "glue"]) {
              if (target === join(generated, `analysis-${part}.js`))
                return { path: join(generated, `engine-${part}.js`) };
            }
            if (target === join(generated, "js-engine.js")) return { path: join(dist, "js-engine.js") };
            // package.json names modules with side effects in dist/, not here.
            if (/\/define(-[\w-]+)?\.js$/.test(target)) return { path: target.replace(/js$/, "ts"), sideEffects: true };
            return undefined;
          });
        },
      },
    ],
  });
}

/** The frame: its script and that of the page around it, and its page for either language of the engine. */
async function frame() {
  for (const [source, name] of [
    ["page", "frame"],
    ["host", "frame-host"],
  ]) {
    await bundle({
      ...script,
      entryPoints: [inRoot("js", "frame", `${source}.ts`)],
      outfile: join(dist, `${name}.js`),
    });
  }
  const page = readFileSync(inRoot("js", "frame", "frame.html"), "utf8");
  writeFileSync(join(dist, "frame.html"), page);
  const inJavaScript = page.replace('"case-slo.js"', '"case-slo-js.js"').replace(/ data-otherwise="[^"]+"/, "");
  writeFileSync(join(dist, "frame-js.html"), inJavaScript);
}

/** Bundles the command line and the plug-ins for Markdown, which import dist/node.js like any other program. */
async function commandLine() {
  await forNode("cli/main.ts", "cli.js");
  await forNode("markdown/index.ts", "markdown.js");
}

async function forNode(source, name) {
  await bundle({
    entryPoints: [inRoot("js", source)],
    outfile: join(dist, name),
    platform: "node",
    ...readable,
    target: "node20",
    plugins: [
      {
        name: "package",
        setup(build) {
          build.onResolve({ filter: /^\.\.\// }, ({ resolveDir, path }) => {
            const target = join(resolveDir, path);
            const entry = ["node.js", "sample-log.js"].find((name) => target === inRoot("js", name));
            if (entry !== undefined) return { path: `./${entry}`, external: true };
            // Code that it shares with the elements imports js/index.js; in Node that is the same API.
            if (target === inRoot("js", "index.js")) return { path: "./node.js", external: true };
            // Bundled into the command line as well, a class of the API would exist twice.
            if (dirname(target) !== inRoot("js")) return undefined;
            return { errors: [{ text: `the command line imports the API from js/node.js, not from ${path}` }] };
          });
        },
      },
    ],
  });
}

/**
 * Leaves the reference policy and, to the elements, the API as files of their own: they exist once, and
 * `new URL("./engine.wasm", import.meta.url)` stays in dist/index.js, where bundlers look for it.
 */
const neighbours = (folder) => ({
  name: "neighbours",
  setup(build) {
    const up = folder === "js" ? "./" : "../";
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, resolveDir, path }) => {
      if (kind === "entry-point") return undefined;
      const target = join(resolveDir, path);
      const neighbour = beside.find((name) => target === join(generated, name));
      if (neighbour !== undefined) return { path: `${up}${neighbour}`, external: true };
      const entry = ["index.js", "sample-log.js"].find((name) => target === inRoot("js", name));
      if (entry !== undefined) return { path: `${up}${entry}`, external: true };
      if (folder === "js" || dirname(target) !== inRoot("js")) return undefined;
      // Bundled into the elements as well, a class of the API would exist twice.
      return { errors: [{ text: `the elements import the API from js/index.js, not from ${path}` }] };
    });
  },
});
