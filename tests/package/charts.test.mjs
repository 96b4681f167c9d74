// The figures that the charts of a report draw: intervals, weeks, steps of overruns, keys. Pictures are tested in a browser.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { referencePolicy } from "case-slo";
import { moduleOf } from "./support/source.mjs";

const { attainmentOf, change, differenceOf, wilson } = await moduleOf("charts/statistics.ts");
const { monthBefore, mondayOf, monthsBetween, weekOf, weeksBetween } = await moduleOf("text/periods.ts");
const { medianOverrun, overrunBins } = await moduleOf("charts/misses.tsx");
const { target } = await moduleOf("charts/figure.tsx");

describe("intervals", () => {
  test("the interval of a week is the one that the engine gives a group with the same counts", () => {
    for (const [met, missed] of [
      [1, 0],
      [0, 3],
      [7, 1],
      [389, 23],
    ]) {
      const cases = Array.from(
        { length: met + missed },
        (_, at) => `C-${at},premium,low,2026-02-03T08:00:00Z,2026-02-03T${at < met ? "08:30" : "11:00"}:00Z`,
      );
      const report = referencePolicy().report({ asOf: "2026-03-01T00:00:00Z" });
      report.push(new TextEncoder().encode(["id,tier,severity,submitted_at,responded_at", ...cases].join("\n")));
      const { interval } = report.finish().groups.at(-1);
      const [low, high] = wilson(met, met + missed);
      assert.ok(
        Math.abs(low - interval[0]) < 1e-9 && Math.abs(high - interval[1]) < 1e-9,
        `${met} of ${met + missed}: ${[low, high]} and ${interval}`,
      );
    }
  });
  test("a group without an evaluated case has no share", () => assert.equal(attainmentOf({ met: 0, missed: 0 }), null));
  test("a difference that chance may explain is none", () =>
    assert.equal(change({ met: 92, missed: 8 }, { met: 95, missed: 5 }), "alike"));
  test("a large one is better or worse", () => {
    assert.equal(change({ met: 800, missed: 200 }, { met: 900, missed: 100 }), "better");
    assert.equal(change({ met: 900, missed: 100 }, { met: 800, missed: 200 }), "worse");
  });
  test("too few cases are not compared", () =>
    assert.equal(change({ met: 4, missed: 0 }, { met: 900, missed: 100 }), null));
  test("the interval of a difference is the published one", () => {
    // R. G. Newcombe (1998), Statistics in Medicine 17, table II, contrast (a): 56/70 less 48/80.
    const [low, high] = differenceOf({ met: 48, missed: 32 }, { met: 56, missed: 14 });
    assert.equal(low.toFixed(4), "0.0524");
    assert.equal(high.toFixed(4), "0.3339");
  });
});

describe("weeks and months", () => {
  test("a week begins on its Monday", () => {
    for (const [week, monday] of [
      ["2026-W01", "2025-12-29"],
      ["2026-W06", "2026-02-02"],
      ["2020-W53", "2020-12-28"],
      ["2021-W01", "2021-01-04"],
    ]) {
      assert.equal(new Date(mondayOf(week)).toISOString().slice(0, 10), monday, week);
      assert.equal(weekOf(mondayOf(week)), week);
    }
  });
  test("weeks without cases are between those with some, over the turn of a year with 53 weeks", () => {
    assert.deepEqual(weeksBetween("2020-W51", "2021-W02", 100), [
      "2020-W51",
      "2020-W52",
      "2020-W53",
      "2021-W01",
      "2021-W02",
    ]);
  });
  test("of too many, the last ones are shown", () =>
    assert.deepEqual(weeksBetween("2026-W01", "2026-W09", 2), ["2026-W08", "2026-W09"]));
  test("no weeks are no weeks", () => assert.deepEqual(weeksBetween("", "", 10), []));
  test("months go over the turn of the year", () => {
    assert.deepEqual(monthsBetween("2025-11", "2026-02", 100), ["2025-11", "2025-12", "2026-01", "2026-02"]);
    assert.equal(monthBefore("2026-01"), "2025-12");
  });
});

describe("overruns", () => {
  const miss = (overrunSeconds, severity = "low") => ({ overrunSeconds, severity });
  test("each is in the step whose edge it does not exceed", () => {
    const bins = overrunBins([miss(301, "high"), miss(300), miss(1)], 3);
    assert.deepEqual(
      bins.map(({ from, upTo, count }) => [from, upTo, count]),
      [
        [null, 300, 2],
        [300, 900, 1],
      ],
    );
    assert.equal(bins[1].severities.get("high"), 1);
  });
  test("an overrun beyond every edge has a step of its own", () =>
    assert.equal(overrunBins([miss(9_999_999)], 1).at(-1).upTo, null));
  test("if only the longest are listed, the others are counted together and none is lost", () => {
    const bins = overrunBins([miss(8_000), miss(5_000), miss(4_000)], 1_000);
    assert.deepEqual(
      bins.map(({ from, upTo, count }) => [from, upTo, count]),
      [
        [null, 7_200, 999],
        [7_200, 14_400, 1],
      ],
    );
    assert.equal(bins[0].severities, null);
  });
  test("the median is of those that are known, all of them", () => {
    assert.equal(medianOverrun([miss(30), miss(20), miss(10)], 3), 20);
    assert.equal(medianOverrun([miss(30), miss(20), miss(10)], 4), null);
  });
});

describe("keys", () => {
  test("in a row, arrows go to the neighbours and stop at the ends", () => {
    assert.equal(target("ArrowRight", 3, 5, 5), 4);
    assert.equal(target("ArrowRight", 4, 5, 5), 4);
    assert.equal(target("ArrowLeft", 0, 5, 5), 0);
    assert.equal(target("Home", 3, 5, 5), 0);
    assert.equal(target("End", 1, 5, 5), 4);
  });
  test("in a grid, up and down keep the column, and Home and End the row", () => {
    assert.equal(target("ArrowDown", 30, 168, 24), 54);
    assert.equal(target("ArrowUp", 3, 168, 24), 3);
    assert.equal(target("ArrowRight", 23, 168, 24), 23);
    assert.equal(target("Home", 30, 168, 24), 24);
    assert.equal(target("End", 30, 168, 24), 47);
  });
  test("in a column, up and down go to the neighbours", () => {
    assert.equal(target("ArrowDown", 0, 5, 1), 1);
    assert.equal(target("ArrowUp", 1, 5, 1), 0);
    assert.equal(target("End", 0, 5, 1), 0);
  });
  test("other keys are left to the browser", () => assert.equal(target("Tab", 0, 5, 5), null));
});
