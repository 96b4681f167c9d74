/** Statistics of counts: attainment, intervals, and changes. */

import { fewCases } from "../text/numbers.js";

/** A period with fewer evaluated cases is drawn as a ring without an interval. */
export const enough = fewCases;

/** Two-sided 95% quantile of the normal distribution. */
const z95 = 1.959963984540054;

/** Returns the share of evaluated cases that met the objective; null without an evaluated case. */
export const attainmentOf = ({ met, missed }: { met: number; missed: number }): number | null =>
  met + missed === 0 ? null : met / (met + missed);

/**
 * Returns the 95% Wilson score interval of `met` out of `evaluated` cases (E. B. Wilson, 1927). The engine gives it for groups;
 * weeks, months and hours of a report are counts, and charts add them up. `z` is the quantile of another interval.
 */
export function wilson(met: number, evaluated: number, z = z95): [number, number] {
  const share = met / evaluated;
  const [shrink, middle] = [1 + (z * z) / evaluated, share + (z * z) / (2 * evaluated)];
  const half = z * Math.sqrt((share * (1 - share)) / evaluated + (z * z) / (4 * evaluated * evaluated));
  return [Math.max(0, (middle - half) / shrink), Math.min(1, (middle + half) / shrink)];
}

interface EvaluatedCounts {
  met: number;
  missed: number;
}

/** Returns the 95% interval of the difference of two attainments, `now` less `before` (R. G. Newcombe, 1998, method 10). */
export function differenceOf(before: EvaluatedCounts, now: EvaluatedCounts): [number, number] {
  const [earlier, later] = [before.met + before.missed, now.met + now.missed];
  const [p1, p2] = [now.met / later, before.met / earlier];
  const [[low1, high1], [low2, high2]] = [wilson(now.met, later), wilson(before.met, earlier)];
  return [p1 - p2 - Math.hypot(p1 - low1, high2 - p2), p1 - p2 + Math.hypot(high1 - p1, p2 - low2)];
}

/** Returns whether the attainment rose, fell, or may differ by chance; null if either period has too few cases. */
export function change(before: EvaluatedCounts, now: EvaluatedCounts): "better" | "worse" | "alike" | null {
  if (Math.min(before.met + before.missed, now.met + now.missed) < enough) return null;
  const [low, high] = differenceOf(before, now);
  return low > 0 ? "better" : high < 0 ? "worse" : "alike";
}

/** Adds up the counts of several periods. */
export function sum(counts: readonly { cases: number; met: number; missed: number }[]) {
  const total = { cases: 0, met: 0, missed: 0 };
  for (const { cases, met, missed } of counts) {
    total.cases += cases;
    total.met += met;
    total.missed += missed;
  }
  return total;
}
