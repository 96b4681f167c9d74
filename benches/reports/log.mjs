// The log that every contender reads: a million cases in 83 MB, the same at every run, as a service desk exports them.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import { policy as calendars, random } from "../lib/workload.mjs";

export const tiers = ["basic", "enhanced", "premium"];
export const severities = ["critical", "high", "medium", "low"];

/** Open cases are judged as of this instant. */
export const asOf = Date.UTC(2027, 0, 4);

/** Seconds within which a case is to be answered, and whether the bound itself still meets, by tier and severity. */
export const targets = {
  basic: [
    [7_200, true],
    [14_400, true],
    [28_800, true],
    [57_600, true],
  ],
  enhanced: [
    [1_800, false],
    [1_800, false],
    [7_200, true],
    [7_200, true],
  ],
  premium: [
    [900, false],
    [900, false],
    [3_600, true],
    [3_600, true],
  ],
};

/** The policy of the log, every objective on one calendar: "always", or one of the other benchmark's. */
export function policyOf(calendar) {
  const name = (id) => ({ en: id });
  return {
    ...calendars,
    tiers: tiers.map((id) => ({ id, name: name(id) })),
    severities: severities.map((id, index) => ({ id, level: index + 1, name: name(id) })),
    calendars: { ...calendars.calendars, always: { open: "24x7" } },
    measures: [{ id: "initial-response", name: name("Initial response"), pausable: false }],
    objectives: tiers.flatMap((tier) =>
      severities.map((severity, index) => {
        const [seconds, isMetAtBound] = targets[tier][index];
        const target = { [isMetAtBound ? "within" : "under"]: `PT${seconds}S` };
        return {
          id: `${tier}-${severity}`,
          measure: "initial-response",
          tiers: [tier],
          severities: [severity],
          target,
          calendar,
        };
      }),
    ),
  };
}

const channels = ["web", "phone", "e-mail", "partner"];
const regions = ["amer", "emea", "apac"];

/** Writes a log of so many rows, unless it is there. */
export function writeLog(path, rows) {
  if (existsSync(path)) return statSync(path).size;
  mkdirSync(dirname(path), { recursive: true });
  const next = random(rows);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const [first, last] = [Date.UTC(2025, 0, 1), Date.UTC(2026, 11, 24)];
  const stamp = (millis) => new Date(millis).toISOString().replace(".000Z", "Z");
  const file = openSync(`${path}.part`, "w");
  let text = "Number,Support plan,Severity,Opened at,First response at,Channel,Region\n";
  for (let row = 0; row < rows; row += 1) {
    const tier = pick(tiers);
    const at = Math.floor(next() * severities.length);
    // In the order in which they came in, and each answered in up to 1.2 times its target; one in fifty stays open.
    const submitted = Math.floor((first + ((row + next()) / rows) * (last - first)) / 1_000) * 1_000;
    const taken = Math.floor(next() ** 2 * targets[tier][at][0] * 1.2) * 1_000;
    const stopped = next() < 0.02 ? "" : stamp(submitted + taken);
    const id = `CASE-${String(row + 1).padStart(10, "0")}`;
    text += `${id},${tier},${severities[at]},${stamp(submitted)},${stopped},${pick(channels)},${pick(regions)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return statSync(path).size;
}
