/** Logs that are made up, to see a dashboard at once. */

import type { Policy } from "../../index.js";
import { sampleLog, sampleOutages } from "../../sample-log.js";

/** Cases of a year: enough for a month to tell something. */
const rows = 6_000;
const days = 400;

/** Both logs, as of an instant. */
export function makeSamples(policy: Policy, language: string, asOf: number): { cases: File; outages: File } {
  const options = { asOf, days, language };
  const file = (name: string, chunks: Iterable<Uint8Array>) => new File([...chunks] as BlobPart[], name, { type: "text/csv", lastModified: asOf });
  return { cases: file("cases.csv", sampleLog(policy, { ...options, rows })), outages: file("outages.csv", sampleOutages(options)) };
}
