/** Writes targets with the hours in which they count, and names calendars without a name by their hours. */

import type { CalendarDefinition, Interval, PolicyDocument } from "../document.js";
import type { Bound, Objective } from "../engine-types.js";
import type { Format } from "./format.js";
import { type TargetMessages, targetMessagesFor } from "../messages/targets.js";
import { ownValue } from "./lookup.js";

/** The parts of a view that texts of targets and conditions need. */
export interface TextView {
  description: PolicyDocument;
  language: string;
  format: Format;
  say(text: Record<string, string> | undefined): string;
  /** Id of a calendar that the view names once. Targets in its hours do not name it again. */
  namedOnce?: string | null;
}

/** The weekdays of a policy, Monday first. */
const weekdays: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * Returns the target of an objective in the words of `phrase`, with the hours in which it counts: "within 24 business hours
 * (weekdays 9 a.m. to 5 p.m., Toronto)". A calendar that never closes needs no hours. Returns null if the policy states no target.
 */
export function targetText(
  view: TextView,
  objective: Objective | undefined,
  phrase: (bound: Bound, amount: string, hours: string) => string,
  style?: "long" | "short",
): string | null {
  if (objective === undefined || objective.bound === null) return null;
  const words = targetMessagesFor(view.language);
  const { bound, seconds, businessDays } = objective;
  if (businessDays !== undefined) {
    const target = view.description.objectives?.find(({ id }) => id === objective.id)?.target;
    const cutOff = minutesOf(target?.cutOff);
    const beside = [
      nameBeside(view, objective.calendar),
      ...(cutOff === undefined ? [] : [words.cutOff(words.time(cutOff))]),
      target?.due === "same-time" ? words.dueAtSameTime : words.dueAtClosing,
    ];
    return phrase(bound, words.businessDays(businessDays), ` (${beside.filter((part) => part !== "").join("; ")})`);
  }
  if (seconds === null) return null;
  const calendar = ownValue(view.description.calendars, objective.calendar);
  if (calendar === undefined || calendar.open !== undefined)
    return phrase(bound, view.format.duration(seconds, style), "");
  const amount =
    seconds % 3600 === 0 && seconds > 0
      ? words.businessHours(seconds / 3600)
      : words.ofBusinessHours(view.format.duration(seconds, "long"));
  const name = nameBeside(view, objective.calendar);
  return phrase(bound, amount, name === "" ? "" : ` (${name})`);
}

const nameBeside = (view: TextView, calendar: string): string =>
  calendar === view.namedOnce ? "" : calendarName(view, calendar);

/** Returns the calendar of all targets in business hours or business days, if there are several and all have the same one. */
export function commonCalendar({ description }: TextView, objectives: readonly Objective[]): string | null {
  const isCounted = ({ bound, calendar }: Objective) =>
    bound !== null && calendar !== "" && ownValue(description.calendars, calendar)?.open === undefined;
  const [first, ...others] = objectives.filter(isCounted).map(({ calendar }) => calendar);
  return first !== undefined && others.length > 0 && others.every((each) => each === first) ? first : null;
}

/** Returns the name of a calendar, or its hours if it has no name: "weekdays 9 a.m. to 5 p.m., Toronto". */
export function calendarName(view: TextView, id: string): string {
  const definition = ownValue(view.description.calendars, id);
  if (definition === undefined) return id;
  if (definition.name !== undefined) return view.say(definition.name);
  const words = targetMessagesFor(view.language);
  if (definition.open !== undefined) return words.aroundTheClock;
  if (definition.by !== undefined) return chosenCalendars(view, id, definition);
  const hours = hoursInWords(definition, words);
  if (hours === "") return words.never;
  const { zone } = definition;
  if (zone === undefined) return hours;
  return `${hours}, ${typeof zone === "string" ? words.city(cityOf(zone)) : words.yourTime}`;
}

/** Names the calendars that answers choose, each after its answers: "Americas: weekdays 9 a.m. to 5 p.m., New York; Europe: …". */
function chosenCalendars(view: TextView, id: string, definition: CalendarDefinition): string {
  const words = targetMessagesFor(view.language);
  const { by = "", values = {}, else: other } = definition;
  const { context, channels = [] } = view.description;
  const options =
    by === "channel"
      ? channels.map(({ id, name }) => ({ id, text: name }))
      : (context?.find((question) => question.id === by)?.options ?? []);
  const named = new Map<string, string[]>();
  for (const option of options) {
    const calendar = ownValue(values, option.id) ?? other;
    if (calendar === undefined || calendar === id) continue;
    named.set(calendar, [...(named.get(calendar) ?? []), view.say(option.text)]);
  }
  const parts = [...named].map(([calendar, answers]) => ({ answers, name: calendarName(view, calendar) }));
  if (parts.length === 0) {
    // A question that is not there has a finding of its own.
    const ids = [...Object.values(values), ...(other === undefined ? [] : [other])].filter((each) => each !== id);
    return words.or([...new Set(ids)].map((each) => calendarName(view, each)));
  }
  if (parts.length === 1) return parts[0]?.name ?? "";
  return parts.map(({ answers, name }) => words.ofAnswers(answers, name)).join("; ");
}

/** Returns the hours of a week in words, without the time zone; empty if it is always closed. */
export const weekInWords = (weekly: Record<string, Interval[]>, language: string): string =>
  hoursInWords({ weekly }, targetMessagesFor(language));

/** Writes the weekly hours, with days of the same hours as one range. */
function hoursInWords({ weekly = {} }: CalendarDefinition, words: TargetMessages): string {
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

/** Returns the hours of a weekday: its own, else those of the range that includes it. */
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

/** Returns "17:30" as minutes of the day. */
function minutesOf(time: string | undefined): number | undefined {
  const [hours, minutes] = (time ?? "").split(":").map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}

/** Returns the city of an IANA time zone: "New York". */
const cityOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
