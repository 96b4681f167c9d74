// The open intervals of a calendar, from first to last, as any program in JavaScript would list them: local times by
// Intl, nothing else. The two contenders below and the engine start from the same list, so they can be compared.

import { hours, years } from "./workload.mjs";

/** Minutes by which a zone is ahead of UTC, at an instant. */
function offsetReader(zone) {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    },
  });
  return (at) => {
    const { year, month, day, hour, minute } = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(year, month - 1, day, hour, minute) - at;
  };
}

/** Starts and ends in epoch milliseconds. No opening hour of the benchmark is near a change of the clocks. */
export function openIntervals({ zone, holidays }) {
  const offset = offsetReader(zone);
  const closed = new Set(holidays);
  const [starts, ends] = [[], []];
  const [first, last] = [years[0], years.at(-1) + 1].map((year) => Date.UTC(year, 0, 1) / 86_400_000);
  for (let day = first; day < last; day += 1) {
    const weekday = (day + 4) % 7;
    if (weekday === 0 || weekday === 6 || closed.has(day)) continue;
    const midnight = day * 86_400_000;
    const ahead = offset(midnight + 12 * 3_600_000);
    for (const [opens, closes] of hours) {
      starts.push(midnight + opens * 60_000 - ahead);
      ends.push(midnight + closes * 60_000 - ahead);
    }
  }
  return { starts, ends };
}
