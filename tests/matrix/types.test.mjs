// The findings of arethetypeswrong in the packed package; publint runs in tests/package/install.test.mjs.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, test } from "node:test";
import { node } from "./support/process.mjs";
import { cleanUp, root, tarball, tool } from "./support/project.mjs";

after(cleanUp);

// Not modules for a compiler: two engines, classic scripts, and the pages of the frame.
const untyped = [
  "engine.wasm",
  "analysis.wasm",
  "case-slo.js",
  "case-slo-js.js",
  "frame.js",
  "frame.html",
  "frame-js.html",
];

test("attw finds every type at the place where a compiler looks for it", async () => {
  const single = (await readdir(`${root}dist/elements`)).flatMap(
    (name) => /^define-([\w-]+)\.js$/.exec(name)?.[1] ?? [],
  );
  assert.ok(single.length >= 8, single.join(" "));
  const args = [await tarball(), "--profile", "esm-only", "--format", "json"];
  args.push(
    "--exclude-entrypoints",
    ...untyped,
    "--include-entrypoints",
    ...single.map((name) => `elements/define/${name}`),
  );
  // Of those that require a module it says what it ignores; its status is the verdict.
  const { analysis } = JSON.parse(
    await node([tool("@arethetypeswrong/cli", "dist", "index.js"), ...args], { cwd: root }),
  );
  const asked = Object.keys(analysis.entrypoints);
  for (const name of [
    ".",
    "./slim",
    "./inline",
    "./elements",
    "./react",
    "./preact",
    "./vue",
    "./frame-host.js",
    ...single.map((name) => `./elements/define/${name}`),
  ]) {
    assert.ok(asked.includes(name), name);
  }
});
