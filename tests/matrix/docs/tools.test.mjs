// Documentation tools build a site from the packed package by their recipe alone, and the elements on it run in a browser.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../../../tools/lib/browsers.mjs";
import { node, run } from "../support/process.mjs";
import { cleanUp, project } from "../support/project.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const tool = (...path) => join(here, "node_modules", ...path);
const python = { env: { PYTHONPATH: join(here, ".python"), PYTHONDONTWRITEBYTECODE: "1" } };
const limit = 600_000;

/** Programs of the tools that npm does not have: Python packages, which are all installed or none, and a Cargo program. */
const sphinx = join(here, ".python", "sphinx");
const mdbook = join(here, ".rust", "bin", "mdbook");

/** The tools: how each builds, its folder, its page with elements, its page before, and how its reader chooses dark colours. */
const tools = {
  VitePress: {
    build: (cwd) => node([tool("vitepress", "bin", "vitepress.js"), "build"], { cwd, limit }),
    out: ".vitepress/dist",
    page: "times.html",
    dark: (page) => page.evaluate(() => document.documentElement.classList.add("dark")),
    isSearched: ({ name, body }) => /localSearchIndex/.test(name) && body.includes("unavailable"),
    link: "Response times",
  },
  Docusaurus: {
    build: (cwd) => node([tool("@docusaurus", "core", "bin", "docusaurus.mjs"), "build"], { cwd, limit }),
    out: "build",
    page: "times/",
    dark: (page) => page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark")),
    isSearched: ({ name, body }) => /search-index.*\.json$/.test(name) && body.includes("unavailable"),
    link: "Response times",
  },
  "Astro Starlight": {
    fixture: "starlight",
    build: (cwd) => node([tool("astro", "astro.js"), "build"], { cwd, limit, env: { ASTRO_TELEMETRY_DISABLED: "1" } }),
    out: "dist",
    page: "times/",
    dark: (page) => page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark")),
    // Pagefind reads the pages that are built; its index is compressed.
    isSearched: ({ name, body }) => name === "times/index.html" && /data-pagefind-body[\s\S]*unavailable/.test(body),
    link: "Response times",
    rendered: true,
  },
  Eleventy: {
    build: (cwd) => node([tool("@11ty", "eleventy", "cmd.cjs"), "--quiet"], { cwd, limit }),
    out: "_site",
    page: "times/",
    dark: (page) => page.emulateMedia({ colorScheme: "dark" }),
    link: "Response times",
    rendered: true,
  },
  "MkDocs Material": {
    fixture: "mkdocs",
    build: (cwd) => run("python3", ["-m", "mkdocs", "build", "--strict"], { cwd, limit, ...python }),
    out: "site",
    needs: sphinx,
    page: "times/",
    dark: (page) => page.locator("label[title=Dark]").click(),
    isSearched: ({ name, body }) => name === "search/search_index.json" && body.includes("unavailable"),
    link: "Response times",
  },
  Sphinx: {
    build: (cwd) => run("python3", ["-m", "sphinx", "-W", "-q", "-b", "html", ".", "out"], { cwd, limit, ...python }),
    out: "out",
    needs: sphinx,
    page: "times.html",
    dark: (page) => page.addStyleTag({ content: ":root { color-scheme: dark }" }),
    isSearched: ({ name, body }) => name === "searchindex.js" && body.includes('"prioriti"'),
    link: "Response times",
  },
  Hugo: {
    async build(cwd) {
      await node(["node_modules/case-slo/dist/cli.js", "render", "--write", "content"], { cwd });
      await run(join(here, ".python", "bin", "hugo"), ["--quiet"], { cwd, limit, ...python });
    },
    out: "public",
    needs: sphinx,
    page: "times/",
    dark: (page) => page.emulateMedia({ colorScheme: "dark" }),
    isSearched: ({ name, body }) => name === "index.json" && body.includes("unavailable"),
    link: "Response times",
  },
  mdBook: {
    async build(cwd) {
      await copyFile(join(cwd, "node_modules/case-slo/dist/case-slo.js"), join(cwd, "case-slo.js"));
      await run(mdbook, ["build"], { cwd, limit });
    },
    out: "book",
    needs: mdbook,
    page: "times.html",
    dark: (page) => page.evaluate(() => document.documentElement.classList.replace("light", "navy")),
    isSearched: ({ name, body }) => /^searchindex/.test(name) && body.includes("unavailable"),
    link: "Response times",
  },
};

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** Serves a folder as a static host does. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`]
      .map((each) => join(folder, each))
      .find((each) => extname(each) && existsSync(each));
    if (file === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
        .end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.close() && server.closeAllConnections(),
  };
}

let browser;
before(async () => {
  browser = await chromium.launch(chromiumLaunch());
});
after(async () => {
  await browser?.close();
  await cleanUp();
});

for (const [
  name,
  { fixture = name.toLowerCase(), build, out, page: path, dark, isSearched, link, rendered, needs },
] of Object.entries(tools)) {
  const skip = needs !== undefined && !existsSync(needs) && "the registry has not given it";
  test(`${name}: live elements from the recipe alone`, { skip }, async () => {
    const cwd = await project(fixture, here);
    await build(cwd);
    const folder = join(cwd, out);
    const checked = await node([join(cwd, "node_modules/case-slo/dist/cli.js"), "render", "--check", folder], { cwd });
    assert.match(checked, /element(s)? checked, no disagreements/);
    assert.doesNotMatch(checked, /and 0 elements/);
    if (isSearched !== undefined) {
      const names = (await readdir(folder, { recursive: true })).filter((each) => /\.(?:js|json|html)$/.test(each));
      const found = names.some((each) =>
        isSearched({ name: each.replaceAll("\\", "/"), body: readFileSync(join(folder, each), "utf8") }),
      );
      assert.ok(found, "the search index holds the text inside the tag");
    }
    if (rendered) {
      const first = readFileSync(join(folder, "index.html"), "utf8");
      assert.match(first, /<template shadowrootmode="open">[\s\S]*type="radio"/, "the page has the question already");
    }
    const host = await serve(folder);
    const page = await browser.newPage({ locale: "en-CA" });
    const problems = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    try {
      // From the first page to that with the elements, through the navigation of the tool.
      await page.goto(host.url);
      if (rendered) await page.locator("slo-wizard").getByRole("radio").first().waitFor();
      await page.getByRole("link", { name: link }).first().click();
      const table = page.locator("slo-table").getByRole("table").first();
      await table.waitFor();
      assert.match(await table.innerText(), /less than 15/);
      const calculator = page.locator("slo-calculator");
      await calculator.getByLabel("Severity").selectOption("medium");
      await calculator.locator(".chosen", { hasText: "Medium" }).waitFor();
      const colour = () => calculator.evaluate((element) => getComputedStyle(element).color);
      const light = await colour();
      await dark(page);
      await page.waitForFunction(
        (before) => getComputedStyle(document.querySelector("slo-calculator")).color !== before,
        light,
      );
      await page.goto(`${host.url}${path}`);
      await table.waitFor();
      assert.deepEqual(problems, []);
    } finally {
      await page.close();
      host.close();
    }
  });
}
