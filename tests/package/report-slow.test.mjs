// Reports on business hours, to the letter: every figure against an implementation by the definitions alone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadPolicy } from "case-slo";
import { openTime, slowReport, wallClock } from "./support/slow-report.mjs";
import { random } from "../../benches/lib/workload.mjs";

const name = (en) => ({ en });
const tiers = ["bronze", "silver", "gold"];
const severities = ["down", "slow", "odd"];
const office = [
  ["08:30", "12:00"],
  ["13:00", "17:00"],
];
const calendars = {
  always: { open: "24x7" },
  // A night that runs into a holiday, a short day, and the night in which the clocks change.
  montreal: {
    zone: "America/Toronto",
    weekly: {
      mon: office,
      tue: office,
      wed: office,
      thu: [...office, ["22:00", "06:00"]],
      fri: office,
      sat: [["20:00", "04:30"]],
    },
    holidays: ["2026-01-01", "2026-02-16", "2026-01-30"],
    special: { "2026-02-17": [["10:00", "11:15"]], "2026-02-22": [["09:00", "10:00"]] },
  },
  kathmandu: {
    zone: "Asia/Kathmandu",
    weekly: Object.fromEntries(["sun", "mon", "tue", "wed", "thu"].map((day) => [day, [["10:00", "17:30"]]])),
  },
};
/** Seconds, whether the bound still meets, and the calendar. Nothing is promised to bronze for what is odd. */
const objectives = {
  bronze: { down: [14_400, true, "montreal"], slow: [57_600, true, "kathmandu"] },
  silver: { down: [3_600, false, "always"], slow: [14_400, true, "montreal"], odd: [28_800, true, "kathmandu"] },
  gold: { down: [900, false, "always"], slow: [7_200, true, "montreal"], odd: [14_400, false, "montreal"] },
};
const policy = loadPolicy({
  ...{ id: "slow", version: "1", title: name("Slow"), languages: ["en"], calendars },
  tiers: tiers.map((id) => ({ id, name: name(id) })),
  severities: severities.map((id, index) => ({ id, level: index + 1, name: name(id) })),
  measures: [{ id: "initial-response", name: name("Initial response") }],
  objectives: Object.entries(objectives).flatMap(([tier, bySeverity]) =>
    Object.entries(bySeverity).map(([severity, [seconds, isMetAtBound, calendar]]) => ({
      ...{ id: `${tier}-${severity}`, measure: "initial-response", tiers: [tier], severities: [severity], calendar },
      target: { [isMetAtBound ? "within" : "under"]: `PT${seconds}S` },
    })),
  ),
});

const [from, until] = [Date.UTC(2025, 11, 20), Date.UTC(2026, 3, 20)];
const asOf = Date.UTC(2026, 3, 10, 15, 30);
const open = Object.fromEntries(
  Object.entries(calendars).map(([id, calendar]) => [id, openTime(calendar, from, until)]),
);
const objective = (tier, severity) => {
  const [seconds, inclusive, calendar] = objectives[tier][severity] ?? [];
  return { target: seconds === undefined ? undefined : seconds * 1000, inclusive, open: open[calendar ?? "always"] };
};

function sample(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: 2_500 }, (_, index) => {
    const [tier, severity] = [pick(tiers), pick(severities)];
    const [seconds, , calendar = "always"] = objectives[tier][severity] ?? [3_600];
    const submitted = Date.UTC(2025, 11, 22) + Math.floor(next() * 109 * 86_400) * 1000;
    // A tenth stays open; a tenth stops on the second of its target, or one behind it; the rest sooner or later.
    const kind = next();
    const spent = kind < 0.2 ? seconds + (kind < 0.15 ? 0 : 1) : Math.floor(next() ** 2 * seconds * 2);
    const due = Date.parse(policy.deadline(calendar, submitted, spent));
    const stopped = kind < 0.1 || due >= until ? null : due + (kind > 0.9 ? 250 : 0);
    const channel = pick(["web", "web", "phone", "", "e-mail; or so"]);
    return { row: index + 2, id: `C-${seed}-${index}`, tier, severity, submitted, stopped, channel };
  });
}

