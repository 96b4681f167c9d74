// The package itself.

import { chunks } from "./chunks.mjs";
import { asOf, policyOf } from "./logs.mjs";

export const name = "case-slo";

/** Every instance of WebAssembly that is started from here on: the engine keeps its own to itself. */
const instances = [];
const Instance = WebAssembly.Instance;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    instances.push(this);
  }
};

let loadPolicy;

/** Loads the engine: what is measured later is reading the log, not starting. */
export async function start() {
  ({ loadPolicy } = await import("../../dist/node.js"));
  loadPolicy(policyOf("steady", "always")).free();
}

/** Bytes of the engine's memory, which never shrinks: the most that it has needed. */
export const memory = () => instances.reduce((sum, { exports }) => sum + (exports.memory?.buffer.byteLength ?? 0), 0);

/** Weeks are counted from the one of 1970-01-01, as the others do. */
function weekNumber(name) {
  const [year, week] = name.split("-W").map(Number);
  const fourth = Date.UTC(year, 0, 4) / 86_400_000;
  return Math.floor((fourth + 3) / 7) + week - 1;
}

export function read(path, calendar, log) {
  const policy = loadPolicy(policyOf(log, calendar));
  const report = policy.report({ asOf });
  for (const chunk of chunks(path)) report.push(chunk);
  const { rows, groups, weeks, problems } = report.finish();
  policy.free();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const own = groups.filter(({ tier }) => tier !== null);
  return {
    rows,
    groups: Object.fromEntries(
      own.map(({ tier, severity, cases, met, missed, running, p50, p90, p95 }) => [
        `${tier} ${severity}`,
        [cases, met, missed, running, p50, p90, p95],
      ]),
    ),
    weeks: Object.fromEntries(
      weeks
        .filter(({ tier }) => tier !== null)
        .map(({ week, tier, severity, cases, met, missed }) => [
          `${weekNumber(week)} ${tier} ${severity}`,
          [cases, met, missed],
        ]),
    ),
  };
}
