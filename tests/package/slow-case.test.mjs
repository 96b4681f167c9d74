// The engine against a second reader of the rules (support/slow-case.mjs), on seeded policies and cases: objectives and calendars that
// answers, the channel, the zone of the customer and the moment of the start choose, measures that start later or again and again,
// severities that a tier lacks. To the millisecond.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadPolicy } from "case-slo";
import {
  calendar,
  clock,
  faults,
  holds,
  instant,
  MINUTE,
  PLACES,
  randomly,
  readable,
  written,
} from "./support/random-calendars.mjs";
import { evaluateCase, filed } from "./support/slow-case.mjs";

const text = { en: "t" };
const SEVERITIES = ["high", "medium", "low"];
const named = (id, more = {}) => ({ id, name: text, ...more });
const asked = (id, options) => ({ id, text, options: options.map((option) => ({ id: option, text })) });

/** Some of a list; undefined now and then, which means all of it. */
function some(random, list) {
  if (random.chance(0.4)) return undefined;
  const found = list.filter(() => random.chance(0.6));
  return found.length > 0 ? found : [random.pick(list)];
}

/** A policy whose objectives depend on everything on which they may depend. */
function policyOf(random, zone, around) {
  const target = () => {
    if (random.chance(0.15)) return null;
    if (random.chance(0.3)) {
      const cutOff = random.chance(0.5) ? { cutOff: clock(random.below(96) * 15) } : {};
      return { businessDays: random.pick([1, 2, 3]), due: random.pick(["close", "same-time"]), ...cutOff };
    }
    return { [random.pick(["under", "within"])]: `PT${random.pick([0, 30, 60, 480, 2400])}M` };
  };
  const condition = () => {
    const when = {};
    if (random.chance(0.4)) when.country = some(random, ["ca", "fr", "jp"]);
    if (random.chance(0.3)) when.coverage = some(random, ["hours", "always"]);
    if (random.chance(0.3)) when.channel = some(random, ["phone", "web"]);
    if (random.chance(0.3)) {
      when.submitted = { [random.pick(["during", "outside"])]: random.pick(["day", "night", "local", "customer"]) };
    }
    return Object.fromEntries(Object.entries(when).filter(([, values]) => values !== undefined));
  };
  const measures = [
    named("response", { pausable: random.chance(0.5) }),
    named("resolution", { pausable: true }),
    named("update", { startsAt: "response", repeats: true, until: "resolution", pausable: random.chance(0.3) }),
    named("part", { startsAt: "shipped", ...(random.chance(0.3) ? { until: "resolution" } : {}) }),
  ];
  const objectives = measures.flatMap(({ id: measure }) =>
    Array.from({ length: 1 + random.below(4) }, (_, at) => {
      const given = target();
      const kept = random.pick(["day", "night", "always", "local", "by-channel", "customer", undefined]);
      // Business days need a calendar with a zone.
      const id = kept === undefined && given?.businessDays ? "day" : kept;
      const entry = { id: `${measure}-${at}`, measure, tiers: some(random, ["care", "plus"]), when: condition() };
      const note = random.chance(0.2) ? { note: { en: random.pick(["best effort", "as agreed"]) } } : {};
      const severities = some(random, SEVERITIES);
      return JSON.parse(JSON.stringify({ ...entry, severities, target: given, ...note, calendar: id }));
    }),
  );
  const plain = calendar(random, zone, around);
  return {
    id: "slow",
    version: "1",
    title: text,
    languages: ["en"],
    tiers: [named("care", { severities: some(random, SEVERITIES) }), named("plus")],
    severities: SEVERITIES.map((id) => named(id)),
    context: [asked("country", ["ca", "fr", "jp"]), asked("coverage", ["hours", "always"])],
    channels: ["phone", "web"].map((id) => named(id, { kind: id })),
    events: [named("shipped")],
    calendars: {
      day: calendar(random, zone, around),
      night: calendar(random, zone, around),
      always: { open: "24x7", zone },
      customer: { ...plain, zone: { by: "customer" } },
      local: { by: "country", values: { ca: "day", fr: random.pick(["night", "customer"]) }, else: "always" },
      "by-channel": { by: "channel", values: { phone: "always" }, else: "day" },
    },
    holidaySets: { set: { days: ["--05-01"] } },
    measures,
    objectives,
    onSeverityChange: random.pick(["from-submission", "from-change"]),
    atRisk: random.pick([0.5, 0.75]),
  };
}

