// Node without WebAssembly (`--jitless`, runtimes on phones): the engine in JavaScript, or an error with a code (case 87).

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { root } from "./support/installed.mjs";

const jitless = async (...args) =>
  (await promisify(execFile)(process.execPath, ["--jitless", ...args], { cwd: root, maxBuffer: 1 << 24 })).stdout;

const script = (entry, body) =>
  jitless(
    "--input-type=module",
    "--eval",
    `import * as slo from ${JSON.stringify(`file://${join(root, "dist", entry)}`)};\n${body}`,
  );

test("after init(), the engine in JavaScript answers", async () => {
  const body = `await slo.init(); console.log(slo.engine(), slo.referencePolicy().classify({ service: "unavailable" }).severity);`;
  assert.equal(await script("node.js", body), "js critical\n");
});

for (const entry of ["node.js", "inline.js", "slim.js"])
  test(`without init(), the first call of ${entry} is refused with a code`, async () => {
    const body = `try { slo.referencePolicy().classify({}); } catch (error) { console.log(slo.engine(), error.name, error.code); }`;
    assert.equal(await script(entry, body), "js CaseSloError engine-unavailable\n");
  });

test("init() of an entry that has no engine in JavaScript is refused with a code", async () => {
  const body = `await slo.init().catch((error) => console.log(error.name, error.code));`;
  assert.equal(await script("inline.js", body), "CaseSloError engine-unavailable\n");
});

test("the command line runs in JavaScript", async () => {
  assert.match(await jitless("dist/cli.js", "classify", "service=unavailable"), /^severity: +critical\n/);
});
