// What is measured: 100,000 cases of 2024 to 2027 on a desk with a lunch break and 11 holidays a year. Always the same.

export const count = 100_000;
const minute = 60_000;
const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2027, 11, 31)];

/** Two intervals a day, as minutes after midnight. */
export const hours = [
  [9 * 60, 12 * 60],
  [13 * 60, 17 * 60 + 30],
];
export const holidays = ["01-01", "02-16", "04-03", "05-01", "05-18", "06-24", "07-01", "09-07", "10-12", "12-25", "12-26"];

/** The same desk as a policy. */
export function policyIn(zone) {
  const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const day = hours.map((interval) => interval.map(clock));
  const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, day]));
  return {
    id: "bench", version: "1", title: { en: "Bench" }, languages: ["en"],
    severities: [{ id: "one", name: { en: "One" } }],
    calendars: { desk: { zone, weekly, holidays: holidays.map((date) => `--${date}`) } },
  };
}

/** Starts (epoch milliseconds), targets (seconds: 60 to 4,800 minutes) and ends (up to 60 days after the start). */
export function cases() {
  let seed = 20_261_123;
  const draw = (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const starts = new Float64Array(count);
  const seconds = new Float64Array(count);
  const ends = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    starts[at] = from + draw((to - from) / minute) * minute;
    seconds[at] = (60 + draw(4_741)) * 60;
    ends[at] = starts[at] + draw(60 * 24 * 60) * minute;
  }
  return { starts, seconds, ends };
}
