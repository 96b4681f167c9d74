import { dayStart } from "../../text/periods.js";
import { pause, readPieces } from "../report/reading/pieces.js";
import {
  CaseSloError,
  type AvailabilityLog,
  type AvailabilityOptions,
  type AvailabilityResult,
  type Policy,
} from "../../index.js";

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

/** The downtime of one service on the days of a month; null after the end of the log. */
export interface ServiceDays {
  service: string;
  days: ({ day: string; lostSeconds: number; outages: number } | null)[];
}

/**
 * Reads the downtime of each service, day by day, in one pass over the log.
 *
 * @throws CaseSloError as `readOutages`
 */
export async function readDays(
  file: Blob,
  policy: Policy,
  options: AvailabilityOptions & { zone: string },
  month: string,
): Promise<ServiceDays[]> {
  const asOf = Date.parse(String(options.asOf));
  const logs: { day: string; log: AvailabilityLog }[] = [];
  const days = Array.from({ length: daysIn(month) }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);
  try {
    for (const day of days) {
      const [from, end] = [dayStart(options.zone, day), dayStart(options.zone, day, 1)];
      const until = new Date(Math.min(asOf, Date.parse(end))).toISOString();
      if (Date.parse(from) < asOf) logs.push({ day, log: policy.availability({ ...options, from, until }) });
    }
    const sinks = logs.map(({ log }) => log);
    if (sinks.length > 0) await readPieces(file, sinks, { longest: longestTask, pause });
    const results = new Map(logs.map(({ day, log }) => [day, log.finish()]));
    const names = new Set(
      [...results.values()].flatMap(({ services }) => services.flatMap(({ service }) => service ?? [])),
    );
    return [...names].map((service) => ({
      service,
      days: days.map((day) => {
        const result = results.get(day);
        if (result === undefined) return null;
        const found = result.services.find((each) => each.service === service);
        return { day, lostSeconds: found?.lostSeconds ?? 0, outages: found?.outages ?? 0 };
      }),
    }));
  } finally {
    for (const { log } of logs) log.free();
  }
}

/** Returns the number of days of a month. */
const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

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
