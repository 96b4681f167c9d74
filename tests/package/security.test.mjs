// Every promise of SECURITY.md has a test; some of these tests read the sources.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy } from "../../tools/serve/headers.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const text = read("SECURITY.md");

/** Modules that run in a page, without their comments. */
const sources = ["js/", "www/scripts/", "www/workbench/", "www/embed/"].flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(folder, root)), { recursive: true })
    .map((name) => `${folder}${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !/^js\/(cli|generated)\//.test(path))
    .map((path) => ({ path, code: read(path).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "") })),
);
const using = (pattern) =>
  sources
    .filter(({ code }) => pattern.test(code))
    .map(({ path }) => path)
    .sort();

test("each promise of SECURITY.md names a test that exists", () => {
  const rows = [...text.matchAll(/^\| (.+) \| (.+) \|$/gm)].slice(1);
  assert.ok(rows.length > 15, `${rows.length} promises`);
  for (const [, promise, test] of rows) {
    const [, path, title] = /^\[.+\]\((.+)\), "(.+)"$/.exec(test) ?? assert.fail(promise);
    assert.ok(read(path).includes(title), `${path}: ${title}`);
  }
});

test("the header of SECURITY.md is the one that the tests use", () =>
  assert.ok(text.replaceAll(/\s+/g, " ").includes(`Content-Security-Policy: ${contentSecurityPolicy}`)));

test("the sources store and send nothing, and fetch the engine and policies alone", () => {
  assert.ok(sources.length > 100);
  // The service worker of a folder that `case-slo page --out` writes keeps the files of that folder, and nothing else.
  const worker = ["js/page/folder.ts", "js/page/script.ts"];
  assert.deepEqual(using(/\b(localStorage|indexedDB|caches|serviceWorker)\b|document\.cookie/), worker);
  // Pages of the site keep the case in the tab, and the policy builder its draft; no other element does.
  const inTab = ["js/elements/policy-builder/element.tsx", "www/scripts/case.ts"];
  assert.deepEqual(using(/\bsessionStorage\b/), inTab);
  assert.deepEqual(using(/\b(sendBeacon|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/), []);
  assert.deepEqual(using(/\bfetch\(/), [
    "js/elements/policy-builder/element.tsx",
    "js/elements/shared/policy-source.ts",
    "js/engine/engines.ts",
    "js/page/folder.ts",
    // The pages that make a page in one file take its script from the same site.
    "www/workbench/one-file.tsx",
  ]);
});

test("no source reads a text as HTML or as code", () =>
  assert.deepEqual(
    using(
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment)\b|document\.write|\beval\(|new Function\b/,
    ),
    // The command line writes the policy into a page as JSON, without the one character that ends a script.
    ["js/page/document.tsx"],
  ));
