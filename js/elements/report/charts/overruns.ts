/** Misses counted by how late they were. */

import type { ReportResult } from "../../../index.js";

type Miss = Pick<ReportResult["misses"][number], "severity" | "overrunSeconds">;

/** Upper edges of the steps in seconds; what is later goes into a last one. */
export const overrunEdges = [300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 604_800];

/** Cases that were late by more than `from` and at most `upTo`; `upTo` is null for the last step. */
export interface OverrunBin {
  from: number | null;
  upTo: number | null;
  count: number;
  /** By severity; null where not every case is listed. */
  severities: Map<string, number> | null;
}

/**
 * Counts by step. A report lists the longest overruns only: where `missed` says that there are more, the steps below the
 * shortest one of the list are told together, for of the others nobody knows how they divide.
 */
export function overrunBins(misses: readonly Miss[], missed: number): OverrunBin[] {
  const hasAll = misses.length >= missed;
  const shortest = Math.min(...misses.map(({ overrunSeconds }) => overrunSeconds));
  const edges = hasAll ? overrunEdges : overrunEdges.filter((edge) => edge >= shortest);
  if (!hasAll && edges.length === 0) edges.push(Math.ceil(shortest));
  const bins = [...edges, null].map(
    (upTo, at): OverrunBin => ({ from: edges[at - 1] ?? null, upTo, count: 0, severities: new Map() }),
  );
  for (const { overrunSeconds, severity } of misses) {
    const bin = bins.find(({ upTo }) => upTo === null || overrunSeconds <= upTo);
    if (bin === undefined) continue;
    bin.count += 1;
    bin.severities?.set(severity, (bin.severities.get(severity) ?? 0) + 1);
  }
  const [first] = bins;
  if (!hasAll && first !== undefined) {
    first.count += missed - misses.length;
    first.severities = null;
  }
  while (bins.length > 1 && bins.at(-1)?.count === 0) bins.pop();
  return bins;
}

/** The overrun that half of the cases do not exceed, by nearest rank; null where not every case is listed. */
export function medianOverrun(misses: readonly Miss[], missed: number): number | null {
  if (misses.length === 0 || misses.length < missed) return null;
  const sorted = misses.map(({ overrunSeconds }) => overrunSeconds).sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
