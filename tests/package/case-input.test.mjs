// The parts of a case in a link, a page or the history of a browser: known parts count, the others are named.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { contextOf, fragmentOf, inputOfFragment, inputOfHistory, inputOfPage } = await moduleOf(
  "elements/shared/case-input.ts",
);

const offer = (id, ...options) => ({ id, options: options.map((option) => ({ id: option })) });
const description = {
  tiers: [{ id: "premium" }],
  context: [offer("sale", "direct", "partner"), offer("constructor", "yes")],
  questions: [offer("service", "unavailable", "works"), offer("toString", "yes")],
};
/** Of a vector "desk@1/question:answer", the engine's part. */
const policy = {
  id: "desk",
  parseVector(vector) {
    if (vector.endsWith("%")) throw Object.assign(new Error("refused"), { code: "invalid-vector" });
    if (vector.endsWith("!")) throw new TypeError("a fault");
    const pairs = vector
      .split("/")
      .slice(1)
      .map((pair) => pair.split(":"));
    const known = pairs.filter(([question]) => question !== "gone");
    return { answers: Object.fromEntries(known), ignored: known.length < pairs.length ? ["gone"] : [] };
  },
};
const place = (fragment) => inputOfFragment(policy, description, fragment);

describe("a permalink", () => {
  const answers = { service: "unavailable" };
  const known = { answers, context: { tier: "premium", sale: "direct" }, ignored: [] };
  test("gives its answers and its context", () => {
    assert.deepEqual(place("#desk@1/service:unavailable&tier=premium&sale=direct"), known);
    assert.deepEqual(place(`#${fragmentOf("desk@1/service:unavailable", known)}`), known);
  });
  for (const [rest, ignored] of [
    ["&tier=bogus", ["tier:bogus"]],
    ["&sale=bogus", ["sale:bogus"]],
    ["&tier=", []],
    ["&utm=x", ["utm"]],
    ["&utm", ["utm"]],
    ["&%E0=x", ["%E0"]],
    ["&constructor=no", ["constructor:no"]],
    ["&toString=x&__proto__=x&valueOf=x", ["toString", "__proto__", "valueOf"]],
    ["&", []],
  ]) {
    test(`keeps its answers with "${rest}", and names that`, () =>
      assert.deepEqual(place(`#desk@1/service:unavailable${rest}`), { answers, context: {}, ignored }));
  }
  test("gives the answers that this version still knows", () =>
    assert.deepEqual(place("#desk@1/service:unavailable/gone:yes/toString:no"), {
      answers,
      context: {},
      ignored: ["gone", "toString:no"],
    }));
  test("whose vector cannot be read gives its context", () =>
    assert.deepEqual(place("#desk@1/%&tier=premium"), {
      answers: {},
      context: { tier: "premium" },
      ignored: ["desk@1/%"],
    }));
  test("of another policy, or an anchor of the page, is none", () => {
    assert.equal(place("#other@1/service:works"), null);
    assert.equal(place("#E9"), null);
    assert.equal(place(""), null);
  });
  test("does not hide a fault of the engine", () => assert.throws(() => place("#desk@1!"), TypeError));
  test("with many unknown parts names the first ones, shortened", () => {
    const { ignored } = place(`#desk@1/service:works${`&${"x".repeat(1_000)}=1`.repeat(1_000)}`);
    assert.equal(ignored.length, 20);
    assert.ok(ignored.every((part) => part.length <= 100));
  });
});

describe("a page", () => {
  test("with an unknown answer keeps the others", () => {
    assert.deepEqual(inputOfPage(policy, description, "desk@1/service:gone", { tier: "premium" }), {
      answers: {},
      context: { tier: "premium" },
      ignored: ["service:gone"],
    });
    assert.deepEqual(inputOfPage(policy, description, null, {}), { answers: {}, context: {}, ignored: [] });
  });
  test("answers a question whose id is inherited by every object", () => {
    const { context } = contextOf(description, [["constructor", "yes"]]);
    assert.ok(Object.hasOwn(context, "constructor"));
    const hostile = { context: [offer("__proto__", "yes")] };
    assert.deepEqual(Object.entries(contextOf(hostile, [["__proto__", "yes"]]).context), [["__proto__", "yes"]]);
  });
});

describe("the history of a browser", () => {
  test("gives what the policy still knows", () =>
    assert.deepEqual(
      inputOfHistory(description, {
        answers: { service: ["works", "gone", 5], toString: "unknown", gone: "yes" },
        context: { tier: "premium", sale: 7 },
      }),
      {
        answers: { service: ["works"], toString: "unknown" },
        context: { tier: "premium" },
        ignored: ["service:gone", "service:number", "gone", "sale:number"],
      },
    ));
  for (const kept of [null, undefined, 5, "text", [], { answers: "text", context: null }, { answers: null }]) {
    test(`is none in ${JSON.stringify(kept) ?? "undefined"}`, () => {
      const { answers, context } = inputOfHistory(description, kept);
      assert.deepEqual([answers, context], [{}, {}]);
    });
  }
});
