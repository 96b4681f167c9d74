/** Days and months of submission: as instants in a zone, and as periods that follow each other. */

import { localTime as localTimeIn } from "./local-time.js";
import { instantOf } from "../../index.js";

/** The instant at which a day begins in a zone, or the one a number of days later. */
export const dayStart = (zone: string, day: string, later = 0): string =>
  instantOf(`${dayAfter(day, later)}T00:00`, zone);

/** A local time as spreadsheets read it: "2026-02-03 02:14". */
export const localTime = (zone: string, at: number): string => localTimeIn(at, zone).replace("T", " ");

/** A first and a last day. */
export interface Period {
  from: string;
  to: string;
}

/** The days of a month ("2026-02"), or of so many from it on. */
export const monthsFrom = (month: string, count = 1): Period => ({
  from: `${month}-01`,
  to: dayBefore(`${monthAfter(month, count)}-01`),
});

/** The quarters that some months touch, by their first month. */
export const quartersOf = (months: readonly string[]): string[] => [
  ...new Set(months.map((month) => monthAfter(month, -((Number(month.slice(5)) - 1) % 3)))),
];

/** Whole months go before whole months, else as many days before as many days. */
export function periodBefore({ from, to }: Period): Period {
  const count = monthsIn({ from, to });
  if (count !== null) return monthsFrom(monthAfter(from.slice(0, 7), -count), count);
  const days = (Date.parse(dayAfter(to)) - Date.parse(from)) / 86_400_000;
  return { from: dayAfter(from, -days), to: dayBefore(from) };
}

/** Number of whole months in a period; null if it begins or ends within a month. */
export function monthsIn({ from, to }: Period): number | null {
  const next = dayAfter(to);
  return from.endsWith("-01") && next.endsWith("-01") ? monthNumber(next) - monthNumber(from) : null;
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function monthAfter(month: string, count: number): string {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + count, 1));
  return date.toISOString().slice(0, 7);
}

const dayAfter = (day: string, count = 1): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string): string => dayAfter(day, -1);
