/** Logs that are made up, to see a dashboard at once. */

import type { Policy } from "../../index.js";

/** Cases of a year and a month: enough for each month to tell something. */
const [rows, days] = [6_000, 400];

/** Both logs, as of an instant. */
export async function makeSamples(
  policy: Policy,
  language: string,
  asOf: number,
  measure: string | null,
): Promise<{ cases: File; outages: File }> {
  // Asked for by few, loaded for them alone.
  const { sampleLog, sampleOutages } = await import("../../sample-log.js");
  const options = { asOf, days, language };
  const file = (name: string, pieces: Iterable<Uint8Array>) =>
    new File([...pieces] as BlobPart[], name, { type: "text/csv", lastModified: asOf });
  const cases = sampleLog(policy, { ...options, rows, ...(measure === null ? {} : { measure }) });
  return { cases: file("cases.csv", cases), outages: file("outages.csv", sampleOutages(options)) };
}
