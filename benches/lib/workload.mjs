// The workload: 100,000 cases on two calendars, the same at every run.

const zones = { paris: "Europe/Paris", toronto: "America/Toronto" };
const rows = 50_000;
const day = 86_400_000;

/** Opening hours from Monday to Friday, in minutes of the day. */
export const hours = [
  [9 * 60, 12 * 60],
  [13 * 60, 18 * 60],
];

/** Days on which somebody answers may fall: the starts are from 2024 to 2027. */
export const years = [2023, 2024, 2025, 2026, 2027, 2028];

const holidayRules = {
  paris: [
    ...["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"].map((date) => ({ date: `--${date}` })),
    ...[1, 39, 50].map((easter) => ({ easter })),
  ],
  toronto: [
    ...["01-01", "07-01", "09-30", "12-25", "12-26"].map((date) => ({ date: `--${date}` })),
    { easter: -2 },
    { weekday: "mon", nth: 3, month: 2 },
    { weekday: "mon", before: "--05-25" },
    { weekday: "mon", nth: 1, month: 8 },
    { weekday: "mon", nth: 1, month: 9 },
    { weekday: "mon", nth: 2, month: 10 },
  ],
};

/** Days since 1970 of Easter Sunday, by the rule of Meeus, Jones and Butcher. */
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - (b >> 2) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const dayOf = (year, month, date) => Date.UTC(year, month - 1, date) / day;
const mondayFrom = (from) => from + ((((4 - from) % 7) + 7) % 7);

/** The day of a holiday in a year, worked out apart from the engine. */
function holidayOf(year, { date, easter: after, nth, month, before }) {
  const [m, d] = (date ?? before ?? "--01-01").slice(2).split("-").map(Number);
  if (date) return dayOf(year, m, d);
  if (before) return mondayFrom(dayOf(year, m, d) - 7);
  return after === undefined ? mondayFrom(dayOf(year, month, 1)) + 7 * (nth - 1) : easter(year) + after;
}

const clock = (minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16);
const intervals = hours.map((interval) => interval.map(clock));
const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((weekday) => [weekday, intervals]));

/** The policy that has both calendars. */
export const policy = {
  id: "benchmark",
  version: "1",
  title: { en: "Benchmark" },
  languages: ["en"],
  severities: [{ id: "high", level: 1, name: { en: "High" } }],
  calendars: Object.fromEntries(
    Object.entries(zones).map(([id, zone]) => [id, { zone, weekly, holidays: holidayRules[id] }]),
  ),
};

/** Numbers from 0 to 1, always the same (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The questions about each calendar: starts at any minute from 2024 to 2027, targets of 60 to 4,800 open minutes, and
 * ends up to 60 days after the start.
 */
export function workload() {
  const [first, last] = [Date.UTC(2024, 0, 1), Date.UTC(2028, 0, 1)];
  return Object.entries(zones).map(([id, zone], index) => {
    const next = random(20_260 + index);
    const column = (value) => Float64Array.from({ length: rows }, value);
    const starts = column(() => first + Math.floor((next() * (last - first)) / 60_000) * 60_000);
    return {
      id,
      zone,
      holidays: years.flatMap((year) => holidayRules[id].map((rule) => holidayOf(year, rule))).sort((a, b) => a - b),
      starts,
      seconds: column(() => (60 + Math.floor(next() * 4_741)) * 60),
      ends: starts.map((start) => start + Math.floor(next() * 60 * 1_440) * 60_000),
    };
  });
}
