// The server of `npm run dev`: its pages reload, and show why a build failed, under the strict headers.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../../tools/lib/browsers.mjs";
import { root } from "../../tools/lib/paths.mjs";
import { watchFiles } from "../../tools/lib/watch.mjs";
import { serveLive } from "../../tools/serve/live.mjs";

const page = (text) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body><h1>${text}</h1><iframe title="Frame" src="frame.html"></iframe></body></html>`;

describe("a page of npm run dev", () => {
  let folder;
  let server;
  let browser;
  let tab;
  const problems = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "case-slo-live-"));
    await writeFile(join(folder, "index.html"), page("First"));
    await writeFile(join(folder, "frame.html"), page("Frame").replace(/<iframe.*<\/iframe>/, ""));
    server = await serveLive({ folder });
    browser = await chromium.launch(chromiumLaunch());
    tab = await browser.newPage();
    tab.on("pageerror", (error) => problems.push(error.message));
    tab.on("console", (message) => {
      if (message.type() === "error" && !/favicon/.test(message.location().url)) problems.push(message.text());
    });
    await tab.goto(server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("comes again when its files have changed, and keeps to the strict header", async () => {
    await writeFile(join(folder, "index.html"), page("Second"));
    // The page may not listen yet: it gets the message until it has reloaded.
    const again = setInterval(server.reload, 200);
    try {
      await tab.getByRole("heading", { name: "Second" }).waitFor();
    } finally {
      clearInterval(again);
    }
    assert.deepEqual(problems, []);
  });

  test("shows why a build failed, also after it was opened again, until the build succeeds", async () => {
    const overlay = tab.getByRole("alert");
    server.show("error[E0425]: cannot find value `<b>x</b>`");
    await overlay.getByText("cannot find value `<b>x</b>`").waitFor();
    await tab.reload();
    await overlay.getByText("cannot find value `<b>x</b>`").waitFor();
    server.show(null);
    await overlay.waitFor({ state: "detached" });
    assert.deepEqual(problems, []);
  });

  test("has the script, and a page in an iframe does not", async () => {
    const get = async (path, destination) =>
      (await fetch(new URL(path, server.url), { headers: { "Sec-Fetch-Dest": destination } })).text();
    assert.match(await get("frame.html", "document"), /src="\/live\/client\.js"/);
    assert.doesNotMatch(await get("frame.html", "iframe"), /live/);
  });
});

test("a file that is written, replaced, added or removed is reported once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "case-slo-watch-"));
  const ending = new AbortController();
  const noticed = [];
  let notice = () => {};
  const oneNotice = () =>
    new Promise((resolve) => {
      notice = resolve;
    });
  await mkdir(join(folder, "inner"));
  const watching = watchFiles(
    [relative(root, folder)],
    async () => {
      noticed.push(noticed.length);
      notice();
    },
    { signal: ending.signal, ignored: (path) => path.endsWith(".generated") },
  );
  try {
    await writeFile(join(folder, "inner", "own.generated"), "1");
    for (const change of [
      () => writeFile(join(folder, "inner", "new.txt"), "1"),
      () => writeFile(join(folder, "inner", "new.txt"), "12"),
      () => rm(join(folder, "inner", "new.txt")),
    ]) {
      const next = oneNotice();
      await change();
      await next;
    }
    assert.equal(noticed.length, 3);
  } finally {
    ending.abort();
    await watching;
    await rm(folder, { recursive: true, force: true });
  }
});
