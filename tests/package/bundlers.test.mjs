// The packed package in the bundlers that people use, with no configuration beyond what the guide says, opened in a browser.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "@playwright/test";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";
import { chromiumLaunch } from "../../tools/lib/browsers.mjs";
import { serve } from "../../tools/serve/server.mjs";
import { install, node } from "./support/installed.mjs";

/** The plugin of webpack that makes code small. */
const Minimizer = createRequire(import.meta.resolve("webpack"))("minimizer-webpack-plugin");

/** A program that uses the package; the title of the page is the answer. */
const program = (entry) => `
import { engine, init, referencePolicy } from "${entry}";
import "case-slo/elements/define";
init().then(() => {
  document.title = engine() + " " + referencePolicy().classify({ service: "unavailable" }).severity;
});
`;

const page = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title></head>
<body><slo-wizard></slo-wizard><script type="module" src="${script}"></script></body></html>`;

let installed;
let browser;
before(async () => {
  installed = await install();
  browser = await chromium.launch(chromiumLaunch());
});
after(async () => {
  await browser?.close();
  await installed?.remove();
});

/** A project in the folder into which the package is installed. */
async function project(name, entry) {
  const folder = join(installed.folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "main.js"), program(entry));
  await writeFile(join(folder, "index.html"), page("./main.js"));
  return folder;
}

/** Opens the output of a bundler under the strict header, and returns the text of the page. */
async function opened(folder) {
  const server = await serve({ folder });
  const tab = await browser.newPage();
  const problems = [];
  tab.on("pageerror", (error) => problems.push(error.message));
  tab.on(
    "console",
    (message) => message.type() === "error" && !/favicon/.test(message.location().url) && problems.push(message.text()),
  );
  try {
    await tab.goto(server.url);
    await tab
      .waitForFunction(() => document.title.includes("critical"), undefined, { timeout: 60_000 })
      .catch(() => {});
    await tab
      .getByRole("radio")
      .first()
      .waitFor({ timeout: 60_000 })
      .catch(() => problems.push("the wizard did not come"));
    return { title: await tab.title(), problems };
  } finally {
    await tab.close();
    await server.close();
  }
}

const works = { title: "wasm critical", problems: [] };

describe("in a page that is built by", () => {
  test("Vite", async () => {
    const root = await project("vite", "case-slo");
    await vite({ root, base: "./", logLevel: "silent", configFile: false });
    assert.deepEqual(await opened(join(root, "dist")), works);
  });

  test("webpack", async () => {
    const context = await project("webpack", "case-slo");
    const path = join(context, "dist");
    const compiler = webpack({
      mode: "production",
      context,
      entry: "./main.js",
      output: { path, filename: "main.js" },
      performance: false,
      // Its usual program for this works a minute on the engines in JavaScript.
      optimization: { minimizer: [new Minimizer({ minify: Minimizer.esbuildMinify })] },
    });
    const stats = await new Promise((resolve, reject) =>
      compiler.run((error, done) => (error ? reject(error) : resolve(done))),
    );
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
    await writeFile(join(path, "index.html"), page("./main.js"));
    assert.deepEqual(await opened(path), works);
  });

  // These two copy no .wasm: the inline entry starts the engine, and the elements use the one that runs.
  test("Rollup, with the inline entry", async () => {
    const folder = await project("rollup", "case-slo/inline");
    const bundle = await rollup({ input: join(folder, "main.js"), plugins: [resolved], onwarn() {} });
    await bundle.write({ dir: join(folder, "dist"), format: "es" });
    await writeFile(join(folder, "dist", "index.html"), page("./main.js"));
    assert.deepEqual(await opened(join(folder, "dist")), works);
  });

  test("esbuild, with the inline entry", async () => {
    const folder = await project("esbuild", "case-slo/inline");
    await esbuild({
      absWorkingDir: folder,
      entryPoints: ["main.js"],
      bundle: true,
      format: "esm",
      splitting: true,
      minify: true,
      outdir: "dist",
      logLevel: "silent",
    });
    await writeFile(join(folder, "dist", "index.html"), page("./main.js"));
    assert.deepEqual(await opened(join(folder, "dist")), works);
  });
});

test("without a bundler, the files of the package are enough", async () => {
  const folder = await project("plain", "case-slo");
  const text = program("./case-slo/index.js").replace("case-slo/elements/define", "./case-slo/elements/define.js");
  await writeFile(join(folder, "main.js"), text);
  await cp(join(installed.folder, "node_modules", "case-slo", "dist"), join(folder, "case-slo"), { recursive: true });
  assert.ok((await readdir(join(folder, "case-slo"))).includes("engine.wasm"));
  assert.deepEqual(await opened(folder), works);
});

test("Node imports and requires every entry that it can use", async () => {
  const say = (entry) =>
    `const { init, referencePolicy } = ${entry}; init().then(() => console.log(referencePolicy().id));`;
  for (const name of ["case-slo", "case-slo/inline"]) {
    const imported = await node(installed.folder, "--input-type=module", "--eval", say(`await import("${name}")`));
    assert.equal(imported.trim(), "cisco-spark-swss");
  }
  const supports = process.features.require_module ?? Number(process.versions.node.split(".")[0]) >= 22;
  const required = await node(
    installed.folder,
    "--input-type=commonjs",
    "--eval",
    supports ? say('require("case-slo")') : `import("case-slo").then((it) => { ${say("it")} })`,
  );
  assert.equal(required.trim(), "cisco-spark-swss");
});

/** Names of the package to its files: what @rollup/plugin-node-resolve does, for the two names that are asked here. */
const resolved = {
  name: "resolved",
  resolveId(source) {
    const files = { "case-slo/inline": "inline.js", "case-slo/elements/define": "elements/define.js" };
    return source in files ? join(installed.folder, "node_modules", "case-slo", "dist", files[source]) : null;
  },
};
