// Reports on business hours, to the letter: every figure against an implementation by the definitions alone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadPolicy } from "case-slo";
import { isoWeek, openTime, slowReport, wallClock } from "./support/slow-report.mjs";
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

function sample(seed, count = 2_500) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, (_, index) => {
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

const monthNames = [
  "janv.",
  "févr.",
  "mars",
  "Apr",
  "mai",
  "Juni",
  "juillet",
  "Aug",
  "set",
  "Okt",
  "nov.",
  "diciembre",
];

/** An instant in one of the rarer forms. */
function writtenRarely(at, next) {
  if (at === null) return ["", "-", "N/A", "?", "0000-00-00 00:00:00", "pas encore"][Math.floor(next() * 6)];
  const text = new Date(at).toISOString();
  const [date, time] = [text.slice(0, 10), text.slice(11).replace(".000Z", "Z")];
  const day = new Date(`${date}T00:00:00Z`);
  const ofYear = Math.round((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  const name = monthNames[day.getUTCMonth()];
  const before = new Date(at - 86_400_000).toISOString().slice(0, 10);
  const forms = [
    () => `${isoWeek(date)}-${((day.getUTCDay() + 6) % 7) + 1}T${time}`,
    () => `${isoWeek(date).replace("-", "")}${((day.getUTCDay() + 6) % 7) + 1}T${time}`,
    () => `${date.slice(0, 4)}-${String(ofYear).padStart(3, "0")} ${time}`,
    () => (at % 1000 === 0 ? String(at / 1000) : String(at)),
    () => String(at),
    () => `${day.getUTCDate()} ${name} ${date.slice(0, 4)} ${time.replace("Z", " UTC")}`,
    () => `${name} ${day.getUTCDate()}, ${date.slice(0, 4)}, ${time.replace("Z", " GMT")}`,
    () => `${date.replaceAll("-", "/")} ${time.replace("Z", "+00")}`,
    () => (at % 86_400_000 === 0 ? `${before}T24:00:00Z` : text),
  ];
  return forms[Math.floor(next() * forms.length)]();
}

/** A duration in one of several forms; a number is one of seconds. */
function duration(millis, next) {
  const seconds = millis / 1000;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  const forms = [
    () => String(seconds),
    () => `PT${hours}H${minutes}M${rest}S`,
    () => `${hours} h ${minutes} min ${rest} s`,
    () => (Number.isInteger(rest) ? `${hours}:${two(minutes)}:${two(rest)}` : String(seconds)),
  ];
  return forms[Math.floor(next() * forms.length)]();
}

const quoted = (text) => `"${text}"`;
const tableOf = (header, rows) => [header, ...rows.map((cells) => cells.map(quoted).join(","))].join("\n");

/** Logs of other forms, by name: the log, its cases, and the options. */
const otherForms = {
  "rarer forms of dates": (cases, next) => ({
    log: tableOf(
      "id,tier,severity,submitted,first response,channel",
      cases.map((each) => [
        ...[each.id, each.tier, each.severity],
        ...[writtenRarely(each.submitted, next), writtenRarely(each.stopped, next), each.channel],
      ]),
    ),
    cases,
  }),
  "dates and times of day in two columns": (cases, next) => ({
    log: tableOf(
      "id,tier,severity,Date,Heure,Date de réponse,Heure de réponse,channel",
      cases.map((each) => {
        const [submitted, stopped] = [each.submitted, each.stopped].map((at) => {
          if (at === null) return ["", ""];
          const [date, time] = new Date(at).toISOString().replace("Z", "").split("T");
          const [year, month, day] = date.split("-");
          return [next() < 0.5 ? date : `${day}.${month}.${year}`, next() < 0.5 ? `${time}Z` : `${time} UTC`];
        });
        return [each.id, each.tier, each.severity, ...submitted, ...stopped, each.channel];
      }),
    ),
    cases,
  }),
  "durations in place of the stop": (cases, next) => ({
    log: tableOf(
      "id,tier,severity,submitted,Reply,channel",
      cases.map((each) => [
        ...[each.id, each.tier, each.severity, new Date(each.submitted).toISOString()],
        ...[each.stopped === null ? "" : duration(each.stopped - each.submitted, next), each.channel],
      ]),
    ),
    cases,
    options: { elapsed: { column: "Reply", unit: "seconds" } },
  }),
  "a due time in each row": (given, next) => {
    const cases = given.map((each) => {
      const kind = next();
      const due = kind < 0.1 ? null : kind < 0.3 ? (each.stopped ?? asOf) : each.submitted + Math.floor(next() * 9e7);
      return { ...each, due };
    });
    const log = tableOf(
      "id,tier,severity,submitted,first response,Promised,channel",
      cases.map((each) => [
        ...[each.id, each.tier, each.severity, writtenRarely(each.submitted, next)],
        ...[writtenRarely(each.stopped, next), writtenRarely(each.due, next), each.channel],
      ]),
    );
    // Tier and severity are not necessary then, and are not looked for.
    return { log, cases, options: { dueAt: "Promised", columns: { tier: "tier", severity: "severity" } } };
  },
  "a row for each event": (given, next) => {
    const rows = [];
    const cells = (each) => [
      ...[each.id, each.tier, each.severity, writtenRarely(each.submitted, next)],
      ...[writtenRarely(each.stopped, next), new Date(each.submitted).toISOString(), each.channel],
    ];
    for (const each of given)
      if (next() < 0.6) rows.push(cells({ ...each, stopped: next() < 0.5 ? null : each.submitted + 1_000 }));
    const replaced = rows.length;
    const cases = given.map((each, at) => ({ ...each, row: replaced + at + 2 }));
    rows.push(...cases.map(cells));
    return {
      log: tableOf("id,tier,severity,submitted,first response,sys_updated_at,channel", rows),
      cases,
      expected: { replaced },
    };
  },
  "rows that cannot be read": (given, next) => {
    const rows = [];
    const cases = [];
    let broken = 0;
    for (const each of given) {
      const good = [each.id, each.tier, each.severity, writtenRarely(each.submitted, next)];
      const rest = [writtenRarely(each.stopped, next), each.channel];
      if (next() < 0.3) {
        broken += 1;
        const bad = Math.floor(next() * 3) + 1;
        rows.push([...good.with(bad, bad === 3 ? "yesterday" : "none of these").with(0, `${each.id}-x`), ...rest]);
      }
      rows.push([...good, ...rest]);
      cases.push({ ...each, row: rows.length + 1 });
    }
    return {
      log: tableOf("id,tier,severity,submitted,first response,channel", rows),
      cases,
      expected: { broken },
      codes: ["invalid-instant", "unknown-severity", "unknown-tier"],
    };
  },
};

function report(log, options, chunk, codes = []) {
  const reader = policy.report(options);
  const bytes = new TextEncoder().encode(log);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  const { headers, columns, delimiter, problems, reading, ...rest } = reader.finish();
  assert.deepEqual(problems.map(({ code }) => code).sort(), codes);
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

describe("agrees on logs of other forms", () => {
  for (const [what, of] of Object.entries(otherForms)) {
    for (const seed of [21, 22, 23]) {
      test(`${what}, log ${seed}`, () => {
        const { log, cases, options = {}, expected = {}, codes } = of(sample(seed, 500), random(seed + 1));
        const common = { asOf, zone: "America/Toronto" };
        const found = report(log, { ...common, ...options }, seed * 97, codes);
        const slow = slowReport(cases, { ...common, tiers, severities, objective, ...expected });
        for (const key of Object.keys(slow)) assert.deepEqual(rounded(found[key]), rounded(slow[key]), key);
      });
    }
  }
});
