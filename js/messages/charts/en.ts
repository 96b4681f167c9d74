import type { ChartsMessages, Counts } from "./index.js";

const numbers = new Intl.NumberFormat("en-CA");
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

/** Cases that are not counted, if there are any. */
const others = ({ cases: all, met, missed }: Counts) => {
  const rest = all - met - missed;
  return rest === 0 ? "" : ` ${n(rest)} more ${rest === 1 ? "is" : "are"} still open or without an objective.`;
};

/** "12 cases evaluated, 1 missed". */
const evaluatedOf = (evaluated: number, missed: number) => `${cases(evaluated)} evaluated, ${n(missed)} missed`;

export const en: ChartsMessages = {
  hint: "Point at a mark, or use the arrow keys: its figures appear here.",
  hintToChoose:
    "Point at a mark, or use the arrow keys: its figures appear here. Click it, or press Enter, to show only its cases.",
  figures: "Table of figures",
  nothing: "There are no cases to show.",
  key: { met: "Met", missed: "Missed", few: (least) => `Fewer than ${n(least)} cases`, below: "Below the goal" },
  columns: {
    week: "Week",
    month: "Month",
    cases: "Cases",
    met: "Met",
    missed: "Missed",
    others: "Not counted",
    attainment: "Attainment",
    interval: "95% confidence interval",
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
    weeks: "Attainment, week by week",
    months: "Attainment, month by month",
    week: ({ number, year, from, until }) =>
      `week\u00a0${number} of ${year}, ${dayAndMonth(from)} to ${from.getUTCMonth() === until.getUTCMonth() ? day(until) : dayAndMonth(until)}`,
    month,
    weekTick: (number) => `week\u00a0${number}`,
    monthTick: shortMonth,
    overall: (percent, { met, missed }) =>
      met + missed === 1
        ? `The objective was ${met === 1 ? "met" : "missed"} in the only case evaluated.`
        : `The objective was met in ${percent} of ${n(met + missed)} evaluated cases.`,
    goal: (unit, goal, below, periods) =>
      below === 0
        ? `No ${unit} is below the goal of ${goal}.`
        : `${n(below)} of ${n(periods)} ${periods === 1 ? unit : `${unit}s`} ${below === 1 ? "is" : "are"} below the goal of ${goal}.`,
    goalTick: (goal) => `Goal ${goal}`,
    below: "Below the goal.",
    belowCell: (share) => `${share} (below the goal)`,
    compared: (name, share) => `${name}: ${share}.`,
    lowest: (period, percent, evaluated) => `Lowest: ${period}, at ${percent} (${cases(evaluated)}).`,
    recent: (unit, kind, count, now, before) => {
      const last = count === 1 ? `last ${unit}` : `last ${n(count)} ${unit}s`;
      const earlier = count === 1 ? `${unit} before` : `${n(count)} ${unit}s before`;
      return {
        better: `Attainment is improving: ${now} in the ${last}, up from ${before} in the ${earlier}.`,
        worse: `Attainment is falling: ${now} in the ${last}, down from ${before} in the ${earlier}.`,
        alike: `${now} in the ${last}, ${before} in the ${earlier}: the difference may be due to chance.`,
      }[kind];
    },
    markLabel: (period, counts, percent, interval) => {
      const evaluated = counts.met + counts.missed;
      if (counts.cases === 0) return `${capital(period)}: no cases.`;
      if (percent === null) return `${capital(period)}: no cases evaluated.${others(counts)}`;
      const likely =
        interval === null ? " Too few cases to say more." : ` Likely range: ${interval[0]} to ${interval[1]}.`;
      return `${capital(period)}: ${percent} met (${evaluatedOf(evaluated, counts.missed)}).${likely}${others(counts)}`;
    },
  },
  distribution: {
    title: "Response times",
    summary: (stopped, half, most, nearlyAll) =>
      stopped === 1
        ? `The only response took ${half}.`
        : `Half of the ${n(stopped)} responses took ${half} or less; 90% took ${most} or less, and 95% took ${nearlyAll} or less.`,
    steps: "The scale is not even: minutes on the left, hours and days on the right.",
    upTo: (limit) => `${limit} or less`,
    between: (from, upTo) => `${from} to ${upTo}`,
    markLabel: (range, count, share) => `${capital(range)}: ${cases(count)}, ${share}.`,
    objective: (bound, duration) => (bound === "under" ? `under ${duration}` : `within ${duration}`),
    named: (name, objective) => `${name ?? "Objective"}: ${objective}`,
    beyond: "Beyond the objective",
  },
  misses: {
    title: "How late responses were",
    none: "No case missed the objective.",
    summary: (missed, half, longest) => {
      if (missed === 1) return `One case missed the objective, by ${longest}.`;
      return half === null
        ? `${cases(missed)} missed the objective, the worst by ${longest}.`
        : `${cases(missed)} missed the objective: half of them by ${half} or less, the worst by ${longest}.`;
    },
    shortened: (listed, limit) =>
      `Only the ${n(listed)} longest delays are listed one by one; those of ${limit} or less are counted together.`,
    upTo: (limit) => `${limit} or less`,
    between: (from, upTo) => `${from} to ${upTo}`,
    beyond: (from) => `more than ${from}`,
    markLabel: (range, count, parts) =>
      parts.length === 0
        ? `Late by ${range}: ${cases(count)}.`
        : `Late by ${range}: ${cases(count)} (${parts.join("; ")}).`,
    part: (count, severity) => `${severity}: ${n(count)}`,
  },
  heat: {
    title: "When cases arrive, and when the objective is missed",
    busiest: (day, hour, count) => `Busiest hour: ${day}, ${hour} (${cases(count)}).`,
    worst: (day, hour, missed, evaluated) =>
      `The objective is missed most often on ${day}, ${hour} (${n(missed)} of ${cases(evaluated)}).`,
    worseHours: (count) => `${n(count)} ${count === 1 ? "hour is" : "hours are"} clearly below the overall rate.`,
    noMisses: "The objective is not missed at any hour.",
    zone: (name) => `Times are in the ${name} time zone.`,
    hour: (full) => hour(new Date(Date.UTC(2024, 0, 1, full))).replace(/\s/g, "\u00a0"),
    hours: (from, until) => `${from} to ${until}`,
    markLabel: (day, hours, counts, percent, isWorse) => {
      const start = `${capital(day)}, ${hours}: ${cases(counts.cases)}`;
      if (percent === null) return `${start}, none evaluated.`;
      return `${start}, ${percent} met (${evaluatedOf(counts.met + counts.missed, counts.missed)}).${isWorse ? " Clearly below the overall rate." : ""}`;
    },
    empty: (day, hours) => `${capital(day)}, ${hours}: no cases.`,
    worse: "Clearly below the overall rate",
    size: "The larger the square, the more cases",
    modes: { label: "The squares show", cases: "Cases", share: "Share of misses" },
    shares: (largest) => `The darker the square, the larger the share of misses (up to ${largest})`,
  },
};
