// A million cases by every contender, each in a process of its own: time, memory, and whether they agree.
//
// Time is the processor's: on a machine that does something else, the clock on the wall measures that. What a contender does on
// other threads (V8 has some) counts too. Of several runs, the first is what somebody waits for who drops a file on a page; the
// fastest is what is left when everything has been compiled.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { table } from "../lib/report.mjs";
import { writeLog } from "./log.mjs";

const million = 1_000_000;
const contenders = ["case-slo", "bytes", "papaparse", "duckdb"];
const calendars = { always: "24×7", paris: "business hours" };
const run = fileURLToPath(new URL("run.mjs", import.meta.url));
const pathOf = (rows) => fileURLToPath(new URL(`../target/logs/${rows}.csv`, import.meta.url));
const tell = (text) => process.stderr.write(`${text}\n`);

function measure(contender, calendar, rows, runs) {
  tell(`${rows} cases, ${calendars[calendar]}: ${contender}`);
  const text = execFileSync(process.execPath, [run, contender, calendar, pathOf(rows), String(runs)], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { name, busy, peak, memory, answer } = JSON.parse(text);
  return { name, cpu: Math.min(...busy), first: busy[0], peak, memory, answer };
}

const ratio = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ×`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

export function benchReports() {
  const bytes = Object.fromEntries([million / 10, million].map((rows) => [rows, writeLog(pathOf(rows), rows)]));
  console.log(`\nA log of ${million.toLocaleString("en")} cases, ${megabytes(bytes[million])}`);
  const found = {};
  for (const calendar of Object.keys(calendars)) {
    found[calendar] = Object.fromEntries(
      contenders.map((each) => [
        each,
        measure(each, calendar, million, each === "papaparse" || each === "duckdb" ? 3 : 8),
      ]),
    );
    const ours = found[calendar]["case-slo"];
    const lines = Object.values(found[calendar]).map(({ name, cpu, first, peak, answer }) => {
      const agrees = isDeepStrictEqual(answer, ours.answer) ? "yes" : "NO";
      const times = [
        [first, ours.first],
        [cpu, ours.cpu],
      ].flatMap(([time, own]) => [`${time.toFixed(0)} ms`, ratio(time / own)]);
      return [name, ...times, megabytes(peak), ratio(peak / ours.peak), agrees];
    });
    console.log(
      `\n${table([[calendars[calendar], "first", "of ours", "best", "of ours", "peak memory", "of ours", "same answer"], ...lines])}`,
    );
  }

  const goals = [
    ["bytes", 2.5],
    ["bytes", 5],
    ["papaparse", 6],
    ["duckdb", 10],
  ].map(([other, goal]) => {
    const each = Object.values(found).flatMap((of) =>
      ["first", "cpu"].map((time) => of[other][time] / of["case-slo"][time]),
    );
    return [
      `time of ${found.always[other].name}`,
      ratio(goal),
      ...each.map((value) => `${ratio(value)}${value >= goal ? "" : " (not reached)"}`),
    ];
  });
  const memory = Object.values(found).map((of) => of.bytes.peak / of["case-slo"].peak);
  goals.push([
    `memory of ${found.always.bytes.name}`,
    ratio(2),
    ...memory.flatMap((value) => [`${ratio(value)}${value >= 2 ? "" : " (not reached)"}`, ""]),
  ]);
  console.log(
    `\n${table([["ratio to ours", "goal", ...Object.values(calendars).flatMap((name) => [`${name}, first`, "best"])], ...goals])}`,
  );

  const small = measure("case-slo", "paris", million / 10, 12);
  const large = found.paris["case-slo"];
  console.log(
    `\nTen times the cases: ${ratio(large.cpu / small.cpu)} the time; the engine's memory ${(small.memory / 1e6).toFixed(1)} MB and ${(large.memory / 1e6).toFixed(1)} MB`,
  );
}
