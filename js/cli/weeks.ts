/** Attainment week by week, as a line of bars. */

import type { Week } from "../node.js";
import { weeksBetween } from "../elements/report/charts/weeks-and-months.js";
import { dim } from "./output.js";

/** Weeks that fit on a line. */
const most = 60;

/** From the lowest to a full one. */
const bars = "▁▂▃▄▅▆▇█";

/** The scale begins at a multiple of this share, so that its ends can be said in a few words. */
const step = 0.05;

/**
 * The weeks of a report, all tiers and severities together. The scale reaches from just below the lowest week to 100 %: where
 * objectives are met, every week is above 90 %, and from 0 % on nobody could see whether it gets better. A dot where
 * nothing was judged; of one week, no more than its figure.
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
    return [`by week  ${first}: ${shares[0] == null ? "no case could be judged" : percent(shares[0])}`];
  const judged = shares.filter((share) => share !== null);
  const lowest = Math.min(...judged);
  const from = scaleFrom(lowest);
  const line = shares.map((share) => (share === null ? "·" : barOf(share, from))).join("");
  const earlier = names[0] === first ? "" : ` (the last ${most} weeks; the log begins in ${first})`;
  const lines = [`by week  ${line}  ${names[0]} to ${last}${earlier}`];
  if (judged.length > 0) {
    const where = names[shares.indexOf(lowest)];
    const ends = `from ${Math.round(100 * from)} % (${bars[0]}) to 100 % (${bars.at(-1)})`;
    lines.push(dim(`         ${ends}; the lowest is ${where} with ${percent(lowest)}`));
  }
  return lines;
}

/** Where the scale begins: the lowest share, rounded down to a step; where all is met, one step below. */
export function scaleFrom(lowest: number): number {
  // A share that is a step itself, but for the last digit, counts as that.
  const steps = Math.floor(lowest / step + 1e-9);
  return Math.max(0, Math.min(steps, Math.round(1 / step) - 1)) * step;
}

function barOf(share: number, from: number): string {
  const place = Math.floor((bars.length * (share - from)) / (1 - from) + 1e-9);
  return bars[Math.max(0, Math.min(bars.length - 1, place))] ?? "";
}
