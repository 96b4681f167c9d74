// The packed package in Vite 8 and 7: the dev server, what is built, and a library. What Vite 8 builds is opened in
// tests/package/bundlers.test.mjs.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../tools/serve/server.mjs";
import { browser, works } from "./support/page.mjs";
import { node, start } from "./support/process.mjs";
import { cleanUp, project, root, tool } from "./support/project.mjs";

const vite = { 8: join(root, "node_modules/vite/bin/vite.js"), 7: tool("vite", "bin", "vite.js") };

let chromium;
before(async () => {
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await cleanUp();
});

async function developed(version, cwd) {
  // Vite takes the next port where one is taken; these start far from where others do.
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const args = [vite[version], "--host", "127.0.0.1", "--port", port];
  const server = await start(process.execPath, args, { cwd, until: /(http:\/\/127\.0\.0\.1:\d+\/)/ });
  try {
    return await chromium.open(server.found);
  } finally {
    server.stop();
  }
}

async function served(folder, options) {
  const server = await serve({ folder });
  try {
    return await chromium.open(server.url, options);
  } finally {
    await server.close();
  }
}

test("Vite 8 serves it to a developer, with nothing to configure", async () => {
  assert.deepEqual(await developed(8, await project("vite")), works);
});

describe("Vite 7, with one line to configure,", () => {
  let cwd;
  before(async () => {
    cwd = await project("vite-7");
  });

  test("serves it to a developer", async () => {
    assert.deepEqual(await developed(7, cwd), works);
  });

  test("builds a page", async () => {
    await node([vite[7], "build", "--base", "./", "--logLevel", "warn"], { cwd });
    assert.deepEqual(await served(join(cwd, "dist")), works);
  });
});

test("without that line, Vite 7's dev server loses the engine, and JavaScript answers", async () => {
  assert.deepEqual(await developed(7, await project("vite")), { ...works, title: "js critical" });
});

for (const version of [8, 7]) {
  test(`Vite ${version} builds a library that keeps the engine as a file`, async () => {
    const cwd = await project("vite-library");
    await node([vite[version], "build", "--logLevel", "warn"], { cwd });
    const files = await readdir(join(cwd, "dist"));
    assert.ok(files.includes("portal.js"), files.join(" "));
    assert.deepEqual(
      files.filter((name) => name.endsWith(".wasm")),
      ["engine.wasm"],
    );
    assert.deepEqual(await served(cwd, { wizard: false }), works);
  });
}
