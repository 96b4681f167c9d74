import type { ChartsMessages, Counts } from "./messages.js";

const numbers = new Intl.NumberFormat("en-CA");
const and = new Intl.ListFormat("en", { type: "conjunction" });
const n = (count: number) => numbers.format(count);
const cases = (count: number) => `${n(count)} ${count === 1 ? "case" : "cases"}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const inUtc = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", ...options });
  return (date: Date) => format.format(date).replaceAll(" ", "\u00a0");
};
const dayAndMonth = inUtc({ month: "long", day: "numeric" });
const day = inUtc({ day: "numeric" });
const month = inUtc({ month: "long", year: "numeric" });
const shortMonth = inUtc({ month: "short" });
const hour = inUtc({ hour: "numeric", hourCycle: "h12" });

/** What is neither met nor missed, and says so where there is any. */
const others = ({ cases: all, met, missed }: Counts) => {
  const rest = all - met - missed;
  return rest === 0 ? "" : ` ${n(rest)} more ${rest === 1 ? "is" : "are"} still open or without an objective.`;
};

export const en: ChartsMessages = {
  hint: "Point at a mark, or move through them with the arrow keys: its figures stand here.",
  figures: "Figures as a table",
  nothing: "There is no case to show.",
  key: { met: "Met", missed: "Missed", few: (least) => `Fewer than ${n(least)} cases` },
  columns: {
    week: "Week",
    month: "Month",
    cases: "Cases",
    met: "Met",
    missed: "Missed",
    others: "Neither",
    attainment: "Attainment",
    interval: "95% interval",
    time: "Time",
    share: "Share",
    overrun: "Late by",
    weekday: "Day",
    hour: "Hour",
  },
  count: n,
  range: (low, high) => `${low} to ${high}`,
  cases,
  periods: {
    weeks: "Attainment week by week",
    months: "Attainment month by month",
    week: ({ number, year, from, until }) =>
      `week\u00a0${number} of ${year}, ${dayAndMonth(from)} to ${from.getUTCMonth() === until.getUTCMonth() ? day(until) : dayAndMonth(until)}`,
    month,
    weekTick: (number) => `week\u00a0${number}`,
    monthTick: shortMonth,
    overall: (percent, { met, missed }) =>
      met + missed === 1
        ? `The one case that was judged ${met === 1 ? "met" : "missed"} the objective.`
        : `${percent} of ${n(met + missed)} judged cases met the objective.`,
    lowest: (period, percent, judged) => `Lowest: ${period}, with ${percent} of ${cases(judged)}.`,
    recent: (unit, kind, count, now, before) => {
      const last = count === 1 ? `last ${unit}` : `last ${n(count)} ${unit}s`;
      const earlier = count === 1 ? `${unit} before` : `${n(count)} ${unit}s before`;
      return {
        better: `It is getting better: ${now} in the ${last}, after ${before} in the ${earlier}.`,
        worse: `It is getting worse: ${now} in the ${last}, after ${before} in the ${earlier}.`,
        alike: `The ${last} reached ${now}, the ${earlier} ${before}: chance may explain the difference.`,
      }[kind];
    },
    told: (period, counts, percent, interval) => {
      const judged = counts.met + counts.missed;
      if (counts.cases === 0) return `${capital(period)}: no case.`;
      if (percent === null) return `${capital(period)}: no case is judged.${others(counts)}`;
      const likely =
        interval === null ? " Too few cases to tell more." : ` Likely between ${interval[0]} and ${interval[1]}.`;
      return `${capital(period)}: ${percent} of ${cases(judged)} met, ${n(counts.missed)} missed.${likely}${others(counts)}`;
    },
  },
  distribution: {
    title: "How long it took",
    summary: (stopped, half, most, nearlyAll) =>
      stopped === 1
        ? `The one case took ${half}.`
        : `Half of ${cases(stopped)} took at most ${half}, nine in ten at most ${most}, nineteen in twenty at most ${nearlyAll}.`,
    steps: "The steps are uneven: minutes on the left, hours and days on the right.",
    upTo: (limit) => `at most ${limit}`,
    between: (from, upTo) => `more than ${from}, at most ${upTo}`,
    told: (range, count, share) => `${capital(range)}: ${cases(count)}, ${share}.`,
    objective: (bound, duration) => (bound === "under" ? `under ${duration}` : `within ${duration}`),
    named: (name, objective) => `${name ?? "Objective"}: ${objective}`,
    beyond: "Longer than the objective",
  },
  misses: {
    title: "How late it was",
    none: "No case missed the objective.",
    summary: (missed, half, longest) => {
      if (missed === 1) return `One case missed the objective, by ${longest}.`;
      return half === null
        ? `${cases(missed)} missed the objective, the longest by ${longest}.`
        : `${cases(missed)} missed the objective: half of them by at most ${half}, the longest by ${longest}.`;
    },
    shortened: (listed, limit) =>
      `Only the ${n(listed)} longest are listed one by one, so that those late by at most ${limit} are counted together.`,
    upTo: (limit) => `at most ${limit}`,
    between: (from, upTo) => `${from} to ${upTo}`,
    beyond: (from) => `more than ${from}`,
    told: (range, count, parts) =>
      parts.length === 0
        ? `Late by ${range}: ${cases(count)}.`
        : `Late by ${range}: ${cases(count)}, of which ${and.format(parts)}.`,
    part: (count, severity) => `${n(count)} ${severity}`,
  },
  heat: {
    title: "When cases come, and when they are missed",
    busiest: (day, hour, count) => `Most cases come on ${day} ${hour}: ${n(count)}.`,
    worst: (day, hour, missed, judged) => `Most are missed on ${day} ${hour}: ${n(missed)} of ${n(judged)}.`,
    worseHours: (count) => `${n(count)} ${count === 1 ? "hour is" : "hours are"} clearly below the whole.`,
    noMisses: "None is missed at any hour.",
    zone: (name) => `Hours of the zone ${name}.`,
    hour: (full) => hour(new Date(Date.UTC(2024, 0, 1, full))).replace(/\s/g, "\u00a0"),
    hours: (from, until) => `between ${from} and ${until}`,
    told: (day, hours, counts, percent, isWorse) => {
      if (percent === null) return `${capital(day)} ${hours}: ${cases(counts.cases)}, none of them judged.`;
      return `${capital(day)} ${hours}: ${cases(counts.cases)}, ${percent} of ${n(counts.met + counts.missed)} met, ${n(counts.missed)} missed.${isWorse ? " Clearly below the whole." : ""}`;
    },
    empty: (day, hours) => `${capital(day)} ${hours}: no case.`,
    worse: "Clearly below the whole",
    size: "The larger the square, the more cases",
  },
};
