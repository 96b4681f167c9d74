// The package on an engine that the caller supplies.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const dist = (name) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const slim = await import(dist("slim.js"));

test("without a source there is no engine, and the error says so", async () => {
  await assert.rejects(slim.init(), { name: "CaseSloError", code: "engine-unavailable" });
});

test("the engine runs policies, and refuses to check them with a code", async () => {
  await slim.init(readFileSync(dist("engine.wasm")));
  const policy = slim.referencePolicy();
  assert.equal(policy.classify({ service: "unavailable" }).severity, "critical");
  const own = slim.loadPolicy(JSON.stringify(policy.toJSON()));
  assert.equal(own.classify({ service: "unavailable" }).severity, "critical");
  assert.throws(() => slim.check("{}"), { name: "CaseSloError", code: "engine-unavailable" });
});
