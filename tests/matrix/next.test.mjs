// The packed package in Next.js: rendered on the server, where the engine answers too, then in the browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, works } from "./support/page.mjs";
import { node, start } from "./support/process.mjs";
import { cleanUp, project, tool } from "./support/project.mjs";

let chromium;
before(async () => {
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await cleanUp();
});

test("Next.js renders the answer and the fallback on the server, and the wizard in the browser", async () => {
  const cwd = await project("next");
  const next = tool("next", "dist", "bin", "next");
  await node([next, "build"], { cwd, limit: 400_000 });
  const server = await start(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", "0"], {
    cwd,
    until: /Local:\s+(http:\/\/127\.0\.0\.1:\d+)/,
  });
  try {
    const html = await (await fetch(server.found, { signal: AbortSignal.timeout(60_000) })).text();
    assert.match(html, /<h1>critical<\/h1><slo-wizard>The questions come here\.<\/slo-wizard>/);
    assert.match(html, /<slo-table lang="en"><template shadowrootmode="open"><style>[\s\S]*Initial response/);
    assert.deepEqual(await chromium.open(server.found), works);
  } finally {
    server.stop();
  }
});
