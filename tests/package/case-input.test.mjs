// The parts of a case in a link, a page or the history of a browser: known parts count, the others are named.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { contextOf, fragmentOf, init, inputOfFragment, inputOfHistory, inputOfPage, pairsOf } = await moduleOf(
  "../tests/package/support/case-input.ts",
);
await init(readFileSync(new URL("../../dist/analysis.wasm", import.meta.url)));

const offer = (id, ...options) => ({ id, options: options.map((option) => ({ id: option })) });
const description = {
  tiers: [{ id: "premium" }],
  severities: [{ id: "critical" }],
  channels: [{ id: "phone" }],
  context: [offer("sale", "direct", "partner"), offer("constructor", "yes"), offer("case", "old", "new")],
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
  const known = { answers, context: { tier: "premium", sale: "direct" }, details: {}, ignored: [] };
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
      assert.deepEqual(place(`#desk@1/service:unavailable${rest}`), { answers, context: {}, details: {}, ignored }));
  }
  test("gives the answers that this version still knows", () =>
    assert.deepEqual(place("#desk@1/service:unavailable/gone:yes/toString:no"), {
      answers,
      context: {},
      details: {},
      ignored: ["gone", "toString:no"],
    }));
  test("whose vector cannot be read gives its context", () =>
    assert.deepEqual(place("#desk@1/%&tier=premium"), {
      answers: {},
      context: { tier: "premium" },
      details: {},
      ignored: ["desk@1/%"],
    }));
  test("of another policy, or an anchor of the page, is none", () => {
    assert.equal(place("#other@1/service:works"), null);
    assert.equal(place("#E9"), null);
    assert.equal(place(""), null);
  });
  test("gives when the case was submitted, its number, its severity and the number to call", () => {
    const details = {
      severity: "critical",
      submittedAt: Date.UTC(2026, 11, 1, 7, 5),
      number: "INC 42",
      phone: "+1 514 555-0142",
      channel: "phone",
      zone: "America/Toronto",
    };
    const link = "#desk@1/service:unavailable&severity=critical&at=2026-12-01T07:05:00Z&case=INC%2042";
    assert.deepEqual(place(`${link}&phone=%2B1%20514%20555-0142&channel=phone&zone=America/Toronto`).details, details);
    const fragment = fragmentOf("desk@1/service:unavailable", { answers, context: {}, details });
    assert.ok(`#${fragment}`.startsWith(link), fragment);
    assert.deepEqual(place(fragment).details, details);
    assert.deepEqual(inputOfHistory(description, { details: pairsOf(details) }).details, details);
  });
  test("may have been written by a form, with a plus for a space", () => {
    const { details } = place("#desk@1/service:works&case=INC+42&phone=%2B1+514+555-0142");
    assert.deepEqual(details, { number: "INC 42", phone: "+1 514 555-0142" });
  });
  test("may leave out the seconds of its submission", () =>
    assert.equal(place("#desk@1/&at=2026-12-01T07:05Z").details.submittedAt, Date.UTC(2026, 11, 1, 7, 5)));
  test("holds no answer under the name of a detail but with a prefix", () => {
    const context = { case: "new" };
    assert.equal(
      fragmentOf("desk@1", { answers: {}, context, details: { number: "7" } }),
      "desk@1&data-case=new&case=7",
    );
    assert.deepEqual(place("#desk@1&data-case=new&case=7"), {
      answers: {},
      context,
      details: { number: "7" },
      ignored: [],
    });
  });
  for (const [rest, ignored] of [
    ["&at=yesterday", ["at:yesterday"]],
    ["&at=2026-12-01T07:05", ["at:2026-12-01T07:05"]],
    ["&at=9999-12-01T07:05:00Z", ["at:9999-12-01T07:05:00Z"]],
    ["&phone=javascript:1", ["phone:javascript:1"]],
    ["&phone=()", ["phone:()"]],
    [`&case=${"x".repeat(61)}`, [`case:${"x".repeat(61)}`]],
    ["&severity=gone&channel=fax&zone=Mars", ["severity:gone", "channel:fax", "zone:Mars"]],
    ["&at=&case=&phone=", []],
  ]) {
    test(`keeps its answers with "${rest.slice(0, 30)}", and names that`, () =>
      assert.deepEqual(place(`#desk@1/service:unavailable${rest}`), { answers, context: {}, details: {}, ignored }));
  }
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
      details: {},
      ignored: ["service:gone"],
    });
    assert.deepEqual(inputOfPage(policy, description, null, {}), {
      answers: {},
      context: {},
      details: {},
      ignored: [],
    });
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
        details: {},
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
