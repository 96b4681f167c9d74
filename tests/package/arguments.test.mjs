// Invalid arguments: each is refused with a code and a path, and the engine continues.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CaseSloError, check, diffPolicies, loadPolicy, referencePolicy } from "case-slo";
import { moduleOf } from "./support/source.mjs";

const policy = referencePolicy();
const facts = { tier: "premium", severity: "high", submittedAt: "2026-02-03T07:14:00Z" };
const now = "2026-02-03T08:14:00Z";
const throwing = {
  toString() {
    throw new Error("from the caller");
  },
};
const getter = {
  get tier() {
    throw new Error("from the caller");
  },
};
const circle = {};
circle.circle = circle;

/** @type {[string, () => unknown, string, string][]} */
const slips = [
  ["answers that are a list", () => policy.classify([]), "invalid-answers", ""],
  ["answers that are missing", () => policy.classify(undefined), "invalid-answers", ""],
  ["answers in a circle", () => policy.nextQuestion(circle), "invalid-answers", ""],
  ["an answer that is a number", () => policy.classify({ service: 1 }), "invalid-answers", "/service"],
  ["a vector that is an object", () => policy.parseVector(throwing), "invalid-vector", ""],
  ["a vector that is too long", () => policy.parseVector("x".repeat(70_000)), "limit-exceeded", ""],
  ["a tier that is an object", () => policy.objectives({}, "high"), "unknown-tier", "/tier"],
  ["a severity that is a symbol", () => policy.objectives("premium", Symbol("high")), "unknown-severity", "/severity"],
  ["facts with a getter that throws", () => policy.expect(getter), "invalid-case", ""],
  ["facts that are a string", () => policy.evaluate("case", now), "invalid-case", ""],
  ["facts without a tier", () => policy.evaluate({ ...facts, tier: undefined }, now), "invalid-case", "/tier"],
  [
    "facts without an instant",
    () => policy.evaluate({ tier: "premium", severity: "high" }, now),
    "invalid-instant",
    "/submittedAt",
  ],
  ["a pause of one instant", () => policy.evaluate({ ...facts, pauses: [[now]] }, now), "invalid-case", "/pauses/0"],
  ["a pause that is a number", () => policy.evaluate({ ...facts, pauses: [7] }, now), "invalid-case", "/pauses/0"],
  ["an instant that is a BigInt", () => policy.evaluate(facts, 1n), "invalid-instant", ""],
  ["an instant that is no date", () => policy.evaluate(facts, new Date(Number.NaN)), "invalid-instant", ""],
  [
    "a stop that is soon",
    () => policy.advise({ ...facts, stoppedAt: { "initial-response": "soon" } }, now),
    "invalid-instant",
    "/stoppedAt/initial-response",
  ],
  [
    "too many pauses",
    () => policy.evaluate({ ...facts, pauses: new Array(1_001).fill([now, now]) }, now),
    "limit-exceeded",
    "/pauses",
  ],
  [
    "too many members",
    () => policy.evaluate({ ...facts, other: new Array(20_000).fill(0) }, now),
    "limit-exceeded",
    "",
  ],
  ["a text that is too long", () => policy.evaluate({ ...facts, tier: "x".repeat(70_000) }, now), "limit-exceeded", ""],
  ["seconds that are a symbol", () => policy.deadline("always", now, Symbol("s")), "out-of-range", ""],
  ["seconds that are negative", () => policy.deadline("always", now, -1), "out-of-range", ""],
  ["a calendar that is a symbol", () => policy.elapsed(Symbol("c"), now, now), "unknown-calendar", ""],
  ["a calendar that is not there", () => policy.elapsed("office", now, now), "unknown-calendar", ""],
  ["pauses that are an object", () => policy.deadline("always", now, 60, {}), "invalid-case", ""],
  ["a column that is a number", () => policy.deadlines("always", 5, new Float64Array(1)), "invalid-case", ""],
  ["a column of texts", () => policy.elapsedAll("always", ["soon"], new Float64Array(1)), "invalid-case", "/0"],
  ["columns of two lengths", () => policy.deadlines("always", [0], [1, 2]), "invalid-case", ""],
  ["a context that is null", () => policy.nextContext(null), "invalid-case", ""],
  [
    "an unknown option of a context",
    () => policy.features("premium", { context: { sale: "gift" } }),
    "unknown-option",
    "/context/sale",
  ],
  ["a period without a first day", () => policy.deliverables("premium", {}), "invalid-options", "/from"],
  ["a policy that is a text", () => diffPolicies(policy, "policy"), "invalid-policy", "/1"],
  ["a policy that is missing", () => diffPolicies(undefined, policy), "invalid-policy", "/0"],
  ["a policy whose toJSON gives nothing", () => loadPolicy({ toJSON: () => undefined }), "invalid-policy", null],
];

