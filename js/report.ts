import { CaseSloError } from "./errors.js";
import type { Policy } from "./policy.js";
import type { ReportOptions, ReportResult } from "./types.js";

/** Attainment over a log of cases, read in chunks. Not implemented in this version. */
export class Report {
  /** @internal */
  constructor(_policy: Policy, _options: ReportOptions) {
    throw new CaseSloError("not-implemented", "reports are not implemented in this version");
  }

  /** Takes bytes of CSV (RFC 4180, UTF-8) in chunks of any size. */
  push(_chunk: Uint8Array): { rows: number; bytes: number } {
    return { rows: 0, bytes: 0 };
  }

  /** Ends the log. */
  finish(): ReportResult {
    return { rows: 0, groups: [], weeks: [], problems: [], misses: [] };
  }

  /** Gives the engine's memory back. */
  free(): void {}
}
