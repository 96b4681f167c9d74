import { CaseSloError, type Instant } from "../index.js";

/** What logs of cases and of outages have in common. */
export interface SampleOptions {
  /** The log ends at this instant, and what has not ended by then is open; default 2026-07-01T00:00:00Z. */
  asOf?: Instant;
  /** Days that the log covers; default 182, half a year. */
  days?: number;
  /** From 0 to 4294967295; default 1. */
  seed?: number;
  /** BCP 47 tag of headers and names, as the policy has them; default "en". French logs have semicolons. */
  language?: string;
  /** Whether some rows cannot be read, as in any real log; default true. */
  problems?: boolean;
}

/** Options with their defaults. */
export function settled({
  asOf = "2026-07-01T00:00:00Z",
  days = 182,
  seed = 1,
  language = "en",
  problems = true,
}: SampleOptions) {
  const end = Math.floor(millisOf(asOf) / 1_000) * 1_000;
  if (!Number.isInteger(days) || days < 1 || days > 3_660 || end - days * day < 0) {
    throw new CaseSloError("invalid-options", `expected from 1 to 3660 days, after 1970, found ${days}`, {
      path: "/days",
    });
  }
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new CaseSloError("invalid-options", `expected a whole number from 0 to 4294967295 as seed, found ${seed}`, {
      path: "/seed",
    });
  }
  const isFrench = /^fr(-|$)/i.test(language);
  return {
    end,
    start: end - days * day,
    days,
    seed,
    language,
    problems,
    isFrench,
    delimiter: isFrench ? ";" : ",",
  };
}

/** Milliseconds of an instant; a text has to have an offset, or it would mean another one on another machine. */
function millisOf(instant: Instant): number {
  const isText = typeof instant === "string";
  const millis =
    isText && !/T.*(Z|[+-]\d\d:\d\d)$/i.test(instant) ? Number.NaN : isText ? Date.parse(instant) : Number(instant);
  if (Number.isFinite(millis)) return millis;
  throw new CaseSloError("invalid-instant", "expected a Date, milliseconds, or RFC 3339 with an offset", {
    path: "/asOf",
  });
}

export const day = 86_400_000;
export const hour = 3_600_000;

const pairs = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let [today, date] = [-1, ""];

/** An instant to the second, as exports write it. */
export function stamp(millis: number): string {
  const number = Math.floor(millis / day);
  if (number !== today) [today, date] = [number, new Date(number * day).toISOString().slice(0, 11)];
  const second = Math.floor((millis - number * day) / 1_000);
  const minute = Math.floor(second / 60);
  return `${date}${pairs[Math.floor(minute / 60)]}:${pairs[minute % 60]}:${pairs[second % 60]}Z`;
}
