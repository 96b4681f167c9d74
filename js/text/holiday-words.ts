/** Writes the days off of a calendar in words: a date, a day of every year, Easter, a weekday of a month or before a day. */

import type { HolidayRule } from "../document.js";
import { changeMessagesFor } from "../messages/changes.js";
import { weekdays } from "./hours-words.js";

const noBreak = "\u00a0";

/** Returns the name of a weekday of a policy, such as "mon". */
export function weekdayName(language: string, weekday: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return format.format((4 + (weekdays as readonly string[]).indexOf(weekday)) * 86_400_000);
}

/** Returns the name of a month, 1 to 12. */
export const monthName = (language: string, month: number): string =>
  new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2028, month - 1, 1));

/** Returns a day of every year, "--12-24", as a day and a month; null for any other text. */
export function yearlyDay(language: string, date: string): string | null {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (month === undefined || day === undefined) return null;
  const name = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: "UTC" });
  const text = name.format(Date.UTC(2028, Number(month) - 1, Number(day))).replace(/ /, noBreak);
  return /^fr\b/i.test(language) ? text.replace(/^1\u00a0/, `1er${noBreak}`) : text;
}

/** Returns a date of a policy in words; `yearly` adds that it comes every year. */
export function dayInWords(language: string, date: string, yearly = (day: string): string => day): string {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) {
    const words = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
    const time = Date.parse(`${date}T12:00:00Z`);
    return Number.isNaN(time) ? date : words.format(time);
  }
  const day = yearlyDay(language, date);
  return day === null ? date : yearly(day);
}

/** Returns the rule of a holiday in words: "2 days before Easter", "first Monday of September"; null if it is incomplete. */
export function ruleInWords(language: string, rule: HolidayRule, yearly?: (day: string) => string): string | null {
  const words = changeMessagesFor(language);
  const { date, easter, rite, weekday, nth, month, before } = rule;
  if (date !== undefined) return dayInWords(language, date, yearly);
  if (easter !== undefined) return words.easter(easter, rite === "orthodox");
  if (weekday === undefined) return null;
  const name = weekdayName(language, weekday);
  if (before !== undefined) return words.weekdayBefore(name, yearlyDay(language, before) ?? before);
  if (nth === undefined || month === undefined) return null;
  return words.nthWeekday(nth, name, monthName(language, month));
}
