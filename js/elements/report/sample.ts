/** Logs that are made up, to try the page at once. */

import type { Policy } from "../../index.js";
import { pause } from "./reading/pause.js";

/** The same log whenever it is asked for: half a year, as of the day behind it. */
const [seed, asOf] = [42, Date.UTC(2026, 6, 1)];
/** Milliseconds after which whatever waits has its turn. */
const longest = 12;

/**
 * A log of so many cases under a policy. It is made in pieces, so that the page stays free.
 *
 * @throws CaseSloError "invalid-options" where the policy has no tiers; the reason of `signal` where it aborts
 * @returns the file, and the instant as of which its open cases are open
 */
export async function makeSample(
  policy: Policy,
  rows: number,
  name: string,
  language: string,
  signal: AbortSignal,
): Promise<{ file: File; asOf: number }> {
  // Asked for by few, loaded for them alone.
  const { sampleLog } = await import("../../sample-log.js");
  const blobs: Blob[] = [];
  let pieces: BlobPart[] = [];
  let began = performance.now();
  for (const piece of sampleLog(policy, { rows, seed, language, asOf })) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    if (performance.now() - began < longest) continue;
    // Handed over as they come: a million cases at once would hold up the page.
    blobs.push(new Blob(pieces));
    pieces = [];
    await pause();
    signal.throwIfAborted();
    began = performance.now();
  }
  return { file: new File([...blobs, ...pieces], name, { type: "text/csv" }), asOf };
}
