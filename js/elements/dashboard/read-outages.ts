import type { AvailabilityOptions, AvailabilityResult, Policy } from "../../index.js";
import { CaseSloError } from "../../index.js";
import { readPieces } from "../report/reading/pieces.js";

/** Well under the 50 milliseconds within which a page has to answer. */
const longest = 12;

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
    await readPieces(file, [log], { longest });
    return log.finish();
  } catch (error) {
    if (error instanceof CaseSloError) throw error;
    throw new CaseSloError("file-unreadable", error instanceof Error ? error.message : String(error), { cause: error });
  } finally {
    log.free();
  }
}
