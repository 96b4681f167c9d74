/** Messages of the charts: titles, summaries, and a description of every mark. */

import { messagesByLanguage } from "../../text/lookup.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

/** Days without a time, at midnight UTC. */
export interface WeekName {
  number: number;
  year: number;
  from: Date;
  until: Date;
}

/** Counts of one period, hour or group. */
export interface Counts {
  cases: number;
  met: number;
  missed: number;
}

export interface ChartsMessages {
  /** Below a chart, until the reader points at a mark or focuses it. */
  hint: string;
  /** The same if a mark can be chosen. */
  hintToChoose: string;
  /** Opens the table beside a chart. */
  figures: string;
  nothing: string;
  key: { met: string; missed: string; few(least: number): string; below: string };
  columns: {
    week: string;
    month: string;
    cases: string;
    met: string;
    missed: string;
    /** Cases that are neither met nor missed: open and not yet due, or without an objective. */
    others: string;
    attainment: string;
    interval: string;
    time: string;
    share: string;
    overrun: string;
    weekday: string;
    hour: string;
  };
  /** A whole number, with the separators of the language. */
  count(count: number): string;
  range(low: string, high: string): string;
  /** How many cases, as a direct label. */
  cases(count: number): string;
  periods: {
    /** Titles. */
    weeks: string;
    months: string;
    /** Names in the middle of a sentence. */
    week(week: WeekName): string;
    month(first: Date): string;
    /** Below the axis. */
    weekTick(number: number): string;
    monthTick(first: Date): string;
    overall(percent: string, counts: Counts): string;
    /** How many of the periods with enough cases are below the goal. */
    goal(unit: "week" | "month", goal: string, below: number, periods: number): string;
    /** Beside the line of the goal. */
    goalTick(goal: string): string;
    /** After the description of a period. */
    below: string;
    /** A share below the goal, in the table. */
    belowCell(share: string): string;
    /** The same period in a comparison. */
    compared(name: string, share: string): string;
    lowest(period: string, percent: string, evaluated: number): string;
    /** The last periods, compared with as many before them. */
    recent(
      unit: "week" | "month",
      kind: "better" | "worse" | "alike",
      count: number,
      now: string,
      before: string,
    ): string;
    /** One mark; `percent` is null if no case was evaluated, `interval` if too few were. */
    markLabel(period: string, counts: Counts, percent: string | null, interval: [string, string] | null): string;
  };
  distribution: {
    title: string;
    summary(stopped: number, half: string, most: string, nearlyAll: string): string;
    steps: string;
    upTo(limit: string): string;
    between(from: string, upTo: string): string;
    markLabel(range: string, count: number, share: string): string;
    /** Beside the line of an objective. */
    objective(bound: "under" | "within", duration: string): string;
    /** The same with a name; null if there is only one objective. */
    named(name: string | null, objective: string): string;
    beyond: string;
  };
  misses: {
    title: string;
    none: string;
    /** `half` is null if not every delay is listed. */
    summary(missed: number, half: string | null, longest: string): string;
    /** The list contains only the longest delays. */
    shortened(listed: number, limit: string): string;
    upTo(limit: string): string;
    between(from: string, upTo: string): string;
    beyond(from: string): string;
    markLabel(range: string, count: number, parts: string[]): string;
    part(count: number, severity: string): string;
  };
  heat: {
    title: string;
    busiest(day: string, hour: string, cases: number): string;
    worst(day: string, hour: string, missed: number, evaluated: number): string;
    noMisses: string;
    /** How many hours are clearly below the attainment of all. */
    worseHours(count: number): string;
    zone(name: string): string;
    /** A full hour, 0 to 23. */
    hour(hour: number): string;
    /** From one full hour to the next. */
    hours(from: string, until: string): string;
    /** `isWorse`: clearly below the attainment of all hours. */
    markLabel(day: string, hours: string, counts: Counts, percent: string | null, isWorse: boolean): string;
    empty(day: string, hours: string): string;
    size: string;
    worse: string;
    /** Choice of the content of the squares. */
    modes: { label: string; cases: string; share: string };
    /** Legend of the shares of misses, from none to the largest. */
    shares(largest: string): string;
  };
}

export const chartsMessagesFor = messagesByLanguage(frCA, en);
