/** What a row has against being judged. */

import type { ReportResult } from "../../index.js";

export type Place = ReportResult["problems"][number]["first"][number];

/**
 * The value that a row stumbles over: the engine's message quotes it. Null where there is none, or where it was too long to
 * be told whole.
 */
export function foundIn({ message }: Place, code?: string): string | null {
  // It lists the header, quoted too.
  if (code === "missing-column") return null;
  const value = /"([\s\S]*)"/.exec(message)?.[1];
  return value === undefined || value.endsWith("…") ? null : value;
}
