import { Log } from "./log.js";
import type { AvailabilityResult, ReportResult } from "./types.js";

/** Attainment over a log of cases, read in chunks. Get one from `policy.report()`. */
export class Report extends Log<ReportResult> {}

/** Service availability over a log of outages, read in chunks. Get one from `policy.availability()`. */
export class AvailabilityLog extends Log<AvailabilityResult> {}
