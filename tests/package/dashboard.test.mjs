// The month of the dashboard, the figures beside it, and the promises of the policy.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { referencePolicy } from "case-slo";
import { moduleOf } from "./support/source.mjs";

const { compareMonths, figuresOf, firstChoice, monthsOf } = await moduleOf("elements/dashboard/months.ts");
const { commitmentsOf, defaultFeatures } = await moduleOf("elements/dashboard/commitments.ts");

const month = (name, tier, severity, cases, met, missed) => ({ month: name, tier, severity, cases, met, missed });
const result = {
  months: [
    month("2025-12", null, null, 10, 10, 0),
    month("2026-02", null, null, 30, 24, 3),
    month("2025-12", "premium", "low", 10, 10, 0),
    month("2026-02", "premium", "low", 20, 18, 2),
    month("2026-02", "enhanced", "low", 10, 6, 1),
  ],
};

describe("months", () => {
  test("are those with cases, in order", () => assert.deepEqual(monthsOf(result), ["2025-12", "2026-02"]));
  test("the last one that is over comes first", () => {
    assert.equal(firstChoice(["2025-12", "2026-01", "2026-02"], "2026-02"), "2026-01");
    assert.equal(firstChoice(["2025-12", "2026-02"], "2026-08"), "2026-02");
  });
  test("where none is over, the one that runs does", () =>
    assert.equal(firstChoice(["2026-02"], "2026-02"), "2026-02"));
  test("without a month there is none", () => assert.equal(firstChoice([], "2026-02"), null));
  test("a severity covers all tiers", () =>
    assert.deepEqual(figuresOf(result, "2026-02", "low"), { cases: 30, met: 24, missed: 3 }));
  test("a month without cases counts none, where the log reaches it", () => {
    const { before, difference, kind } = compareMonths(result, "2026-02");
    assert.deepEqual(before, { cases: 0, met: 0, missed: 0 });
    assert.deepEqual([difference, kind], [null, null]);
  });
  test("the first month of a log is not compared", () => assert.equal(compareMonths(result, "2025-12").before, null));
});

describe("promises", () => {
  const policy = referencePolicy();
  const scene = { policy, description: policy.toJSON() };
  test("are those of the highest tier where none is named", () => {
    assert.deepEqual(commitmentsOf(scene, null, {}, defaultFeatures).critical.clauses.sort(), ["M13", "M8"]);
  });
  test("availability depends on the offer, and is excluded on premises", () => {
    const of = (context) => commitmentsOf(scene, "premium", context, defaultFeatures).availability;
    assert.deepEqual(
      [of({}).isExcluded, of({ delivery: "saas" }).isExcluded, of({ delivery: "on-premises" }).isExcluded],
      [false, false, true],
    );
    assert.deepEqual(of({}).clauses, ["M19"]);
  });
  test("an id that the policy does not have is no promise, and excludes nothing", () => {
    const { availability } = commitmentsOf(
      scene,
      "premium",
      {},
      { ...defaultFeatures, availability: ["no-such-feature"] },
    );
    assert.deepEqual(availability, { features: [], clauses: [], isExcluded: false });
  });
  test("a tier without them excludes them", () =>
    assert.equal(commitmentsOf(scene, "basic", {}, defaultFeatures).dashboard.isExcluded, true));
});
