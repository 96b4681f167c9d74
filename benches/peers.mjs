// Other ways to the same answers. Each takes a start in epoch milliseconds and seconds, and gives epoch milliseconds.

import { DateTime } from "luxon";
import { holidays, hours } from "./workload.mjs";

/** Every open interval of 2023 to 2029, as starts, ends, and open time before each start. */
function compiled(zone) {
  const [starts, ends, before] = [[], [], []];
  let sum = 0;
  for (let day = DateTime.fromISO("2023-01-01", { zone }); day.year < 2030; day = day.plus({ days: 1 })) {
    if (day.weekday > 5 || holidays.includes(day.toFormat("MM-dd"))) continue;
    for (const [open, close] of hours) {
      const at = (minutes) => day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
      starts.push(at(open));
      ends.push(at(close));
      before.push(sum);
      sum += at(close) - at(open);
    }
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), before: Float64Array.from(before) };
}

/** The last place whose value is not above `value`. */
function search(list, value) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Sums of open time, found by halving. */
export function bySearch(zone) {
  const { starts, ends, before } = compiled(zone);
  const open = (instant) => {
    const at = search(starts, instant);
    return before[at] + Math.min(instant, ends[at]) - starts[at];
  };
  return {
    deadline: (start, seconds) => {
      const wanted = open(start) + seconds * 1_000;
      // Due at closing time, not at the next opening: the last interval that begins with less.
      const at = search(before, wanted - 1);
      return starts[at] + wanted - before[at];
    },
    elapsed: (start, end) => (open(end) - open(start)) / 1_000,
  };
}

/** The same sums, found by an index of equal buckets. */
export function byIndex(zone) {
  const { starts, ends, before } = compiled(zone);
  const index = (list, width) => {
    const first = list[0];
    const table = new Uint32Array(Math.ceil((list.at(-1) - first) / width) + 2);
    for (let bucket = 0, at = 0; bucket < table.length; bucket += 1) {
      while (at + 1 < list.length && list[at + 1] <= first + bucket * width) at += 1;
      table[bucket] = at;
    }
    return (value) => {
      let at = table[Math.floor((value - first) / width)];
      while (at + 1 < list.length && list[at + 1] <= value) at += 1;
      return at;
    };
  };
  const byTime = index(starts, 4 * 3_600_000);
  const bySum = index(before, 2 * 3_600_000);
  const open = (instant) => {
    const at = byTime(instant);
    return before[at] + Math.min(instant, ends[at]) - starts[at];
  };
  return {
    deadline: (start, seconds) => {
      const wanted = open(start) + seconds * 1_000;
      const at = bySum(wanted - 1);
      return starts[at] + wanted - before[at];
    },
    elapsed: (start, end) => (open(end) - open(start)) / 1_000,
  };
}

/** luxon, walking from interval to interval. */
export function byLuxon(zone) {
  const intervals = (day) => {
    if (day.weekday > 5 || holidays.includes(day.toFormat("MM-dd"))) return [];
    return hours.map((interval) => interval.map((minutes) => day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })));
  };
  return {
    deadline: (start, seconds) => {
      let left = seconds * 1_000;
      for (let day = DateTime.fromMillis(start, { zone }).startOf("day"); ; day = day.plus({ days: 1 })) {
        for (const [open, close] of intervals(day)) {
          const from = Math.max(start, open.toMillis());
          const span = close.toMillis() - from;
          if (span <= 0) continue;
          if (left <= span) return from + left;
          left -= span;
        }
      }
    },
    elapsed: (start, end) => {
      let sum = 0;
      const last = DateTime.fromMillis(end, { zone });
      for (let day = DateTime.fromMillis(start, { zone }).startOf("day"); day <= last; day = day.plus({ days: 1 })) {
        for (const [open, close] of intervals(day)) {
          sum += Math.max(0, Math.min(end, close.toMillis()) - Math.max(start, open.toMillis()));
        }
      }
      return sum / 1_000;
    },
  };
}

/** dayjs-business-time, which knows the process's own zone alone. */
export async function byDayjs() {
  const { default: dayjs } = await import("dayjs");
  const { default: business } = await import("dayjs-business-time");
  dayjs.extend(business);
  const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
  const day = hours.map(([open, close]) => ({ start: clock(open), end: clock(close) }));
  const [monday, tuesday, wednesday, thursday, friday] = Array.from({ length: 5 }, () => day);
  dayjs.setBusinessTime({ sunday: null, monday, tuesday, wednesday, thursday, friday, saturday: null });
  dayjs.setHolidays([2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) => holidays.map((date) => `${year}-${date}`)));
  return {
    deadline: (start, seconds) => dayjs(start).addBusinessMinutes(seconds / 60).valueOf(),
    elapsed: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * 60,
  };
}
