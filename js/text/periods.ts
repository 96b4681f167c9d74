/** Days, ISO weeks, months and quarters of the civil calendar, as texts: "2026-02-03", "2026-W06", "2026-02". */

import { localTime as localTimeIn } from "./local-time.js";
import { instantOf } from "../index.js";

/** Returns the instant at which a day begins in a zone, or the day `later` days after it. */
export const dayStart = (zone: string, day: string, later = 0): string =>
  instantOf(`${dayAfter(day, later)}T00:00`, zone);

/** Returns a local time as spreadsheets read it: "2026-02-03 02:14". */
export const localTime = (zone: string, at: number): string => localTimeIn(at, zone).replace("T", " ");

/** A first and a last day. */
export interface Period {
  from: string;
  to: string;
}

/** Returns the days of a month ("2026-02"), or of `count` months from it on. */
export const monthsFrom = (month: string, count = 1): Period => ({
  from: `${month}-01`,
  to: dayBefore(`${monthAfter(month, count)}-01`),
});

/** Returns the quarters of some months, each as its first month. */
export const quartersOf = (months: readonly string[]): string[] => [
  ...new Set(months.map((month) => monthAfter(month, -((Number(month.slice(5)) - 1) % 3)))),
];

/** Returns the previous period: as many months before whole months, else as many days before. */
export function periodBefore({ from, to }: Period): Period {
  const count = monthsIn({ from, to });
  if (count !== null) return monthsFrom(monthAfter(from.slice(0, 7), -count), count);
  const days = (Date.parse(dayAfter(to)) - Date.parse(from)) / 86_400_000;
  return { from: dayAfter(from, -days), to: dayBefore(from) };
}

/** Returns the number of whole months in a period; null if it begins or ends within a month. */
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

const day = 86_400_000;

/** Returns the Monday of an ISO week, at midnight UTC; NaN for any other text. */
export function mondayOf(week: string): number {
  const [, year, number] = /^(-?\d{4,})-W(\d\d)$/.exec(week) ?? [];
  if (year === undefined) return Number.NaN;
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4);
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
  return firstMonday + (Number(number) - 1) * 7 * day;
}

/** Returns the days of an ISO week. */
export function daysOfWeek(week: string): Period {
  const monday = new Date(mondayOf(week)).toISOString().slice(0, 10);
  return { from: monday, to: dayAfter(monday, 6) };
}

/** Returns the name of the ISO week that begins on a Monday. */
export function weekOf(monday: number): string {
  // A week belongs to the year of its Thursday.
  const year = new Date(monday + 3 * day).getUTCFullYear();
  const number = Math.round((monday - mondayOf(`${year}-W01`)) / (7 * day)) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** Returns every week from one to another, both included; at most the last `limit`. */
export function weeksBetween(first: string, last: string, limit: number): string[] {
  const end = mondayOf(last);
  const weeks: string[] = [];
  for (let at = Math.max(mondayOf(first), end - (limit - 1) * 7 * day); at <= end; at += 7 * day)
    weeks.push(weekOf(at));
  return weeks;
}

/** Returns every month from one to another, both included; at most the last `limit`. */
export function monthsBetween(first: string, last: string, limit: number): string[] {
  const months: string[] = [];
  for (let at = last; at >= first && months.length < limit; at = monthBefore(at)) months.unshift(at);
  return months;
}

/** Returns the month before: "2025-12" for "2026-01". */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

/** Returns the first day of a month, at midnight UTC. */
export const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
