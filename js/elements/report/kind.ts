/** The kind of a log by its columns, so that a file that was chosen in the wrong place leads to the right one. */

import type { Policy, ReportOptions } from "../../index.js";
import { beginningOf, previewOf } from "./preview.js";

export type LogKind = "cases" | "outages";

/** Returns the kind of a log; null if its columns are those of neither kind, or of both. */
export async function kindOf(file: Blob, policy: Policy, options: ReportOptions): Promise<LogKind | null> {
  const { missing, reading } = await previewOf(file, policy, options);
  const isOfHelpDesk = reading.preset !== null;
  const isCases = isOfHelpDesk || missing.length === 0;
  const isOutages = !isOfHelpDesk && (await hasOutages(file, policy, options));
  if (isCases === isOutages) return null;
  return isCases ? "cases" : "outages";
}

/** Returns whether the first rows of a file name a service and the start and the end of an outage. */
async function hasOutages(file: Blob, policy: Policy, { asOf, zone, delimiter }: ReportOptions): Promise<boolean> {
  const log = policy.availability({
    asOf,
    ...(zone === undefined ? {} : { zone }),
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  log.push(await beginningOf(file));
  const { columns, reading, rows, coverage } = log.finish();
  const { service, start, end } = columns;
  return (
    service !== undefined && start !== undefined && (end ?? reading.elapsed) !== undefined && rows > 0 && coverage !== 0
  );
}
