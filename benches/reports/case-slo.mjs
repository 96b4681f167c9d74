// The package itself.

import { loadPolicy } from "../../dist/node.js";
import { chunks } from "./chunks.mjs";
import { asOf, policyOf } from "./log.mjs";

export const name = "case-slo";

/** Weeks are counted from the one of 1970-01-01, as the others do. */
function weekNumber(name) {
  const [year, week] = name.split("-W").map(Number);
  const fourth = Date.UTC(year, 0, 4) / 86_400_000;
  return Math.floor((fourth + 3) / 7) + week - 1;
}

export function read(path, calendar) {
  const policy = loadPolicy(policyOf(calendar));
  const report = policy.report({ asOf });
  for (const chunk of chunks(path)) report.push(chunk);
  const { rows, groups, weeks, problems } = report.finish();
  policy.free();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const own = groups.filter(({ tier }) => tier !== null);
  return {
    rows,
    groups: Object.fromEntries(
      own.map(({ tier, severity, cases, met, missed, running, p50, p90, p95 }) => [`${tier} ${severity}`, [cases, met, missed, running, p50, p90, p95]]),
    ),
    weeks: Object.fromEntries(
      weeks.filter(({ tier }) => tier !== null).map(({ week, tier, severity, cases, met, missed }) => [`${weekNumber(week)} ${tier} ${severity}`, [cases, met, missed]]),
    ),
  };
}
