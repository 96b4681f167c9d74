/** Reads opening hours as people write them: "9:00–12:00, 13:00–17:30", "9 h à 17 h", "9 a.m. to 5 p.m.", "closed". */

import type { Interval } from "../document.js";
import { readTime24 } from "./target-words.js";

/** Returns the intervals of a day; null if the text cannot be read. An empty text is a closed day. */
export function readHours(words: string): Interval[] | null {
  const text = words
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .toLowerCase();
  if (/^(?:|-|–|—|closed|fermé|ferme)$/.test(text)) return [];
  if (/^(?:24 ?h(?:ours?|eures?)?|all day|open|jour et nuit|toute la journée|24\/24)$/.test(text))
    return [["00:00", "24:00"]];
  const intervals: Interval[] = [];
  for (const part of text.split(/[,;+]| and | et /)) {
    const [from, to, ...rest] = part
      .replace(/^ ?(?:de|from) /, "")
      .split(/ ?[-–—] ?| to | until | à | a (?=\d)/)
      .map((each) => each.trim());
    if (from === undefined || to === undefined || rest.length > 0) return null;
    const [opens, closes] = [readTime24(withHalf(from, to)), readTime24(to)];
    if (opens === null || closes === null) return null;
    const end = closes === "00:00" ? "24:00" : closes;
    if (opens === end || opens === "24:00") return null;
    intervals.push([opens, end]);
  }
  return intervals.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** In "9 to 11 a.m." the half of the day belongs to both times; in "9 to 5 p.m." to the second alone. */
function withHalf(from: string, to: string): string {
  const half = /([ap])\.? ?m\.?$/.exec(to)?.[1];
  if (half === undefined || /[apm.]$/.test(from) || from.includes(":")) return from;
  const [first, second] = [Number.parseInt(from, 10) % 12, Number.parseInt(to, 10) % 12];
  return first < second ? `${from} ${half}m` : `${from} ${half === "p" ? "am" : "pm"}`;
}

/** Writes the intervals of a day: "09:00–12:00, 13:00–17:30". */
export const writeHours = (intervals: readonly Interval[]): string =>
  intervals.map(([opens, closes]) => `${opens}–${closes}`).join(", ");

/** The weekdays of a policy, Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Returns the weekly hours in as few entries as possible: days of the same hours that follow each other are one range. */
export function weeklyOf(days: readonly (readonly Interval[])[]): Record<string, Interval[]> {
  const weekly: [string, Interval[]][] = [];
  for (let first = 0; first < weekdays.length; ) {
    const hours = days[first] ?? [];
    let last = first;
    while (last + 1 < weekdays.length && JSON.stringify(days[last + 1]) === JSON.stringify(hours)) last += 1;
    if (hours.length > 0)
      weekly.push([rangeOf(first, last), hours.map(([opens, closes]): Interval => [opens, closes])]);
    first = last + 1;
  }
  return Object.fromEntries(weekly);
}

const rangeOf = (first: number, last: number): string =>
  first === last ? (weekdays[first] ?? "") : `${weekdays[first]}-${weekdays[last]}`;
