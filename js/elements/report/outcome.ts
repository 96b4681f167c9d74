/** The result of reading a log, with its settings, filter and comparison. */

import type { Comparison } from "./comparison.js";
import type { Filter, Settings } from "./settings.js";
import type { ViewContext } from "../shared/element.js";
import type { Group, PolicyDocument, ReportResult } from "../../index.js";
import { ownValue } from "../../text/lookup.js";

export interface Outcome {
  name: string;
  result: ReportResult;
  settings: Settings;
  filter: Filter;
  comparison: Comparison;
  /** Of the comparison. */
  compared: ReportResult | null;
}

/** Returns the group over all tiers and severities. */
export const overallGroup = ({ groups }: ReportResult): Group | undefined =>
  groups.find(({ tier, severity }) => tier === null && severity === null);

/** Number of rows that could not be evaluated. */
export const problemCount = ({ problems }: ReportResult): number => problems.reduce((sum, { count }) => sum + count, 0);

/** Returns the groups in order: tiers from the highest, severities from the most severe. */
export function orderedGroups({ groups }: ReportResult, { tiers = [], severities }: PolicyDocument): Group[] {
  const place = (list: readonly { id: string }[], id: string | null) => list.findIndex((each) => each.id === id);
  return groups
    .filter(({ tier, severity }) => tier !== null || severity !== null)
    .toSorted(
      (one, other) =>
        place(tiers, other.tier) - place(tiers, one.tier) ||
        place(severities, one.severity) - place(severities, other.severity),
    );
}

/**
 * Returns the median and the longest delay of the cases that were answered late. The median is null if the result does not list
 * all of them.
 */
export function overruns(
  { misses }: ReportResult,
  { missed, overdue }: Group,
): { median: number | null; most: number } | null {
  const late = misses.filter(({ open }) => !open);
  const [first] = late;
  if (first === undefined) return null;
  const median = late.length < missed - overdue ? undefined : late[Math.floor(late.length / 2)];
  return { median: median?.overrunSeconds ?? null, most: first.overrunSeconds };
}

/** A comparison of two attainments. */
export interface Difference {
  now: number;
  /** Of the comparison. */
  other: number;
  /** Evaluated cases of the comparison. */
  cases: number;
  /** Whether both are over the same cases, and how many cases were evaluated for one of the two only. */
  isSame: boolean;
  others: number;
}

/**
 * Compares a result with its comparison; null if one of the two has no evaluated case. Another tier or policy is compared on the
 * groups of cases for which both have objectives, because otherwise a difference of cases looks like one of attainment.
 */
export function differenceOf({ result, comparison }: Outcome, compared: ReportResult): Difference | null {
  const isSame = comparison.kind !== "before";
  const evaluated = ({ met, missed }: Group) => met + missed;
  const pairs = result.groups
    .filter(({ tier }) => (tier === null) !== isSame)
    .flatMap((group): [Group, Group | undefined][] => [
      [group, compared.groups.find(({ tier, severity }) => tier === group.tier && severity === group.severity)],
    ]);
  const both = pairs.flatMap(([now, then]) =>
    then !== undefined && evaluated(now) > 0 && evaluated(then) > 0 ? [[now, then] as const] : [],
  );
  const sum = (some: readonly Group[], of: (group: Group) => number) =>
    some.reduce((total, each) => total + of(each), 0);
  const [nows, thens] = [both.map(([now]) => now), both.map(([, then]) => then)];
  const [casesNow, casesThen] = [sum(nows, evaluated), sum(thens, evaluated)];
  if (casesNow === 0 || casesThen === 0) return null;
  const all = Math.max(0, ...[result, compared].map((each) => evaluated(overallGroup(each) ?? (nows[0] as Group))));
  return {
    now: sum(nows, ({ met }) => met) / casesNow,
    other: sum(thens, ({ met }) => met) / casesThen,
    cases: casesThen,
    isSame,
    others: isSame ? all - Math.min(casesNow, casesThen) : 0,
  };
}

/** Returns the attainment over the last four weeks with cases, and over the four before. */
export function trend({ weeks }: ReportResult): { last: number; before: number } | null {
  const all = weeks.filter(({ tier, severity }) => tier === null && severity === null);
  const shareOf = (some: typeof all) => {
    const [met, missed] = [
      some.reduce((sum, { met }) => sum + met, 0),
      some.reduce((sum, { missed }) => sum + missed, 0),
    ];
    return met + missed === 0 ? null : met / (met + missed);
  };
  const [last, before] = [shareOf(all.slice(-4)), shareOf(all.slice(-8, -4))];
  return all.length < 8 || last === null || before === null ? null : { last, before };
}

/** Whether the objectives are contractual for the customer (P2, P3). */
export type Standing = "contractual" | "informational" | "unspecified";

/** Finds from the context whether the objectives are contractual (P2, P3). */
export function standingOf({ description }: ViewContext, context: Record<string, string>): Standing {
  const standings = (description.context ?? []).flatMap(
    ({ id, options }) => options.find((option) => option.id === ownValue(context, id))?.standing ?? [],
  );
  return standings.find((standing) => standing !== "unspecified") ?? "unspecified";
}

export type ProblemRow = ReportResult["problems"][number]["first"][number];

/**
 * Returns the value of a row that caused its problem, which the message of the engine quotes. Null if there is none, or if the
 * message shortens it.
 */
export function valueIn({ message }: ProblemRow, code?: string): string | null {
  // Its message quotes the header.
  if (code === "missing-column") return null;
  const value = /"([\s\S]*)"/.exec(message)?.[1];
  return value === undefined || value.endsWith("…") ? null : value;
}
