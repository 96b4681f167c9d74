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

/** Returns the median and the longest delay. The median is null if the result does not list enough cases. */
export function overruns({ misses }: ReportResult, missed: number): { median: number | null; most: number } | null {
  const [first] = misses;
  if (first === undefined) return null;
  return { median: misses[Math.floor(missed / 2)]?.overrunSeconds ?? null, most: first.overrunSeconds };
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