/** A case of which some facts are known, in an order that can have happened. */
function factsOf(random, around, zone) {
  const submittedAt = instant(random, around);
  const after = (at, days = 3) => at + random.below(days * 1440) * MINUTE;
  const answer = (options) => random.pick([undefined, "unknown", ...options, ...options]);
  const stoppedAt = {};
  if (random.chance(0.6)) {
    stoppedAt.response = after(submittedAt);
    const updates = [];
    let last = stoppedAt.response;
    for (let left = random.below(4); left > 0; left -= 1) {
      last = random.chance(0.1) ? last : after(last, 1);
      updates.push(last);
    }
    if (updates.length > 0) stoppedAt.update = updates.length === 1 && random.chance(0.5) ? updates[0] : updates;
  }
  if (random.chance(0.4)) stoppedAt.resolution = after(submittedAt, 5);
  const events = {};
  if (random.chance(0.6)) {
    events.shipped = after(submittedAt, 2);
    if (random.chance(0.4)) stoppedAt.part = after(events.shipped);
  }
  const changes = Array.from({ length: random.pick([0, 0, 1, 2]) }, () => ({
    at: after(submittedAt),
    severity: random.pick(SEVERITIES),
  }));
  const facts = {
    tier: random.pick(["care", "plus"]),
    severity: random.pick(SEVERITIES),
    submittedAt,
    stoppedAt,
    events,
    pauses: holds(random, submittedAt),
    severityChanges: changes.sort((one, other) => one.at - other.at),
    context: { country: answer(["ca", "fr", "jp"]), coverage: answer(["hours", "always"]) },
    channel: answer(["phone", "web"]),
    zone: random.chance(0.6) ? zone : undefined,
  };
  return JSON.parse(JSON.stringify(facts));
}

/** How many policies a place; more for a long search: ROUNDS=200 node --test tests/package/slow-case.test.mjs */
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const seen = new Map();
const saw = (what) => seen.set(what, (seen.get(what) ?? 0) + 1);
const instantOrNull = (at) => (at === undefined || at === null ? null : written(at));

describe("the engine and a slow reader of the rules agree on what a case depends", () => {
  for (const [index, [zone, day]] of PLACES.entries()) {
    test(`${zone} around ${day}`, () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const random = randomly(round * 1000 + 700 + index);
        const around = Date.parse(day);
        const definition = policyOf(random, zone, around);
        const policy = loadPolicy(definition);
        for (let count = 0; count < 6; count += 1) {
          const facts = factsOf(random, around, random.pick(PLACES)[0]);
          const now = facts.submittedAt + (random.below(6 * 1440) - 60) * MINUTE;
          const { targets, filedAs } = policy.evaluate(facts, now);
          const last = facts.severityChanges.filter(({ at }) => at <= Math.max(now, facts.submittedAt)).at(-1);
          const severity = last?.severity ?? facts.severity;
          const taken = filed(definition, facts.tier, severity);
          assert.equal(filedAs ?? null, taken === severity ? null : taken, readable([definition.tiers, facts, now]));
          for (const [of, measure] of definition.measures.entries()) {
            const about = readable([definition, facts, { now, measure: measure.id }]);
            const wanted = evaluateCase(definition, facts, measure, now);
            const target = targets[of];
            saw(wanted.state);
            if (wanted.dependsOn.length > 0) saw(wanted.dependsOn.join("+"));
            if (wanted.rounds?.met > 0) saw("rounds");
            assert.equal(target.state, wanted.state, about);
            assert.equal(target.objective.severity, wanted.severity, about);
            assert.equal(target.objective.id, wanted.entry?.id ?? measure.id, about);
            assert.deepEqual(target.dependsOn ?? [], wanted.dependsOn, about);
            assert.deepEqual(target.rounds, wanted.rounds, about);
            assert.equal(target.dueAt, instantOrNull(wanted.dueAt), about);
            assert.equal(target.earliestDueAt ?? null, instantOrNull(wanted.earliestDueAt), about);
            assert.equal(target.latestDueAt ?? null, instantOrNull(wanted.latestDueAt), about);
            if (wanted.elapsed === undefined || wanted.state === "not-started") continue;
            assert.equal(target.elapsedSeconds, wanted.elapsed / 1000, about);
            assert.equal(target.remainingSeconds, wanted.remaining === null ? null : wanted.remaining / 1000, about);
            assert.equal(target.consumed, wanted.consumed, about);
            assert.deepEqual(faults(target, wanted), [], about);
          }
        }
      }
    });
  }

  test("and everything was met often", () => {
    for (const what of [
      "not-stated",
      "on-track",
      "overdue",
      "paused",
      "met",
      "missed",
      "not-started",
      "undetermined",
    ]) {
      assert.ok(seen.get(what) >= 20, `${what}: ${seen.get(what)}`);
    }
    for (const what of ["country", "coverage", "channel", "country+channel", "zone", "country+zone", "rounds"]) {
      assert.ok(seen.get(what) >= 5, `${what}: ${seen.get(what)}`);
    }
  });
});
