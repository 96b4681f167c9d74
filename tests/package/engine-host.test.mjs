// The life of the engine, on engines that fail as a real one does: no input makes a real one fail.

import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { inRoot } from "../../tools/lib/paths.mjs";

const { outputFiles } = await build({
  entryPoints: [inRoot("js", "engine", "host.ts")],
  bundle: true,
  format: "esm",
  write: false,
});
const { EngineHost, startJavaScript } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);

/** An engine that counts its starts, and whose last panic is a text. */
function counted(panic) {
  const engine = {
    starts: 0,
    PolicyHandle: {},
    last_panic: () => panic,
    __wbg_reset_state: () => (engine.starts += 1),
  };
  return engine;
}

function hostOf(engine) {
  const host = new EngineHost();
  host.supply({ javascript: () => Promise.resolve(engine), atOnce: () => startJavaScript(engine) });
  return host;
}

const failing = (error) => () => {
  throw error;
};

for (const fault of [
  new WebAssembly.RuntimeError("unreachable"),
  new Error("abort"),
  new RangeError("Maximum call stack size exceeded"),
]) {
  test(`after the fault "${fault.message}" a fresh instance serves the next call`, () => {
    const engine = counted("panicked at src/clock/mod.rs:7:9: no such objective");
    const host = hostOf(engine);
    const before = host.call("elements", (instance) => instance);
    assert.throws(() => host.call("elements", failing(fault)), {
      name: "CaseSloError",
      code: "internal",
      message: /panicked at src\/clock\/mod\.rs:7:9: no such objective/,
      cause: fault,
    });
    assert.equal(engine.starts, 2);
    assert.equal(host.runs(before), false);
    assert.equal(
      host.call("elements", (instance) => host.runs(instance)),
      true,
    );
  });
}

test("a refused argument keeps its code and path, and restarts nothing", () => {
  const engine = counted();
  const host = hostOf(engine);
  const refused = Object.assign(new Error("unknown tier"), { code: "unknown-tier", path: "/tier" });
  assert.throws(() => host.call("elements", failing(refused)), { code: "unknown-tier", path: "/tier" });
  assert.equal(engine.starts, 1);
});

test("an error from outside the engine restarts nothing", () => {
  const engine = counted();
  const host = hostOf(engine);
  assert.throws(() => host.call("elements", failing(new TypeError("not a function"))), { code: "internal" });
  assert.equal(engine.starts, 1);
});

test("a larger engine takes the place of a smaller one, and is not started twice", async () => {
  const [small, large] = [counted(), { ...counted(), check: () => [] }];
  const host = new EngineHost();
  const asked = [];
  host.supply({
    javascript: (capability) => {
      asked.push(capability);
      return Promise.resolve(capability === "analysis" ? large : small);
    },
  });
  await host.start({ capability: "elements", kind: "js" });
  assert.throws(() => host.call("analysis", () => undefined), { code: "engine-unavailable" });
  await Promise.all([host.start({ kind: "js" }), host.start({ kind: "js" }), host.start({ capability: "elements" })]);
  assert.deepEqual(asked, ["elements", "analysis"]);
  assert.deepEqual(
    host.call("analysis", ({ exports }) => exports.check()),
    [],
  );
});

test("a start that failed may be tried again", async () => {
  const host = new EngineHost();
  const engine = counted();
  let isThere = false;
  host.supply({ javascript: () => (isThere ? Promise.resolve(engine) : Promise.reject(new Error("offline"))) });
  await assert.rejects(host.start({ capability: "elements", kind: "js" }), {
    code: "engine-unavailable",
    message: /offline/,
  });
  isThere = true;
  await host.start({ capability: "elements", kind: "js" });
  assert.equal(host.language, "js");
});

test("an engine that can start at once stays where an entry without one is loaded later", async () => {
  const engine = counted();
  const host = hostOf(engine);
  host.supply({ wasm: failing(new Error("asked for a module")), glue: failing(new Error("asked for the glue")) });
  assert.equal(
    host.call("elements", () => "answer"),
    "answer",
  );
  assert.equal(engine.starts, 1);
});

test("a file of the package that does not load leaves the work to the engine in JavaScript", async () => {
  const engine = counted();
  const host = new EngineHost();
  host.supply({
    glue: () => Promise.reject(new TypeError("Failed to fetch")),
    wasm: () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    javascript: () => Promise.resolve(engine),
  });
  await host.start({ capability: "elements" });
  assert.equal(host.language, "js");
});

test("without either file the cause of the first is told; a source of the caller is not replaced", async () => {
  const supply = {
    glue: () => Promise.reject(new TypeError("the glue is missing")),
    wasm: () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  };
  const without = new EngineHost();
  without.supply({ ...supply, javascript: () => Promise.reject(new Error("the script is missing")) });
  await assert.rejects(without.start({ capability: "elements" }), { message: /the glue is missing/ });
  const given = new EngineHost();
  given.supply({ ...supply, javascript: () => Promise.resolve(counted()) });
  const source = Promise.resolve(new Response("", { status: 404 }));
  await assert.rejects(given.start({ source: await source }), { message: /the server answered 404/ });
});
