/** The months of a log, and the figures of one of them beside those of the month before. */

import { attainmentOf, change } from "../../charts/statistics.js";
import { monthBefore } from "../../text/periods.js";
import type { Month, ReportResult } from "../../index.js";

/** The months with cases, earliest first. */
export const monthsOf = ({ months }: ReportResult): string[] =>
  [
    ...new Set(months.filter(({ tier, severity }) => tier === null && severity === null).map(({ month }) => month)),
  ].sort();

/** The month to begin with: the last one that is over, else the last one. `today` is a month. */
export function firstChoice(months: readonly string[], today: string): string | null {
  return months.findLast((month) => month < today) ?? months.at(-1) ?? null;
}

export interface MonthFigures {
  cases: number;
  met: number;
  missed: number;
}

/** A month and the month before; null if the log does not contain it. */
export interface MonthComparison {
  now: MonthFigures;
  before: MonthFigures | null;
  /** Attainment of the month; null without an evaluated case. */
  share: number | null;
  /** Difference of attainment, if both are known. */
  difference: number | null;
  /** Whether chance may explain the difference; null with too few cases. */
  kind: "better" | "worse" | "alike" | null;
}

const noFigures: MonthFigures = { cases: 0, met: 0, missed: 0 };

/** Figures of a month: of all cases, or of one severity over all tiers. */
export function figuresOf(result: ReportResult, month: string, severity: string | null): MonthFigures | null {
  const isOf =
    severity === null
      ? (each: Month) => each.tier === null && each.severity === null
      : (each: Month) => each.tier !== null && each.severity === severity;
  const found = result.months.filter((each) => each.month === month && isOf(each));
  if (found.length === 0) return null;
  return found.reduce(
    (sum, { cases, met, missed }) => ({ cases: sum.cases + cases, met: sum.met + met, missed: sum.missed + missed }),
    noFigures,
  );
}

/** Puts a month beside the one before. A month without cases counts none, as long as the log reaches it. */
export function compareMonths(result: ReportResult, month: string, severity: string | null = null): MonthComparison {
  const earlier = monthBefore(month);
  const reaches = (monthsOf(result)[0] ?? month) <= earlier;
  const now = figuresOf(result, month, severity) ?? noFigures;
  const before = reaches ? (figuresOf(result, earlier, severity) ?? noFigures) : null;
  const [share, shareBefore] = [attainmentOf(now), before === null ? null : attainmentOf(before)];
  return {
    now,
    before,
    share,
    difference: share === null || shareBefore === null ? null : share - shareBefore,
    kind: before === null ? null : change(before, now),
  };
}
