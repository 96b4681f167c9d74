// The site, as its settings change it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { cache, dist, root } from "../../tools/lib/paths.mjs";

const { buildSite } = await import(pathToFileURL(join(cache, "www.mjs")).href);

const alternates = async (out, page) =>
  [
    ...(await readFile(join(out, page), "utf8")).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
  ].map(([, language, href]) => `${language} ${href}`);

test("only a site that knows its address says where each page is in the other language", async () => {
  const out = await mkdtemp(join(tmpdir(), "case-slo-site-"));
  try {
    await buildSite({ root, dist, out, address: "https://support.example.com/severity/" });
    const whole = [
      "fr-CA https://support.example.com/severity/tiers.html",
      "en https://support.example.com/severity/en/tiers.html",
    ];
    assert.deepEqual(await alternates(out, "tiers.html"), whole);
    assert.deepEqual(await alternates(out, "en/tiers.html"), whole);
    await buildSite({ root, dist, out });
    // A relative URL is not an address to a search engine, and Lighthouse reports it.
    assert.deepEqual(await alternates(out, "tiers.html"), []);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
