// A report on a policy that chooses objectives by two facts and counts business days, against a plain one; and the check of each
// description in tests/data/descriptions.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, init, loadPolicy } from "../../dist/node.js";
import { table } from "../lib/report.mjs";

const million = 1_000_000;
const goals = { report: 2, check: 50 };
const folder = fileURLToPath(new URL("../../tests/data/descriptions/", import.meta.url));

const text = { en: "T" };
const named = (...ids) => ids.map((id) => ({ id, name: text }));
const asked = (id, ...options) => ({ id, text, options: options.map((option) => ({ id: option, text })) });
const office = (zone, holidays) => ({
  zone,
  weekly: {
    "mon-fri": [
      ["09:00", "12:00"],
      ["13:00", "17:00"],
    ],
  },
  holidays,
});

/** A policy with these objectives; everything else is the same. */
const policy = (objectives) =>
  loadPolicy({
    id: "bench",
    version: "1",
    title: text,
    languages: ["en"],
    tiers: named("care", "plus"),
    severities: named("high", "low"),
    context: [asked("country", "fr", "ca"), asked("coverage", "hours", "always")],
    calendars: {
      paris: office("Europe/Paris", ["@fr"]),
      toronto: office("America/Toronto", ["@ca-on"]),
      local: { by: "country", values: { fr: "paris", ca: "toronto" } },
    },
    measures: named("initial-response"),
    objectives: objectives.map((entry, at) => ({ id: `o${at}`, measure: "initial-response", ...entry })),
  });

const plain = () =>
  policy([
    { severities: ["high"], target: { within: "PT4H" }, calendar: "paris" },
    { severities: ["low"], target: { within: "PT16H" }, calendar: "toronto" },
  ]);
const byFacts = () =>
  policy([
    { severities: ["high"], when: { coverage: ["always"] }, target: { within: "PT4H" } },
    { severities: ["high"], target: { businessDays: 1, cutOff: "15:00" }, calendar: "local" },
    { when: { country: ["fr"] }, target: { businessDays: 2, due: "same-time" }, calendar: "paris" },
    { target: { businessDays: 3 }, calendar: "toronto" },
  ]);

/** A log of a million cases, the same at every run, in chunks. */
function log() {
  let state = 1;
  const below = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const chunks = [];
  let lines = ["id,tier,severity,country,coverage,submitted,stopped"];
  for (let row = 0; row < million; row += 1) {
    const at = 1_704_067_200_000 + below(63_072_000) * 1_000;
    const stop = below(10) === 0 ? "" : new Date(at + below(604_800) * 1_000).toISOString();
    const facts = [
      ["care", "plus"][below(2)],
      ["high", "low"][below(2)],
      ["fr", "ca"][below(2)],
      ["hours", "always"][below(2)],
    ];
    lines.push([row, ...facts, new Date(at).toISOString(), stop].join(","));
    if (lines.length === 10_000 || row === million - 1) {
      chunks.push(new TextEncoder().encode(`${lines.join("\n")}\n`));
      lines = [];
    }
  }
  return chunks;
}

/** Milliseconds of the processor. */
function busy(work) {
  const used = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1_000;
}

/** First and fastest of several runs. */
function timed(runs, work) {
  const times = Array.from({ length: runs }, () => busy(work));
  return { first: times[0], best: Math.min(...times) };
}

const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export async function benchPolicies() {
  await init(undefined, { engine: "wasm" });
  const chunks = log();
  const read = (loaded, context) => () => {
    const report = loaded.report({ asOf: "2026-06-01T00:00:00Z", context });
    for (const chunk of chunks) report.push(chunk);
    const { problems } = report.finish();
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  };
  // One after the other, so that what else the machine does slows both alike.
  const [one, other] = [read(plain()), read(byFacts(), { country: "country", coverage: "coverage" })];
  const [simple, chosen] = [
    { first: busy(one), best: Infinity },
    { first: busy(other), best: Infinity },
  ];
  for (let round = 0; round < 5; round += 1) {
    simple.best = Math.min(simple.best, busy(one));
    chosen.best = Math.min(chosen.best, busy(other));
  }
  const ratio = (field) => `${(chosen[field] / simple[field]).toFixed(2)} ×`;
  console.log(
    `\n${table([
      ["report on a million cases", "first", "best"],
      ["plain objectives in business hours", milliseconds(simple.first), milliseconds(simple.best)],
      ["objectives by two facts, business days", milliseconds(chosen.first), milliseconds(chosen.best)],
      [`ratio (goal: at most ${goals.report} ×)`, ratio("first"), ratio("best")],
    ])}`,
  );

  const rows = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const source = readFileSync(`${folder}${name}`, "utf8");
      const { first, best } = timed(10, () => check(source));
      return [name.slice(0, -5), milliseconds(first), milliseconds(best)];
    });
  console.log(`\n${table([[`check (goal: under ${goals.check} ms)`, "first", "best"], ...rows])}`);
}
