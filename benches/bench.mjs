// Measures everything in one run, holds every answer against the engine's, and prints nanoseconds and ratios.
//
// Never fails, neither because something is slow nor because answers differ: the numbers speak.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { calls, columns } from "./contenders/case-slo.mjs";
import { firstDeadlines } from "./lib/first-deadline.mjs";
import { memoryOfTenYears } from "./lib/memory.mjs";
import { answers, nanoseconds } from "./lib/measure.mjs";
import { policy, workload } from "./lib/workload.mjs";
import { report } from "./lib/report.mjs";

const names = ["same-index", "binary-search", "workclock-wasm", "luxon", "opening-hours", "dayjs-business-time"];
const others = await Promise.all(names.map((name) => import(`./contenders/${name}.mjs`)));
const contenders = [columns, calls, ...others];
const folder = fileURLToPath(new URL("target/workload/", import.meta.url));
const native = fileURLToPath(
  new URL(`target/release/case-slo-benches${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);
const calendars = workload();

const tell = (text) => process.stderr.write(`${text}\n`);
const measured = [];

/** One operation of a contender on a calendar: its time, and how many of its answers are not the expected ones. */
function measure({ name, step }, operation, calendar, run, isWhole, found, expected) {
  let differing = 0;
  for (const [at, value] of found.entries()) differing += Object.is(value, expected[at * step]) ? 0 : 1;
  measured.push({
    contender: name,
    calendar: calendar.id,
    operation,
    ns: nanoseconds(run, found.length, isWhole),
    rows: found.length,
    differing,
  });
}

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}policy.json`, JSON.stringify(policy));

for (const calendar of calendars) {
  // Some contenders know only the zone of the machine: let it be this one.
  process.env.TZ = calendar.zone;
  const { starts, seconds, ends } = calendar;
  const expected = {
    dues: columns.prepare(calendar).deadlines(starts, seconds),
    elapsed: columns.prepare(calendar).elapsedAll(starts, ends),
  };
  const files = { starts, seconds, ends, ...expected, holidays: Float64Array.from(calendar.holidays) };
  for (const [name, column] of Object.entries(files))
    writeFileSync(`${folder}${calendar.id}.${name}`, new Uint8Array(column.buffer));

  for (const contender of contenders) {
    if (contender.missing?.()) continue;
    tell(`${calendar.id}: ${contender.name}`);
    const answer = contender.prepare(calendar);
    const { step } = contender;
    if (answer.deadlines) {
      for (const [operation, ask, second, right] of [
        ["deadline", answer.deadlines, seconds, expected.dues],
        ["elapsed", answer.elapsedAll, ends, expected.elapsed],
      ]) {
        const run = () => ask(starts, second)[7];
        measure(contender, operation, calendar, run, true, ask(starts, second), right);
      }
      continue;
    }
    for (const [operation, second, right] of [
      ["deadline", seconds, expected.dues],
      ["elapsed", ends, expected.elapsed],
    ]) {
      const ask = answer[operation];
      const number = (a, b) => {
        const value = ask(a, b);
        return typeof value === "string" ? Date.parse(value) : value;
      };
      const found = answers(number, starts, second, step);
      const run = (from, to) => {
        let last;
        for (let row = from * step; row < to * step && row < starts.length; row += step)
          last = ask(starts[row], second[row]);
        return typeof last === "string" ? last.length : last;
      };
      measure(contender, operation, calendar, run, false, found, right);
    }
  }
}

if (existsSync(native)) {
  tell("natively: case-slo, workclock, ule-hours");
  const lines = execFileSync(native, [folder], { encoding: "utf8" }).trim().split("\n");
  measured.push(
    ...lines.map((line) => JSON.parse(line)).map((row) => ({ ...row, contender: `native: ${row.contender}` })),
  );
}

const missing = contenders.flatMap(({ name, missing }) => (missing?.() ? [`${name}: ${missing()}`] : []));
report({
  measured,
  missing,
  first: firstDeadlines(),
  memory: memoryOfTenYears(),
});
