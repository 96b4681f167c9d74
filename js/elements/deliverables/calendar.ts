/** Days, months and time zones for the calendar of recurring services. Days are ISO 8601 dates without a time zone. */

import { instantOf, type UtcOffset, utcOffsets } from "../../index.js";
import type { CalendarZone } from "../shared/files.js";

/** Returns the last day of a period of `months` months: the day before the same day of the month. */
export function lastDay(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  const wanted = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate();
  const same = Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth(), Math.min(day, days));
  return new Date(same - 86_400_000).toISOString().slice(0, 10);
}

/** Returns the number of days of a month ("2026-12"). */
export function daysOf(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** Returns the month that is `count` months later. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Days as a language writes them. A day has no time zone, so its noon in UTC is formatted. */
export interface DayFormat {
  full(day: string): string;
  month(month: string): string;
  /** The name of a month in a few letters, and its first letter. */
  shortMonth(month: string): string;
  letter(month: string): string;
}

const formats = new Map<string, DayFormat>();

/** Returns the day format of a language, created once. */
export function dayFormat(language: string): DayFormat {
  let format = formats.get(language);
  if (format === undefined) {
    format = createDayFormat(language === "en" ? "en-CA" : language);
    formats.set(language, format);
  }
  return format;
}

function createDayFormat(tag: string): DayFormat {
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const month = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long", year: "numeric" });
  const name = (width: "short" | "narrow") => new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: width });
  const [short, narrow] = [name("short"), name("narrow")];
  const noon = (text: string) => new Date(`${text}T12:00:00Z`);
  return {
    full: (text) =>
      day
        .format(noon(text))
        .replaceAll(/(^|\D)1(er)? (?=\p{L})/gu, (_, before: string) =>
          tag.startsWith("fr") ? `${before}1er ` : `${before}1 `,
        ),
    month: (text) => month.format(noon(`${text}-01`)),
    shortMonth: (text) => short.format(noon(`${text}-01`)),
    letter: (text) => narrow.format(noon(`${text}-01`)),
  };
}

/**
 * Returns the component VTIMEZONE (RFC 5545, 3.6.5) of an IANA time zone for the days from `from` to `until`: the UTC offset at
 * the start, then every transition.
 */
export function calendarZone(zone: string, from: string, until: string): CalendarZone {
  const [first, ...later] = utcOffsets(zone, instantOf(`${from}T00:00`, zone), instantOf(`${until}T23:59`, zone));
  if (first === undefined) return { id: zone, lines: [] };
  const observances = [observance("19700101T000000", first, first)];
  let before = first;
  for (const after of later) {
    observances.push(observance(localStart(before, after), before, after));
    before = after;
  }
  return { id: zone, lines: ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flat(), "END:VTIMEZONE"] };
}

function observance(start: string, before: UtcOffset, after: UtcOffset): string[] {
  const kind = after.seconds > before.seconds ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

/** Returns the local time of a transition by the UTC offset before it. */
function localStart({ seconds }: UtcOffset, { from }: UtcOffset): string {
  const local = new Date(Date.parse(from) + seconds * 1_000);
  return local.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}

/** Writes a UTC offset as iCalendar does: "+0530", with seconds only if there are any. */
function offsetText({ seconds }: UtcOffset): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? "" : two(size % 60);
  return `${seconds < 0 ? "-" : "+"}${two(size / 3_600)}${two((size / 60) % 60)}${rest}`;
}
