// A million cases by every contender, each in a process of its own: time, memory, and whether they agree.
//
// Time is the processor's: on a machine that does something else, the clock on the wall measures that. What a contender does on
// other threads (V8 has some) counts too. Of several runs, the first is what somebody waits for who drops a file on a page; the
// fastest is what is left when everything has been compiled.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { table } from "../lib/report.mjs";
import { logs, writeLog } from "./logs.mjs";
import { isInstalled, measureNatively } from "./native.mjs";

const million = 1_000_000;
const calendars = { always: "around the clock", paris: "business hours" };
/** The contenders, and how often each reads a log. */
const runsOf = { "case-slo": 8, bytes: 8, papaparse: 3, duckdb: 3 };
const natively = { "native duckdb": 3, "native polars": 3 };
/** The goals: multiples of our time and of our memory. */
const goals = [
  { other: "bytes", of: ["first", "best"], least: 2.5 },
  { other: "bytes", of: ["peak"], least: 2 },
  { other: "papaparse", of: ["first", "best"], least: 6 },
  { other: "duckdb", of: ["first", "best"], least: 10 },
  { other: "native duckdb", of: ["best"], least: 1 },
  { other: "native polars", of: ["best"], least: 1 },
];

const run = fileURLToPath(new URL("run.mjs", import.meta.url));
const pathOf = (log, rows) => fileURLToPath(new URL(`../target/logs/${log}-${rows}.csv`, import.meta.url));

function measure(contender, log, calendar, rows, runs) {
  process.stderr.write(`${rows} cases, ${logs[log].title}, ${calendars[calendar]}: ${contender}\n`);
  const path = pathOf(log, rows);
  const ours = [run, contender, calendar, log, path, String(runs)];
  const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] };
  const { name, busy, peak, memory, answer } = contender.startsWith("native ")
    ? measureNatively(contender.slice(7), log, calendar, path, runs)
    : JSON.parse(execFileSync(process.execPath, ours, options));
  return { name, best: Math.min(...busy), first: busy[0], peak, memory, answer };
}

const ratio = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ×`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** One workload by every contender, as a table; what was found, by contender. */
function benchWorkload(log, calendar) {
  const contenders = { ...runsOf, ...(isInstalled() ? natively : {}) };
  const found = Object.fromEntries(
    Object.entries(contenders).map(([each, runs]) => [each, measure(each, log, calendar, million, runs)]),
  );
  const ours = found["case-slo"];
  const lines = Object.values(found).map(({ name, best, first, peak, answer }) => [
    name,
    ...[`${first.toFixed(0)} ms`, ratio(first / ours.first), `${best.toFixed(0)} ms`, ratio(best / ours.best)],
    ...[megabytes(peak), ratio(peak / ours.peak), isDeepStrictEqual(answer, ours.answer) ? "yes" : "NO"],
  ]);
  const title = `${logs[log].title}, ${calendars[calendar]}`;
  console.log(
    `\n${table([[title, "first", "of ours", "best", "of ours", "peak memory", "of ours", "same answer"], ...lines])}`,
  );
  return { title, found };
}

export function benchReports() {
  for (const log of Object.keys(logs)) {
    const bytes = writeLog(log, pathOf(log, million), million);
    console.log(`\n${logs[log].title}: a log of ${million.toLocaleString("en")} cases, ${megabytes(bytes)}`);
  }
  const workloads = Object.keys(logs).flatMap((log) =>
    Object.keys(calendars).map((calendar) => benchWorkload(log, calendar)),
  );

  const lines = goals
    .filter(({ other }) => workloads[0].found[other] !== undefined)
    .map(({ other, of, least }) => [
      `${of[0] === "peak" ? "memory" : "time"} of ${workloads[0].found[other].name}`,
      ratio(least),
      ...workloads.map(({ found }) => {
        const values = of.map((field) => found[other][field] / found["case-slo"][field]);
        return `${values.map(ratio).join(" ")}${Math.min(...values) >= least ? "" : " (not reached)"}`;
      }),
    ]);
  console.log(`\n${table([["ratio to ours: first, best", "goal", ...workloads.map(({ title }) => title)], ...lines])}`);

  writeLog("steady", pathOf("steady", million / 10), million / 10);
  const small = measure("case-slo", "steady", "paris", million / 10, 12);
  const large = workloads[1].found["case-slo"];
  console.log(
    `\nTen times the cases: ${ratio(large.best / small.best)} the time; the engine's memory ${(small.memory / 1e6).toFixed(1)} MB and ${(large.memory / 1e6).toFixed(1)} MB`,
  );
}
