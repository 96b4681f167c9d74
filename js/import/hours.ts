/** Business hours and holidays of help desks, as calendars of a policy. */

import type { CalendarDefinition, Holiday, Interval } from "../document.js";
import { weekdays, weeklyOf } from "../text/hours-words.js";
import type { PolicyDraft } from "./draft.js";
import { ianaZone } from "./zones.js";

/** Minutes of a day. */
const day = 1_440;

/** Returns minutes of a day as "09:00"; 1,440 is "24:00". */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Returns the weekly hours of intervals in minutes since the beginning of Monday, each cut at midnight. */
export function weekOf(intervals: readonly (readonly [opens: number, closes: number])[]): Record<string, Interval[]> {
  const days: [number, number][][] = weekdays.map(() => []);
  for (const [opens, closes] of intervals) {
    for (let from = Math.max(0, opens); from < closes; ) {
      const until = Math.min(closes, (Math.floor(from / day) + 1) * day);
      const at = Math.floor(from / day);
      days[at % 7]?.push([from - at * day, until - at * day]);
      from = until;
    }
  }
  const hours = days.map((each) =>
    each.sort(([one], [other]) => one - other).map(([opens, closes]): Interval => [timeOf(opens), timeOf(closes)]),
  );
  return weeklyOf(hours);
}

/** Returns the zone of a calendar; UTC with a finding if the name is not known. */
export function zoneOf(draft: PolicyDraft, name: string, path: string): string {
  const zone = ianaZone(name);
  if (zone === undefined) draft.note("zone-assumed", path, name);
  return zone ?? "UTC";
}

/** Returns the minutes of a time such as "8:00 am", "17:30" or "24:00"; undefined if it is none. */
export function minutesOf(time: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(time.trim());
  if (match === null) return undefined;
  const [hours, minutes, half] = [Number(match[1]), Number(match[2]), match[3]?.toLowerCase()];
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  return hour > 24 || minutes > 59 ? undefined : hour * 60 + minutes;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Returns a date as a policy writes it: "2026-12-25", or "--12-25" without a year; undefined if it is none. */
export function dateOf(text: string): string | undefined {
  const [, year, month = "", date = ""] = /^(?:(\d{4})-|--)(\d{2})-(\d{2})/.exec(text) ?? [];
  if (month !== "") return `${year ?? "-"}-${month}-${date}`;
  const words = /^(?:(\d{1,2})[ -]([a-z]{3})[a-z]*|([a-z]{3})[a-z]*[ -](\d{1,2}))(?:,? (\d{4}))?$/i.exec(text.trim());
  const at = months.indexOf((words?.[2] ?? words?.[3] ?? "").toLowerCase());
  if (words === null || at === -1) return undefined;
  const two = (value: number | string) => String(value).padStart(2, "0");
  return `${words[5] ?? "-"}-${two(at + 1)}-${two(words[1] ?? words[4] ?? "")}`;
}

/** Returns the days from one date to another, both included. */
export function daysBetween(from: string, until: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(until)];
  const count = Math.min(366, Math.round((last - first) / 86_400_000) + 1);
  return Number.isFinite(count)
    ? Array.from({ length: Math.max(1, count) }, (_, at) =>
        new Date(first + at * 86_400_000).toISOString().slice(0, 10),
      )
    : [from];
}

/** Returns a calendar; holidays only if there are some. */
export const calendarOf = (
  zone: string,
  weekly: Record<string, Interval[]>,
  holidays: readonly Holiday[],
): CalendarDefinition => ({ zone, weekly, ...(holidays.length === 0 ? {} : { holidays: [...holidays] }) });
