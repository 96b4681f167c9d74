/**
 * Amounts of targets in words, with the calendar whose hours they count in, and the names of calendars that have none of their own.
 */

import type { CalendarDefinition, Interval, PolicyDocument } from "../document.js";
import type { Bound, Objective } from "../engine-types.js";
import type { Format } from "./format.js";
import { messagesByLanguage, ownValue } from "./lookup.js";

/** The policy and the language in which its texts are said. */
interface View {
  description: PolicyDocument;
  language: string;
  format: Format;
  say(text: Record<string, string> | undefined): string;
}

/** The weekdays of a policy, Monday first. */
const weekdays: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

interface Words {
  aroundTheClock: string;
  /** A run of weekdays, by the numbers of the first and the last; 0 is Monday. */
  days(first: number, last: number): string;
  /** Opening and closing time in minutes of the day. */
  hours(opens: number, closes: number): string;
  and(texts: readonly string[]): string;
  or(texts: readonly string[]): string;
  /** Instead of a city, where the zone is that of the customer. */
  yourTime: string;
  never: string;
  businessHours(count: number): string;
  /** A duration that is not a number of hours. */
  ofBusinessHours(duration: string): string;
  businessDays(count: number): string;
  /** What a cut-off time does. */
  cutOff(time: string): string;
}

const lists = (language: string, type: "conjunction" | "disjunction") => {
  const format = new Intl.ListFormat(language, { type });
  return (texts: readonly string[]) => format.format(texts);
};

const dayNames = (language: string) => {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return weekdays.map((_, day) => format.format((4 + day) * 86_400_000));
};

const noBreak = "\u00a0";
const frenchDays = dayNames("fr-CA");
const frenchTime = (minutes: number) => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (hour === 0 && minute === 0) return "minuit";
  return [hour, "h", ...(minute === 0 ? [] : [String(minute).padStart(2, "0")])].join(noBreak);
};

const frCA: Words = {
  aroundTheClock: "jour et nuit",
  days(first, last) {
    if (first === last) return `le ${frenchDays[first]}`;
    if (first === 0 && last === 4) return "en semaine";
    if (first === 5 && last === 6) return "la fin de semaine";
    if (first === 0 && last === 6) return "tous les jours";
    return `du ${frenchDays[first]} au ${frenchDays[last]}`;
  },
  hours: (opens, closes) => `de ${frenchTime(opens)} à ${frenchTime(closes)}`,
  and: lists("fr-CA", "conjunction"),
  or: lists("fr-CA", "disjunction"),
  yourTime: "à votre heure",
  never: "jamais",
  businessHours: (count) => `${count}${noBreak}${count < 2 ? "heure" : "heures"} d’ouverture`,
  ofBusinessHours: (duration) => `${duration} d’ouverture`,
  businessDays: (count) => `${count}${noBreak}${count < 2 ? "jour ouvrable" : "jours ouvrables"}`,
  cutOff: (time) => `compté du jour ouvrable suivant après ${time}`,
};

const englishDays = dayNames("en");
const englishTime = (minutes: number) => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "noon";
  const clock = minute === 0 ? `${hour % 12}` : `${hour % 12 || 12}:${String(minute).padStart(2, "0")}`;
  return `${clock}${noBreak}${hour < 12 ? "a.m." : "p.m."}`;
};

const en: Words = {
  aroundTheClock: "day and night",
  days(first, last) {
    if (first === last) return `${englishDays[first]}`;
    if (first === 0 && last === 4) return "weekdays";
    if (first === 5 && last === 6) return "weekends";
    if (first === 0 && last === 6) return "every day";
    return `${englishDays[first]} to ${englishDays[last]}`;
  },
  hours: (opens, closes) => `${englishTime(opens)} to ${englishTime(closes)}`,
  and: lists("en", "conjunction"),
  or: lists("en", "disjunction"),
  yourTime: "your time",
  never: "never",
  businessHours: (count) => `${count}${noBreak}${count === 1 ? "business hour" : "business hours"}`,
  ofBusinessHours: (duration) => `${duration} of business hours`,
  businessDays: (count) => `${count}${noBreak}${count === 1 ? "business day" : "business days"}`,
  cutOff: (time) => `from the next business day after ${time}`,
};

const wordsFor = messagesByLanguage(frCA, en);
const timeFor = messagesByLanguage(frenchTime, englishTime);

/**
 * The target of an objective in the words of `phrase`, with the hours in which it counts: "within 24 business hours (weekdays
 * 9 a.m. to 5 p.m., Toronto)". A duration on a calendar that never closes has no hours beside it. Null where the policy states
 * no target.
 */
