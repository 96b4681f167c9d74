import { readPieces } from "../report/reading/pieces.js";
import { CaseSloError, type AvailabilityOptions, type AvailabilityResult, type Policy } from "../../index.js";

/** Longest slice of work in milliseconds, well under 50, above which a page feels slow. */
const longestTask = 12;

/**
 * Reads a log of outages; such logs are small, and read on the page.
 *
 * @throws CaseSloError "file-unreadable", or any of `Policy.availability`
 */
export async function readOutages(
  file: Blob,
  policy: Policy,
  options: AvailabilityOptions,
): Promise<AvailabilityResult> {
  const log = policy.availability(options);
  try {
    await readPieces(file, [log], { longest: longestTask });
    return log.finish();
  } catch (error) {
    if (error instanceof CaseSloError) throw error;
    throw new CaseSloError("file-unreadable", error instanceof Error ? error.message : String(error), { cause: error });
  } finally {
    log.free();
  }
}

/** Numbers of cases and days in the sample log: 13 months, with enough cases in each. */
const [rows, days] = [6_000, 400];

/** Generates both sample logs; they end at `asOf`. */
export async function makeSamples(
  policy: Policy,
  language: string,
  asOf: number,
  measure: string | null,
): Promise<{ cases: File; outages: File }> {
  // Few visitors need it, so it is loaded on demand.
  const { sampleLog, sampleOutages } = await import("../../sample-log.js");
  const options = { asOf, days, language };
  const file = (name: string, pieces: Iterable<Uint8Array>) =>
    new File([...pieces] as BlobPart[], name, { type: "text/csv", lastModified: asOf });
  const cases = sampleLog(policy, { ...options, rows, ...(measure === null ? {} : { measure }) });
  return { cases: file("cases.csv", cases), outages: file("outages.csv", sampleOutages(options)) };
}
