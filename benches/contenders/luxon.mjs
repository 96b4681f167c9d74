// luxon has no business time: a loop over its days, as its users write it.

import { DateTime } from "luxon";
import { hours } from "../lib/workload.mjs";

export const name = "luxon with a loop";
export const step = 50;

export function prepare({ zone, holidays }) {
  const closed = new Set(holidays);
  const isOpen = (day) => day.weekday <= 5 && !closed.has(Date.UTC(day.year, day.month - 1, day.day) / 86_400_000);

  /** Each open interval that ends after an instant, from there on, in epoch milliseconds. */
  function* openFrom(at) {
    for (let day = DateTime.fromMillis(at, { zone }).startOf("day"); ; day = day.plus({ days: 1 })) {
      if (!isOpen(day)) continue;
      for (const interval of hours) {
        const [opens, closes] = interval.map((minutes) =>
          day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis(),
        );
        if (closes > at) yield [Math.max(opens, at), closes];
      }
    }
  }
  return {
    deadline(start, seconds) {
      let left = seconds * 1_000;
      for (const [from, to] of openFrom(start)) {
        if (left <= to - from) return from + left;
        left -= to - from;
      }
    },
    elapsed(start, end) {
      let sum = 0;
      for (const [from, to] of openFrom(start)) {
        if (from >= end) break;
        sum += Math.min(to, end) - from;
      }
      return sum / 1_000;
    },
  };
}