/** A timestamp in one of several forms; without an offset only where it cannot be taken for another one. */
function written(at, next, zone) {
  if (at === null) return "";
  const text = new Date(at).toISOString();
  const ahead = (at) => Date.parse(`${local(at)}Z`) - at;
  const local = (at) => {
    const { date, minutes } = wallClock(zone)(Math.floor(at / 60_000) * 60_000);
    const two = (number) => String(number).padStart(2, "0");
    return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${new Date(at).toISOString().slice(17, 23)}`;
  };
  const isPlain = ahead(at) === ahead(at - 10_800_000) && ahead(at) === ahead(at + 10_800_000);
  const kind = next();
  if (kind < 0.2 && isPlain) return local(at).replace("T", " ");
  if (kind < 0.3 && isPlain) return local(at);
  if (kind < 0.5) return new Date(at + 19_800_000).toISOString().replace("Z", "+05:30");
  if (kind < 0.6) return `"${text}"`;
  return text.replace(".000Z", "Z");
}

function csvOf(cases, seed, zone) {
  const next = random(seed);
  const lines = cases.map(({ id, tier, severity, submitted, stopped, channel }) =>
    [
      channel === "" || next() < 0.5 ? `"${channel}"` : `" ${channel} "`,
      id,
      severity,
      written(stopped, next, zone),
      tier,
      "x, y",
      written(submitted, next, zone),
    ].join(";"),
  );
  return ["Canal;Numéro;Gravité;Première réponse;Palier;Note;Soumis le", ...lines].join(next() < 0.5 ? "\n" : "\r\n");
}

function report(log, options, chunk) {
  const reader = policy.report(options);
  const bytes = new TextEncoder().encode(log);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  const { headers, columns, delimiter, problems, reading, ...rest } = reader.finish();
  assert.deepEqual(problems, []);
  assert.deepEqual([reading.encoding, reading.headerRow, reading.preset], ["utf-8", 1, null]);
  return rest;
}

/** Both figures to nine digits: a ratio may be worked out in another order. */
function rounded(value) {
  if (typeof value === "number") return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(9));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

describe("agrees on every figure", () => {
  for (const [seed, zone] of [
    [11, "America/Toronto"],
    [12, "Asia/Kathmandu"],
    [13, "Pacific/Auckland"],
    [14, "UTC"],
  ]) {
    const cases = sample(seed);
    const log = csvOf(cases, seed, zone);
    for (const [what, more] of [
      ["as it stands", {}],
      ["as if gold", { asTier: "gold" }],
      [
        "as if bronze, of some channels and severities",
        { asTier: "bronze", only: { channels: ["web", ""], severities: ["odd", "down"] } },
      ],
      [
        "of some tiers in some weeks",
        { only: { tiers: ["gold", "bronze"], from: Date.UTC(2026, 0, 9, 5), to: Date.UTC(2026, 2, 8, 7) } },
      ],
      ["of none", { only: { tiers: [] } }],
      [
        "of two hours of the week",
        {
          only: {
            hours: [
              { weekday: 1, hour: 9 },
              { weekday: 7, hour: 23 },
            ],
          },
        },
      ],
    ]) {
      test(`of log ${seed} in ${zone}, ${what}`, () => {
        const found = report(log, { asOf, zone, ...more }, seed * 997);
        const expected = slowReport(cases, { asOf, zone, tiers, severities, objective, ...more });
        for (const key of Object.keys(expected)) assert.deepEqual(rounded(found[key]), rounded(expected[key]), key);
        assert.deepEqual(Object.keys(found).sort(), Object.keys(expected).sort());
      });
    }
  }
});
