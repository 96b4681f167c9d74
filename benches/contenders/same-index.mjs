// The engine's idea written by hand in JavaScript: open intervals and sums, found through a table of equal stretches of
// time (and one of open time) that says where to begin to look. Whole seconds in numbers of 32 bits, so that nothing is
// rounded and no number needs more than a register.

import { openIntervals } from "../lib/open-intervals.mjs";

export const name = "JavaScript, the same index by hand";
export const step = 1;

/** Seconds of a stretch, as a power of two: hardly more than one interval begins in each. */
const timeShift = 14;
const openShift = 12;

export function prepare(calendar) {
  const list = openIntervals(calendar);
  const count = list.starts.length;
  const origin = list.starts[0] / 1_000 - 86_400;
  const starts = Int32Array.from(list.starts, (start) => start / 1_000 - origin);
  // The last end is never reached, so that no loop has to count.
  const ends = new Int32Array(count + 1).fill(0x7fffffff);
  const before = new Int32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    ends[index] = list.ends[index] / 1_000 - origin;
    before[index + 1] = before[index] + ends[index] - starts[index];
  }

  /** For each stretch the first interval that ends, by its number, behind the beginning of the stretch. */
  const table = (last, shift, endsBehind) => {
    const stretches = new Uint16Array((last >> shift) + 2);
    for (let stretch = 0, index = 0; stretch < stretches.length; stretch += 1) {
      while (index < count - 1 && !endsBehind(index, stretch << shift)) index += 1;
      stretches[stretch] = index;
    }
    return stretches;
  };
  const byTime = table(ends[count - 1], timeShift, (index, at) => ends[index] > at);
  const byOpen = table(before[count], openShift, (index, open) => before[index + 1] >= open);

  /** Open seconds before a second, both counted from the origin. */
  const openUntil = (at) => {
    let index = byTime[at >> timeShift];
    while (ends[index] <= at) index += 1;
    const past = at - starts[index];
    return past > 0 ? before[index] + past : before[index];
  };
  const due = (at, seconds) => {
    const wanted = openUntil(at) + seconds;
    let index = byOpen[wanted >> openShift];
    while (before[index + 1] < wanted) index += 1;
    return starts[index] + wanted - before[index];
  };
  return {
    /** Between two instants in seconds since 1970. */
    elapsedSeconds: (from, to) => openUntil((to - origin) | 0) - openUntil((from - origin) | 0),
    deadlines(from, seconds) {
      const found = new Float64Array(from.length);
      for (let row = 0; row < from.length; row += 1)
        found[row] = (due((from[row] / 1_000 - origin) | 0, seconds[row] | 0) + origin) * 1_000;
      return found;
    },
    elapsedAll(from, to) {
      const found = new Float64Array(from.length);
      for (let row = 0; row < from.length; row += 1)
        found[row] = openUntil((to[row] / 1_000 - origin) | 0) - openUntil((from[row] / 1_000 - origin) | 0);
      return found;
    },
  };
}
