/** The months of a log, and the figures of one of them compared with the month before. */

import { attainmentOf, change } from "../../charts/statistics.js";
import { monthBefore } from "../../text/periods.js";
import type { Month, ReportResult } from "../../index.js";

/** Returns the months with cases, earliest first. */
export const monthsOf = ({ months }: ReportResult): string[] =>
  [
    ...new Set(months.filter(({ tier, severity }) => tier === null && severity === null).map(({ month }) => month)),
  ].sort();

/** Returns the month in an attribute, such as "2026-02"; null if it is none. */
export const monthIn = (text: string | null): string | null =>
  text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null;

/** Returns the month to show first: the last complete one, else the last one. `today` is a month. */
export function firstChoice(months: readonly string[], today: string): string | null {
  return months.findLast((month) => month < today) ?? months.at(-1) ?? null;
}

export interface MonthFigures {
  cases: number;
  met: number;
  missed: number;
}

/** Figures of a month and of the month before, which is null if the log does not cover it. */
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

/** Returns the figures of a month for all cases, or for one severity over all tiers. */
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

/** Compares a month with the one before. A month without cases counts zero if the log covers it. */
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
