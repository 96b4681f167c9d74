// `case-slo page`: the file and the folder that it writes, and the requests that it refuses.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliSize } from "../../tools/lib/size.mjs";
import { cli } from "./support/cli.mjs";

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "case-slo-page-"));
});
after(() => rm(folder, { recursive: true, force: true }));

const boreal = "policies/boreal-care.json";
const debug = process.env.CASE_SLO_ENGINE === "debug";

async function page(...args) {
  const { code, out, err } = await cli(["page", ...args]);
  assert.equal(err, "");
  assert.equal(code, 0);
  return out;
}

const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

for (const [engine, limit] of [
  ["wasm", 250_000],
  ["js", 330_000],
]) {
  test(`with the engine in ${engine}, the file is small, and its policy permits its own script and style only`, async () => {
    for (const policy of [[], [boreal]]) {
      const html = await page(...policy, "--engine", engine);
      if (!debug) assert.ok(brotliSize(html) < limit, `${brotliSize(html)} bytes`);
      const [, contentPolicy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
      const [, script] = /<script>([\s\S]*?)<\/script>/.exec(html);
      const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html);
      assert.ok(contentPolicy.includes(`script-src ${digest(script)}`));
      assert.ok(contentPolicy.includes(`style-src ${digest(style)}`));
      assert.equal(contentPolicy.includes("wasm-unsafe-eval"), engine === "wasm");
      assert.doesNotMatch(contentPolicy, /unsafe-inline|connect-src|https?:/);
      assert.doesNotMatch(html, /<(?:script|img|link)[^>]+(?:src|href)="(?!data:)/);
      // Nothing ends the script early, and no character depends on an encoding.
      assert.match(script, /^[\x00-\x7f]*$/);
      assert.doesNotMatch(script, /<!--|sourceMappingURL/);
    }
  });
}

test("texts of a policy are never markup", async () => {
  const evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
  const policy = join(folder, "evil.json");
  const severities = [{ id: "high", name: { en: evil }, definition: { en: evil } }];
  await writeFile(
    policy,
    JSON.stringify({ id: "evil", version: "1", title: { en: evil }, languages: ["en"], severities }),
  );
  const html = await page(policy);
  assert.doesNotMatch(html, /<img src=x|<script>alert/);
  assert.match(html, /&lt;\/script>&lt;script>alert\(1\)/);
});

test("the languages of the page are those asked for, the first one first", async () => {
  const html = await page(boreal, "--lang", "en,fr_CA");
  assert.match(html, /^<!doctype html>\n<html lang="en">/);
  assert.deepEqual(
    [...html.matchAll(/class="edition" lang="([^"]+)"/g)].map(([, tag]) => tag),
    ["en", "fr-CA"],
  );
  assert.doesNotMatch(await page(boreal, "--lang", "en"), /lang="fr-CA"/);
});

test("a folder holds the page, its script, its style and a service worker that names them", async () => {
  const out = join(folder, "host");
  await page(boreal, "--out", out);
  const names = (await readdir(out)).map((name) => name.replace(/-[A-Za-z0-9]{12}\./, "-*."));
  assert.deepEqual(names.sort(), ["index.html", "page-*.css", "page-*.js", "service-worker.js"]);
});

for (const [args, message] of [
  [["--lang", "de"], /the policy has no language "de"; its languages are fr-CA, en/],
  [["--zone", "America/Montral"], /"America\/Montral" is not a known IANA time zone/],
  [["--theme", "ligth"], /unknown theme "ligth"; did you mean "light"\?/],
  [["--accent", "teal"], /expected a colour such as #0b6e4f, found "teal"/],
  [["--tier", "gold"], /"tier" has no option "gold"/],
  [["--context", "sale"], /expected question=option, found "sale"/],
  [["--logo", "package.json"], /cannot use package.json: a logo is/],
  [["--engine", "java"], /expected wasm or js for --engine, found "java"/],
]) {
  test(`refused: ${args.join(" ")}`, async () => {
    const { code, out, err } = await cli(["page", ...args]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, message);
  });
}

test("a colour that is too pale for a white page is used, with a note", async () => {
  const { code, out, err } = await cli(["page", boreal, "--accent", "#7fd"]);
  assert.equal(code, 0);
  assert.match(err, /#7fd has a contrast of 1\.\d on white; text needs 4\.5/);
  assert.match(out, /--slo-color-on-accent: light-dark\(#000/);
});
