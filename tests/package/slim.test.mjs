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

test("the engine runs policies, and refuses what only the whole one can do", async () => {
  await slim.init(readFileSync(dist("engine.wasm")));
  const policy = slim.referencePolicy();
  assert.equal(policy.classify({ service: "unavailable" }).severity, "critical");
  const own = slim.loadPolicy(JSON.stringify(policy.toJSON()));
  assert.equal(own.classify({ service: "unavailable" }).severity, "critical");
  const [now, column] = [new Date(0), new Float64Array(1)];
  for (const ask of [
    () => slim.check("{}"),
    () => own.elapsed("always", now, now),
    () => own.deadlines("always", column, column),
    () => own.elapsedAll("always", column, column),
  ])
    assert.throws(ask, { name: "CaseSloError", code: "engine-unavailable" });
});

test("the engine of the elements refuses a policy with the codes and the places of its errors", async () => {
  await slim.init(readFileSync(dist("engine.wasm")));
  const wrong = slim.referencePolicy().toJSON();
  wrong.objectives[0].calendar = "alwais";
  wrong.tiers[1].includes = "none";
  const found = (policy) => {
    try {
      slim.loadPolicy(policy);
    } catch (error) {
      return error.diagnostics.map(({ code, path, message }) => [code, path, message]);
    }
    return [];
  };
  assert.deepEqual(found(wrong), [
    ["unknown-reference", "/tiers/1/includes", "unknown reference"],
    ["unknown-reference", "/objectives/0/calendar", "unknown reference"],
  ]);
  wrong.severities[1].nam = {};
  assert.deepEqual(found(wrong), [["schema", "/severities/1/nam", "schema"]]);
});