for (const [name, call, code, path] of slips) {
  test(`${name}: "${code}"`, () => {
    const log = policy.report({ asOf: now });
    assert.throws(call, (error) => {
      assert.ok(error instanceof CaseSloError, `expected a CaseSloError, found ${error}`);
      assert.deepEqual([error.code, error.path ?? null], [code, path], error.message);
      return true;
    });
    // A restart of the engine would end every log that is open.
    log.push(new Uint8Array(0));
    log.free();
  });
}

test("a policy that is no policy is a finding", () => {
  const codes = (source) => check(source).map((finding) => finding.code);
  assert.deepEqual(codes({ toJSON: () => undefined }), ["syntax"]);
  assert.deepEqual(codes(circle), ["syntax"]);
  assert.deepEqual(codes(null), ["syntax"]);
  assert.deepEqual(codes(" ".repeat(1_100_000)), ["limit-exceeded"]);
});

test("a byte order mark before a policy changes nothing", () => {
  const marked = loadPolicy(`\ufeff${JSON.stringify(policy)}`);
  assert.equal(marked.id, policy.id);
});

test("members of a record that mean nothing here are passed over", () => {
  const evaluation = policy.evaluate({ ...facts, ticket: { owner: ["a", "b"] }, labels: null }, now);
  assert.equal(evaluation.targets[0]?.objective.tier, "premium");
});

test("a context question without a known answer stays open", () => {
  assert.equal(policy.expect({ ...facts, context: { sale: "unknown" } }).standing, "unspecified");
});

test("a policy with a byte order mark loads, and is given back without it", () => {
  const text = `\ufeff${JSON.stringify(policy)}`;
  assert.deepEqual(check(text), []);
  assert.deepEqual(loadPolicy(text).toJSON(), policy.toJSON());
});

test("an argument at its limit is taken, and one above is refused before the engine gets it", async () => {
  const limits = await moduleOf("argument.ts");
  const exceeded = { name: "CaseSloError", code: "limit-exceeded" };
  // The list is a member of its own.
  const members = (count) => ({ list: new Array(count - 1).fill(0) });
  const { MAX_COLUMN_VALUES, MAX_MEMBERS, MAX_TEXT_LENGTH } = limits;
  assert.equal(JSON.parse(limits.snapshot(members(MAX_MEMBERS), "invalid-case")).list.length, MAX_MEMBERS - 1);
  assert.throws(() => limits.snapshot(members(MAX_MEMBERS + 1), "invalid-case"), exceeded);
  const text = "x".repeat(MAX_TEXT_LENGTH);
  assert.equal(limits.stringOf(text, "invalid-vector"), text);
  assert.equal(JSON.parse(limits.snapshot({ text }, "invalid-case")).text, text);
  assert.throws(() => limits.stringOf(`${text}x`, "invalid-vector"), exceeded);
  assert.throws(() => limits.snapshot({ text: `${text}x` }, "invalid-case"), exceeded);
  assert.throws(() => limits.snapshot({ [`${text}x`]: 1 }, "invalid-case"), exceeded);
  const column = new Float64Array(MAX_COLUMN_VALUES);
  assert.equal(limits.columnOf(column), column);
  assert.throws(() => limits.columnOf(new Float64Array(MAX_COLUMN_VALUES + 1)), exceeded);
  const documentation = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");
  for (const [row, limit] of [
    ["members of an argument, at all depths together", MAX_MEMBERS],
    ["numbers in a column", MAX_COLUMN_VALUES],
  ])
    assert.ok(documentation.includes(`| ${row} | ${limit.toLocaleString("en")} |`), row);
  assert.equal(MAX_TEXT_LENGTH, 64 * 1_024);
});
