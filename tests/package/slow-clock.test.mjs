// The engine against a second clock (support/slow-clock.mjs), on seeded calendars and cases: nights, breaks, holidays of
// every kind, days off for holidays at a weekend, special days, daylight saving of every kind, holds that overlap, severities that
// change, business days. To the millisecond.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CaseSloError, loadPolicy } from "case-slo";
import {
  calendar,
  clock,
  faults,
  holds,
  holidaySet,
  instant,
  MINUTE,
  PLACES,
  randomly,
  readable,
  written,
} from "./support/random-calendars.mjs";
import * as slow from "./support/slow-clock.mjs";

/** A policy with three calendars, two measures and targets of both kinds, one of them nothing at all. */
function policyOf(random, zone, around) {
  const text = { en: "t" };
  const target = () => {
    if (random.chance(0.3)) {
      const cutOff = random.chance(0.5) ? { cutOff: clock(random.below(96) * 15) } : {};
      return { businessDays: random.pick([1, 1, 2, 5]), due: random.pick(["close", "same-time"]), ...cutOff };
    }
    const minutes = random.pick([0, 1, 30, 60, 90, 480, 481, 2400, 6000]);
    return { [random.pick(["under", "within"])]: `PT${minutes}M${random.chance(0.1) ? "0.5S" : ""}` };
  };
  const calendars = {
    day: calendar(random, zone, around),
    night: calendar(random, zone, around),
    always: { open: "24x7", zone },
  };
  const holidaySets = { set: holidaySet(random, around) };
  const measures = [
    { id: "initial-response", name: text, pausable: random.chance(0.5) },
    { id: "resolution", name: text, pausable: true },
  ];
  const objectives = measures.flatMap(({ id }) =>
    ["high", "low"].map((severity) => ({
      id: `${id}-${severity}`,
      measure: id,
      tiers: ["care"],
      severities: [severity],
      target: random.chance(0.95) ? target() : null,
      calendar: random.pick(["day", "day", "night", "night", "always"]),
    })),
  );
  return {
    id: "slow",
    version: "1",
    title: text,
    languages: ["en"],
    tiers: [{ id: "care", name: text }],
    severities: [
      { id: "high", name: text },
      { id: "low", name: text },
    ],
    calendars,
    holidaySets,
    measures,
    objectives,
    onSeverityChange: random.pick(["from-submission", "from-change"]),
    atRisk: random.pick([0.5, 0.75, 0.9]),
  };
}

/** A case with up to two later severities, and stops, some of which lie after everything else. */
function factsOf(random, around) {
  const submittedAt = instant(random, around);
  const later = (days) => submittedAt + random.below(days * 1440) * MINUTE;
  const severity = () => random.pick(["high", "low"]);
  const changes = Array.from({ length: random.pick([0, 0, 1, 2]) }, () => ({
    at: random.chance(0.1) ? submittedAt : later(4),
    severity: severity(),
  }));
  const measures = ["initial-response", "resolution"].filter(() => random.chance(0.4));
  return {
    tier: "care",
    severity: severity(),
    submittedAt,
    stoppedAt: Object.fromEntries(measures.map((id) => [id, random.chance(0.1) ? null : later(5)])),
    pauses: holds(random, submittedAt),
    severityChanges: changes.sort((one, other) => one.at - other.at),
  };
}

/** The result of a call, or the code of its error. */
function outcome(body) {
  try {
    return body();
  } catch (error) {
    assert.ok(error instanceof CaseSloError, String(error));
    return error.code;
  }
}

/** Seeds a place: a policy, its calendars twice, and the numbers to go on with. */
function world(seed, [zone, day]) {
  const random = randomly(seed);
  const around = Date.parse(day);
  const definition = policyOf(random, zone, around);
  const calendars = Object.fromEntries(
    Object.entries(definition.calendars).map(([id, calendar]) => [
      id,
      new slow.SlowCalendar(calendar, definition.holidaySets),
    ]),
  );
  return { random, around, definition, calendars, policy: loadPolicy(definition) };
}

/** How many policies a place; more for a long search: ROUNDS=200 node --test tests/package/slow-clock.test.mjs */
const ROUNDS = Number(process.env.ROUNDS ?? 8);
const seen = new Map();

describe("the engine and a slow clock agree", () => {
  for (const [index, place] of PLACES.entries()) {
    test(`on deadlines and elapsed time, ${place[0]} around ${place[1]}`, () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { random, around, definition, calendars, policy } = world(round * 1000 + index, place);
        for (let count = 0; count < 8; count += 1) {
          const id = random.pick(["day", "night", "always"]);
          const start = instant(random, around);
          const pauses = holds(random, around);
          const budget = random.pick([0, 1, 1000, MINUTE, 3_600_000, random.below(90_000_000)]);
          const end = start + random.below(20 * 1440) * MINUTE;
          const about = () => readable([definition.calendars[id], { start, end, budget, pauses }]);

          const due = slow.deadline(calendars[id], start, budget, pauses);
          const wanted = due === null ? "out-of-range" : written(due);
          assert.equal(
            outcome(() => policy.deadline(id, start, budget / 1000, pauses)),
            wanted,
            about(),
          );
          const open = slow.elapsed(calendars[id], start, end, pauses) / 1000;
          assert.equal(
            outcome(() => policy.elapsed(id, start, end, pauses)),
            open,
            about(),
          );
        }
      }
    });

    test(`on cases, ${place[0]} around ${place[1]}`, () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { random, around, definition, calendars, policy } = world(round * 1000 + 500 + index, place);
        for (let count = 0; count < 8; count += 1) {
          const facts = factsOf(random, around);
          const now = facts.submittedAt + (random.below(6 * 1440) - 60) * MINUTE;
          const { targets } = policy.evaluate(facts, now);
          targets.forEach((target, of) => {
            const measure = definition.measures[of];
            const wanted = slow.evaluate(definition, calendars, facts, measure, now);
            seen.set(wanted.state, (seen.get(wanted.state) ?? 0) + 1);
            const about = readable([definition, facts, { now, measure: measure.id }]);
            assert.equal(target.state, wanted.state, about);
            assert.equal(target.objective.severity, wanted.severity, about);
            if (wanted.state === "not-stated") return;
            assert.equal(target.dueAt, wanted.dueAt === null ? null : written(wanted.dueAt), about);
            assert.equal(target.elapsedSeconds, wanted.elapsed / 1000, about);
            assert.equal(target.remainingSeconds, wanted.remaining === null ? null : wanted.remaining / 1000, about);
            assert.equal(target.consumed, wanted.consumed, about);
            assert.deepEqual(faults(target, wanted), [], about);
          });
        }
      }
    });
  }

  test("and every state was met often", () => {
    for (const state of ["not-stated", "on-track", "at-risk", "overdue", "paused", "met", "missed"]) {
      assert.ok(seen.get(state) >= 20, `${state}: ${seen.get(state)}`);
    }
  });
});
