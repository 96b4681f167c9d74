/** Attainment week by week, as a line of bars. */

import { dim } from "./output.js";
import { weeksBetween } from "../elements/shared/weeks.js";
import type { Week } from "../node.js";

/** Most weeks on a line. */
const most = 60;

/** From the lowest bar to a full one. */
const bars = "▁▂▃▄▅▆▇█";

/** The scale begins at a multiple of this share, so that its ends are round numbers. */
const step = 0.05;

/**
 * The weeks of a report, all tiers and severities together. The scale begins just below the lowest week: most weeks are
 * above 90%, and a scale from 0% would hide a trend. A dot is a week without an evaluated case. A single week is printed
 * as a figure.
 */
export function weekLines(weeks: readonly Week[], percent: (share: number) => string): string[] {
  const all = new Map(
    weeks.filter(({ tier, severity }) => tier === null && severity === null).map((week) => [week.week, week]),
  );
  const found = [...all.keys()].toSorted();
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const names = weeksBetween(first, last, most);
  const shares = names.map((name) => {
    const { met, missed } = all.get(name) ?? { met: 0, missed: 0 };
    return met + missed === 0 ? null : met / (met + missed);
  });
  if (names.length === 1)
    return [`by week  ${first}: ${shares[0] == null ? "no case could be evaluated" : percent(shares[0])}`];
  const evaluated = shares.filter((share) => share !== null);
  const lowest = Math.min(...evaluated);
  const from = scaleFrom(lowest);
  const line = shares.map((share) => (share === null ? "·" : barOf(share, from))).join("");
  const earlier = names[0] === first ? "" : ` (the last ${most} weeks; the log begins in ${first})`;
  const lines = [`by week  ${line}  ${names[0]} to ${last}${earlier}`];
  if (evaluated.length > 0) {
    const where = names[shares.indexOf(lowest)];
    const ends = `from ${Math.round(100 * from)}% (${bars[0]}) to 100% (${bars.at(-1)})`;
    lines.push(dim(`         ${ends}; lowest: ${where} at ${percent(lowest)}`));
  }
  return lines;
}

/** Start of the scale: the lowest share rounded down to a step, at most one step below 100%. */
export function scaleFrom(lowest: number): number {
  // Rounding errors must not put a share below its own step.
  const steps = Math.floor(lowest / step + 1e-9);
  return Math.max(0, Math.min(steps, Math.round(1 / step) - 1)) * step;
}

function barOf(share: number, from: number): string {
  const place = Math.floor((bars.length * (share - from)) / (1 - from) + 1e-9);
  return bars[Math.max(0, Math.min(bars.length - 1, place))] ?? "";
}
