// Lines that the command line draws: how far a log has been read, and how the weeks went.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { ProgressLine, remaining, scaleFrom, weekLines } = await moduleOf("cli/lines.ts");

describe("the line of progress", () => {
  /** Reads at an even speed of 1 MB and 10,000 rows each 250 ms, on a clock of its own. */
  function read(terminal, size, steps) {
    const shown = [];
    let now = 7_000;
    const line = new ProgressLine({ ...terminal, write: (text) => shown.push(text) }, size, () => now);
    for (let step = 1; step <= steps; step += 1) {
      now += 250;
      line.update({ rows: 10_000 * step, bytes: 1_000_000 * step });
    }
    line.end();
    return shown.map((text) => text.replace(/^\r/, "").replace("\u001b[K", ""));
  }

  test("shows the progress, the remaining time and the speed; the last two after half a second", () => {
    const shown = read({ isTTY: true }, 40_000_000, 4);
    assert.deepEqual(shown, [
      "10,000 rows (2%)",
      "20,000 rows (5%), about 10 s left, 40,000 rows per second",
      "30,000 rows (7%), about 10 s left, 40,000 rows per second",
      "40,000 rows (10%), about 9 s left, 40,000 rows per second",
      "",
    ]);
  });

  test("one slow moment does not make the estimate jump", () => {
    let now = 0;
    const shown = [];
    const line = new ProgressLine({ isTTY: true, write: (text) => shown.push(text) }, 100_000_000, () => now);
    for (let step = 1; step <= 40; step += 1) {
      now += step === 20 ? 600 : 200;
      line.update({ rows: 1_000 * step, bytes: 1_000_000 * step });
    }
    const left = shown.flatMap((text) => /about (\d+) s left/.exec(text)?.[1] ?? []).map(Number);
    assert.ok(left.length > 30);
    for (const [at, seconds] of left.entries()) assert.ok(at === 0 || Math.abs(seconds - left[at - 1]) <= 2, `${left}`);
  });

  test("without a size, as of standard input, there is neither a share nor a time", () => {
    assert.deepEqual(read({ isTTY: true }, undefined, 2), ["10,000 rows", "20,000 rows, 40,000 rows per second", ""]);
  });

  test("the last step promises no time", () => {
    assert.equal(read({ isTTY: true }, 3_000_000, 3).at(-2), "30,000 rows (100%), 40,000 rows per second");
  });

  test("stays on one line of a narrow terminal", () => {
    for (const columns of [20, 40, 60])
      assert.ok(
        read({ isTTY: true, columns }, 40_000_000, 8).every((text) => text.length < columns),
        `${columns}`,
      );
    assert.equal(read({ isTTY: true, columns: 40 }, 40_000_000, 2)[1], "20,000 rows (5%), about 10 s left");
  });

  test("is silent in a pipe, and removes nothing that it has not shown", () => {
    assert.deepEqual(read({}, 40_000_000, 8), []);
    assert.deepEqual(read({ isTTY: true }, 40_000_000, 0), []);
  });

  test("is not written more often than it can be read", () => {
    let now = 0;
    const shown = [];
    const line = new ProgressLine({ isTTY: true, write: (text) => shown.push(text) }, 1_000, () => now);
    for (; now < 1_000; now += 1) line.update({ rows: now, bytes: now });
    assert.equal(shown.length, 10);
  });

  test("time is rounded as a waiting person counts it", () => {
    assert.deepEqual([0.2, 8.1, 60, 61, 599, 601, 4_000].map(remaining), [
      "1 s",
      "9 s",
      "1 min",
      "1 min 10 s",
      "10 min",
      "11 min",
      "1 h 7 min",
    ]);
  });
});

describe("the line of weeks", () => {
  const week = (number, met, missed) => ({
    week: `2026-W${String(number).padStart(2, "0")}`,
    tier: null,
    severity: null,
    cases: met + missed,
    met,
    missed,
  });
  const percent = (share) => `${(100 * share).toFixed(1)}%`;

  test("begins just below the lowest week and prints its ends", () => {
    const weeks = [week(1, 92, 8), week(2, 95, 5), week(3, 97, 3), week(4, 99, 1), week(5, 100, 0)];
    assert.deepEqual(weekLines(weeks, percent), [
      "by week  ▂▅▆██  2026-W01 to 2026-W05",
      "         from 90% (▁) to 100% (█); lowest: 2026-W01 at 92.0%",
    ]);
  });

  test("weeks without an evaluated case get a dot, and so do weeks without a case", () => {
    assert.deepEqual(weekLines([week(1, 1, 1), week(2, 0, 0), week(5, 1, 0)], percent), [
      "by week  ▁···█  2026-W01 to 2026-W05",
      "         from 50% (▁) to 100% (█); lowest: 2026-W01 at 50.0%",
    ]);
    assert.deepEqual(weekLines([week(1, 0, 0), week(2, 0, 0)], percent), ["by week  ··  2026-W01 to 2026-W02"]);
  });

  test("one week is a figure, and no week nothing", () => {
    assert.deepEqual(weekLines([week(6, 2, 1)], percent), ["by week  2026-W06: 66.7%"]);
    assert.deepEqual(weekLines([week(6, 0, 0)], percent), ["by week  2026-W06: no case could be evaluated"]);
    assert.deepEqual(weekLines([], percent), []);
  });

  test("of many weeks, the last ones are drawn and the others mentioned; other groups do not count", () => {
    const weeks = Array.from({ length: 53 }, (_, at) => [
      week(at + 1, 9, 1),
      { ...week(at + 1, 0, 50), tier: "premium", severity: "low" },
    ]).flat();
    const later = weeks.map((each) => ({ ...each, week: each.week.replace("2026", "2027").replace("W53", "W52") }));
    const [line, scale] = weekLines([...weeks, ...later], percent);
    assert.match(line, /^by week {2}▁{60} {2}2026-W46 to 2027-W52 \(the last 60 weeks; the log begins in 2026-W01\)$/);
    assert.match(scale, /from 90%/);
  });

  test("the scale begins at a multiple of five, and leaves room above", () => {
    assert.deepEqual(
      [0, 0.04, 0.05, 0.3499, 0.35, 0.899, 0.9, 0.951, 1].map((share) => Math.round(100 * scaleFrom(share))),
      [0, 0, 5, 30, 35, 85, 90, 95, 95],
    );
  });
});
