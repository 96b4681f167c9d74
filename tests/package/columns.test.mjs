// Numbers, dates and columns take a shorter way to the engine than texts; all give the same results.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CaseSloError, loadPolicy } from "case-slo";

const { policy: definition } = JSON.parse(readFileSync(new URL("../data/calendar.json", import.meta.url), "utf8"));
const policy = loadPolicy(definition);
const day = 86_400_000;

const starts = Float64Array.from({ length: 400 }, (_, index) =>
  Math.floor(Date.UTC(2026, 0, 1) + index * 0.9973 * day),
);
const seconds = Float64Array.from(starts, (_, index) => (index % 7) * 5_400.25);
const ends = Float64Array.from(starts, (start, index) => start + Math.floor((index % 11) * 0.377 * day));
const text = (millis) => new Date(millis).toISOString();

/** The result of a call, or the code of its error. */
function outcome(body) {
  try {
    return body();
  } catch (error) {
    assert.ok(error instanceof CaseSloError, String(error));
    return error.code;
  }
}

for (const calendar of Object.keys(definition.calendars)) {
  test(`columns, numbers, dates and texts agree: ${calendar}`, () => {
    const deadlines = policy.deadlines(calendar, starts, seconds);
    const elapsed = policy.elapsedAll(calendar, starts, ends);
    starts.forEach((start, index) => {
      const ways = [start, new Date(start), text(start)].map((from) =>
        outcome(() => policy.deadline(calendar, from, seconds[index])),
      );
      assert.equal(new Set(ways).size, 1, `${text(start)}: ${ways}`);
      const due = deadlines[index];
      assert.equal(ways[0], Number.isNaN(due) ? "out-of-range" : text(due).replace(".000Z", "Z"));

      const [from, to] = [start, ends[index]];
      assert.equal(policy.elapsed(calendar, from, to), elapsed[index]);
      assert.equal(policy.elapsed(calendar, text(from), new Date(to)), elapsed[index]);
    });
  });
}

test("a column that the engine is given in parts has the answers of its rows", () => {
  const [calendar] = Object.keys(definition.calendars);
  const count = 2 ** 21 + 3;
  const repeated = (column) => Float64Array.from({ length: count }, (_, index) => column[index % column.length]);
  for (const [call, second] of [
    ["deadlines", seconds],
    ["elapsedAll", ends],
  ]) {
    assert.deepEqual(
      policy[call](calendar, repeated(starts), repeated(second)),
      repeated(policy[call](calendar, starts, second)),
    );
  }
  const shorter = repeated(seconds).subarray(1);
  assert.throws(() => policy.deadlines(calendar, repeated(starts), shorter), {
    code: "invalid-case",
    message: `expected columns of one length, found ${count} and ${count - 1} values`,
  });
});

test("a deadline is written as toISOString writes it, from 1970 to 2199", () => {
  const always = loadPolicy({ ...definition, calendars: { ...definition.calendars, always: { open: "24x7" } } });
  // Steps that meet every time of day and more days than are kept; and the two ends.
  const instants = Array.from({ length: 6_000 }, (_, index) => index * 1_209_653_000 + (index % 5 ? 0 : index % 1_000));
  for (const instant of [...instants, 0, 7_258_118_399_000, 7_258_118_399_999]) {
    assert.equal(always.deadline("always", instant, 0), text(instant).replace(".000Z", "Z"));
  }
});

describe("at the edges", () => {
  const refused = [NaN, -1, Infinity, -Infinity, 1e300, 7_258_118_400_000];

  test("a column has NaN where a single call has an error", () => {
    const column = Float64Array.from(refused);
    const fine = new Float64Array(column.length).fill(1_000);
    assert.ok(policy.deadlines("office", column, fine).every(Number.isNaN));
    assert.ok(policy.elapsedAll("office", column, fine).every(Number.isNaN));
    assert.ok(policy.elapsedAll("office", fine, column).every(Number.isNaN));
    assert.ok(policy.deadlines("office", fine, column).every((due, index) => Number.isNaN(due) || index === 5));
    for (const start of refused) {
      const code = outcome(() => policy.deadline("office", start, 60));
      assert.ok(["out-of-range", "invalid-instant"].includes(code), `${start}: ${code}`);
    }
  });

  test("an end before the start is refused, as a number too", () => {
    assert.equal(
      outcome(() => policy.elapsed("office", 2_000, 1_000)),
      "invalid-case",
    );
    assert.ok(Number.isNaN(policy.elapsedAll("office", [2_000], [1_000])[0]));
  });

  test("the last instant and the one after it", () => {
    const last = 7_258_118_399_999;
    assert.equal(policy.deadline("always", last - 1, 0.001), "2199-12-31T23:59:59.999Z");
    assert.equal(
      outcome(() => policy.deadline("always", last, 0.001)),
      "out-of-range",
    );
    assert.deepEqual([...policy.deadlines("always", [last - 1, last], [0.001, 0.001])], [last, NaN]);
  });

  test("columns of different lengths, and what is no column, are refused", () => {
    assert.equal(
      outcome(() => policy.deadlines("office", new Float64Array(2), new Float64Array(1))),
      "invalid-case",
    );
    for (const odd of [undefined, null, 5, "5", {}]) {
      assert.equal(
        outcome(() => policy.deadlines("office", odd, new Float64Array(1))),
        "invalid-case",
      );
    }
    assert.equal(policy.deadlines("office", new Float64Array(0), new Float64Array(0)).length, 0);
  });

  test("no such calendar", () => {
    assert.equal(
      outcome(() => policy.deadlines("desk", starts, seconds)),
      "unknown-calendar",
    );
    assert.equal(
      outcome(() => policy.deadline("desk", 0, 0)),
      "unknown-calendar",
    );
    assert.equal(
      outcome(() => policy.elapsed("desk", 0, 0)),
      "unknown-calendar",
    );
  });

  test("the timeline of a decade adds up, and one of two centuries is left out", () => {
    const facts = { tier: "care", severity: "high", submittedAt: 0 };
    const [{ timeline, elapsedSeconds }] = policy.evaluate(facts, Date.UTC(1980, 0, 1)).targets;
    assert.ok(timeline.length > 10_000, `${timeline.length} segments`);
    const counted = timeline.filter(({ kind }) => kind === "counted");
    const sum = counted.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
    assert.equal(sum / 1_000, elapsedSeconds);

    const [whole] = policy.evaluate(facts, 7_258_118_399_999).targets;
    assert.deepEqual(whole.timeline, []);
    assert.ok(whole.elapsedSeconds > 20 * elapsedSeconds);
  });
});
