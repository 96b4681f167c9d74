// The logs that every contender reads: a million cases each, the same at every run, as a service desk exports them.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import { policy as calendars, random } from "../lib/workload.mjs";

export const tiers = ["basic", "enhanced", "premium"];
export const severities = ["critical", "high", "medium", "low"];

/** The columns that every contender needs. */
export const needed = ["Number", "Support plan", "Severity", "Opened at", "First response at"];

/**
 * Open cases are evaluated as of this instant, in business hours: an open case whose hours ran out at closing time is overdue for the
 * engine, and the others compare hours alone.
 */
export const asOf = Date.UTC(2027, 0, 4, 10);

const [first, last] = [Date.UTC(2025, 0, 1), Date.UTC(2026, 11, 24)];

const within = (...seconds) => seconds.map((each) => [each, true]);
const under = (...seconds) => seconds.map((each) => [each, false]);

/**
 * Two logs. `targets` are the seconds within which a case is to be answered, and whether the bound itself still meets, by tier and
 * severity. `row` gives the places of tier and severity, the seconds to the response, and how times and channels are written.
 */
export const logs = {
  /** Answered in up to 1.2 times the target, which is short: many durations occur often. Every time is in UTC. */
  steady: {
    title: "short durations",
    targets: {
      basic: within(7_200, 14_400, 28_800, 57_600),
      enhanced: [...under(1_800, 1_800), ...within(7_200, 7_200)],
      premium: [...under(900, 900), ...within(3_600, 3_600)],
    },
    channels: ["web", "phone", "e-mail", "partner"],
    offsets: [0],
    open: 0.02,
    taken: (next, target) => Math.floor(next() ** 2 * target * 1.2),
    tier: (next) => Math.floor(next() * 3),
    severity: (next) => Math.floor(next() * 4),
    id: (row) => `CASE-${String(row + 1).padStart(10, "0")}`,
  },
  /** Answered after durations that scatter over weeks, in times of four offsets, with cells in quotes. */
  scattered: {
    title: "durations that scatter",
    targets: {
      basic: within(14_400, 57_600, 144_000, 576_000),
      enhanced: within(3_600, 14_400, 57_600, 288_000),
      premium: within(900, 3_600, 28_800, 144_000),
    },
    channels: ["web", "phone", "e-mail", '"chat, web"'],
    offsets: [0, 0, 0, 0, 0, 0, 0, 60, 120, -240],
    open: 0.03,
    taken: (next, target) => Math.floor(target * -Math.log(1 - next()) * 0.55) + 30,
    tier: (next) => [0.55, 0.8, 1].findIndex((share) => share > next()) % 3,
    severity: (next) => [0.05, 0.25, 0.7, 1].findIndex((share) => share > next()) % 4,
    id: (row, at) => `CASE-${new Date(at).getUTCFullYear()}-${String(row).padStart(9, "0")}`,
  },
};

/** The policy of a log, every objective on one calendar: "always", or one of the other benchmark's. */
export function policyOf(log, calendar) {
  const name = (id) => ({ en: id });
  return {
    ...calendars,
    tiers: tiers.map((id) => ({ id, name: name(id) })),
    severities: severities.map((id, index) => ({ id, level: index + 1, name: name(id) })),
    calendars: { ...calendars.calendars, always: { open: "24x7" } },
    measures: [{ id: "initial-response", name: name("Initial response"), pausable: false }],
    objectives: tiers.flatMap((tier) =>
      severities.map((severity, index) => {
        const [seconds, isMetAtBound] = logs[log].targets[tier][index];
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

const regions = ["amer", "emea", "apac"];

/** An instant as RFC 3339 with an offset in minutes. */
function stamp(millis, offset) {
  const local = new Date(millis + offset * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.abs(offset) / 60).padStart(2, "0");
  return offset === 0 ? `${local}Z` : `${local}${offset < 0 ? "-" : "+"}${hours}:00`;
}

/** Writes a log of so many rows, unless it is there; gives its bytes. */
export function writeLog(name, path, rows) {
  if (existsSync(path)) return statSync(path).size;
  mkdirSync(dirname(path), { recursive: true });
  const log = logs[name];
  const next = random(rows);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const file = openSync(`${path}.part`, "w");
  let text = "Number,Support plan,Severity,Opened at,First response at,Channel,Region\n";
  for (let row = 0; row < rows; row += 1) {
    const [tier, severity] = [log.tier(next), log.severity(next)];
    const submitted = Math.floor((first + ((row + next()) / rows) * (last - first)) / 1_000) * 1_000;
    const stopped = submitted + log.taken(next, log.targets[tiers[tier]][severity][0]) * 1_000;
    const isOpen = next() < log.open || stopped > asOf;
    const times = [stamp(submitted, pick(log.offsets)), isOpen ? "" : stamp(stopped, pick(log.offsets))];
    const names = [tiers[tier], severities[severity]];
    text += `${[log.id(row, submitted), ...names, ...times, pick(log.channels), pick(regions)].join(",")}\n`;
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