export function targetText(
  view: View,
  objective: Objective | undefined,
  phrase: (bound: Bound, amount: string, hours: string) => string,
  style?: "long" | "short",
): string | null {
  if (objective === undefined || objective.bound === null) return null;
  const words = wordsFor(view.language);
  const { bound, seconds, businessDays } = objective;
  if (businessDays !== undefined) {
    const entry = view.description.objectives?.find(({ id }) => id === objective.id);
    const cutOff = minutesOf(entry?.target?.cutOff);
    const beside = [
      calendarName(view, objective.calendar),
      ...(cutOff === undefined ? [] : [words.cutOff(timeFor(view.language)(cutOff))]),
    ];
    return phrase(bound, words.businessDays(businessDays), ` (${beside.join("; ")})`);
  }
  if (seconds === null) return null;
  const calendar = ownValue(view.description.calendars, objective.calendar);
  if (calendar === undefined || calendar.open !== undefined)
    return phrase(bound, view.format.duration(seconds, style), "");
  const amount =
    seconds % 3600 === 0 && seconds > 0
      ? words.businessHours(seconds / 3600)
      : words.ofBusinessHours(view.format.duration(seconds, "long"));
  return phrase(bound, amount, ` (${calendarName(view, objective.calendar)})`);
}

/** The name of a calendar of the policy; one without a name is named by its hours: "weekdays 9 a.m. to 5 p.m., Toronto". */
export function calendarName(view: View, id: string): string {
  const definition = ownValue(view.description.calendars, id);
  if (definition === undefined) return id;
  if (definition.name !== undefined) return view.say(definition.name);
  const words = wordsFor(view.language);
  if (definition.open !== undefined) return words.aroundTheClock;
  if (definition.by !== undefined) {
    const ids = [
      ...Object.values(definition.values ?? {}),
      ...(definition.else === undefined ? [] : [definition.else]),
    ];
    const chosen = [...new Set(ids)].filter((each) => each !== id);
    return words.or(chosen.map((each) => calendarName(view, each)));
  }
  const hours = hoursInWords(definition, words);
  if (hours === "") return words.never;
  const { zone } = definition;
  if (zone === undefined) return hours;
  return `${hours}, ${typeof zone === "string" ? cityOf(zone) : words.yourTime}`;
}

/** The weekly hours, each run of days with the same hours once. */
function hoursInWords({ weekly = {} }: CalendarDefinition, words: Words): string {
  const week = weekdays.map((_, day) => hoursOf(weekly, day));
  const runs: { first: number; last: number; hours: readonly Interval[] }[] = [];
  for (const [day, hours] of week.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === day - 1 && sameHours(run.hours, hours)) run.last = day;
    else if (hours.length > 0) runs.push({ first: day, last: day, hours });
  }
  // Sunday to Thursday is one run.
  const [first, last] = [runs[0], runs.at(-1)];
  if (first !== last && first?.first === 0 && last?.last === 6 && sameHours(first.hours, last.hours)) {
    first.first = last.first;
    runs.pop();
  }
  return runs
    .map(({ first, last, hours }) => {
      const days = words.days(first, last);
      const isAllDay = hours.every(([opens, closes]) => opens === "00:00" && closes === "24:00");
      if (isAllDay) return days;
      return `${days} ${words.and(hours.map(([opens, closes]) => words.hours(minutesOf(opens) ?? 0, minutesOf(closes) ?? 0)))}`;
    })
    .join("; ");
}

/** The hours of a weekday: its own, else those of the range that it lies in. */
function hoursOf(weekly: Record<string, Interval[]>, day: number): readonly Interval[] {
  const own = ownValue(weekly, weekdays[day] ?? "");
  if (own !== undefined) return own;
  const place = (name: string) => weekdays.indexOf(name);
  const range = Object.entries(weekly).find(([key]) => {
    const [first, last] = key.split("-", 2).map(place);
    if (first === undefined || last === undefined || first < 0 || last < 0) return false;
    return (day + 7 - first) % 7 <= (last + 7 - first) % 7;
  });
  return range?.[1] ?? [];
}

const sameHours = (one: readonly Interval[], other: readonly Interval[]) =>
  one.length === other.length &&
  one.every(([opens, closes], at) => opens === other[at]?.[0] && closes === other[at]?.[1]);

/** "17:30" as minutes of the day. */
function minutesOf(time: string | undefined): number | undefined {
  const [hours, minutes] = (time ?? "").split(":").map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}

/** The city of an IANA zone: "New York". */
const cityOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
