// The engine's idea written by hand in JavaScript: open intervals and sums, found through a table of equal stretches of
// time (and one of open time) that says where to begin to look.

import { openIntervals } from "../lib/open-intervals.mjs";

export const name = "JavaScript, the same index by hand";
export const step = 1;

/** Seconds of a stretch, as a power of two: hardly more than one interval begins in each. */
const timeShift = 15;
const openShift = 14;

export function prepare(calendar) {
  const { starts, ends } = openIntervals(calendar);
  const origin = starts[0] - 86_400_000;
  const count = starts.length;
  const opens = Int32Array.from(starts, (start) => (start - origin) / 1_000);
  const before = new Int32Array(count + 1);
  for (const [index, start] of starts.entries()) before[index + 1] = before[index] + (ends[index] - start) / 1_000;

  /** For each stretch the last index whose value is not greater than its beginning. */
  const table = (values, shift) => {
    const stretches = new Uint16Array((values[values.length - 1] >> shift) + 2);
    for (let stretch = 0, index = 0; stretch < stretches.length; stretch += 1) {
      while (index + 1 < values.length && values[index + 1] <= stretch * 2 ** shift) index += 1;
      stretches[stretch] = index;
    }
    return stretches;
  };
  const byTime = table(opens, timeShift);
  const byOpen = table(before, openShift);

  const openUntil = (at) => {
    const second = (at - origin) / 1_000;
    let index = byTime[second >> timeShift];
    while (index + 1 < count && opens[index + 1] <= second) index += 1;
    return Math.min(before[index] + second - opens[index], before[index + 1]);
  };
  return {
    deadline(start, seconds) {
      const wanted = openUntil(start) + seconds;
      let index = byOpen[wanted >> openShift];
      if (before[index] === wanted) index -= 1;
      while (before[index + 1] < wanted) index += 1;
      return origin + (opens[index] + wanted - before[index]) * 1_000;
    },
    elapsed: (start, end) => openUntil(end) - openUntil(start),
  };
}
