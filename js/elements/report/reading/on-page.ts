/** A log read on the page itself, in slices short enough that it answers input in between. */

import type { Policy, Report, ReportOptions, ReportResult } from "../../../index.js";
import type { Progress } from "./job.js";
import { pause } from "./pause.js";
import { readPieces } from "./pieces.js";

/** Well under the 50 milliseconds within which a page has to answer. */
const longest = 12;

/**
 * Makes reports over a file in one pass.
 *
 * @throws CaseSloError, what the file throws where it cannot be read, or the reason of `signal`
 */
export async function readOnPage(
  file: Blob,
  jobs: readonly { policy: Policy; options: ReportOptions }[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReportResult[]> {
  const reports: Report[] = [];
  try {
    for (const { policy, options } of jobs) reports.push(policy.report(options));
    await readPieces(file, reports, { longest, pause, onProgress, signal });
    const results: ReportResult[] = [];
    for (const report of reports) {
      results.push(report.finish());
      await pause();
    }
    return results;
  } finally {
    for (const report of reports) report.free();
  }
}
