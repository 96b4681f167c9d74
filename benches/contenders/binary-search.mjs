// The first design of a careful programmer: open intervals, the sums of open time before each, and binary search in both.

import { openIntervals } from "../lib/open-intervals.mjs";

export const name = "JavaScript, prefix sums and binary search";
export const step = 1;

export function prepare(calendar) {
  const { starts, ends } = openIntervals(calendar);
  const opens = Float64Array.from(starts);
  const before = new Float64Array(starts.length + 1);
  for (const [index, start] of starts.entries()) before[index + 1] = before[index] + ends[index] - start;

  /** The last index whose value is not greater. */
  const lastUpTo = (values, wanted) => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const openUntil = (at) => {
    const index = lastUpTo(opens, at);
    return before[index] + Math.min(at - opens[index], before[index + 1] - before[index]);
  };
  const due = (start, seconds) => {
    const wanted = openUntil(start) + seconds * 1_000;
    // At closing time where it runs out there: the interval that has begun before the last of it.
    const index = lastUpTo(before, wanted - 1);
    return opens[index] + wanted - before[index];
  };
  const each = (one, other, answer) => {
    const found = new Float64Array(one.length);
    for (let row = 0; row < one.length; row += 1) found[row] = answer(one[row], other[row]);
    return found;
  };
  return {
    deadlines: (starts, seconds) => each(starts, seconds, due),
    elapsedAll: (starts, ends) => each(starts, ends, (start, end) => (openUntil(end) - openUntil(start)) / 1_000),
  };
}
