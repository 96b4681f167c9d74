// The entries that carry their engine inside.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import * as inline from "case-slo/inline";

test("the inline entry answers before anybody has called init", () => {
  const policy = inline.referencePolicy();
  assert.equal(policy.classify({ service: "unavailable" }).severity, "critical");
  assert.deepEqual(
    inline.check(policy.toJSON()).filter(({ level }) => level === "error"),
    [],
  );
});

test("init of the inline entry needs no source", async () => {
  await inline.init();
  assert.equal(inline.engine(), "wasm");
});

test("the classic script is one ASCII file that runs without modules and gives a global", async () => {
  const text = readFileSync(new URL("../../dist/case-slo.js", import.meta.url), "utf8");
  assert.match(text, /^[\t\n\r\x20-\x7e]*$/, "every character is in ASCII: a page without a charset reads it the same");
  const page = vm.createContext({ WebAssembly, TextDecoder, TextEncoder, URL, console, queueMicrotask });
  vm.runInContext(text, page);
  const severity = await vm.runInContext(
    'caseSlo.init().then(() => caseSlo.referencePolicy().classify({ service: "unavailable" }).severity)',
    page,
  );
  assert.equal(severity, "critical");
});

test("an element with the id caseSlo does not take the place of the API, and a second copy leaves the first alone", () => {
  const text = readFileSync(new URL("../../dist/case-slo.js", import.meta.url), "utf8");
  // A browser makes a global of every id.
  const element = { id: "caseSlo" };
  const page = vm.createContext({
    WebAssembly,
    TextDecoder,
    TextEncoder,
    URL,
    console,
    queueMicrotask,
    caseSlo: element,
  });
  vm.runInContext(text, page);
  const first = page.caseSlo;
  assert.equal(typeof first.loadPolicy, "function");
  vm.runInContext(text, page);
  assert.equal(page.caseSlo, first);
});
