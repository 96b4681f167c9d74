// The package itself: whole columns, single calls with numbers and with text, and what else there is to know about it.

import * as caseSlo from "../../dist/node.js";
import { policy } from "../lib/workload.mjs";

let loaded;
const load = () => (loaded ??= caseSlo.loadPolicy(policy));

export const columns = {
  name: "case-slo, columns",
  step: 1,
  prepare: ({ id }) => ({
    deadlines: (starts, seconds) => load().deadlines(id, starts, seconds),
    elapsedAll: (starts, ends) => load().elapsedAll(id, starts, ends),
  }),
};

export const calls = {
  name: "case-slo, single calls",
  step: 1,
  prepare: ({ id }) => {
    const one = load();
    return {
      // The answer is text; it is turned into a number only where answers are compared, not where time is taken.
      deadline: (start, seconds) => one.deadline(id, start, seconds),
      elapsed: (start, end) => one.elapsed(id, start, end),
    };
  },
};

/** Milliseconds from a policy's text to the first deadline on its calendar, in a zone that nobody has asked about before. */
export function firstDeadline(zone) {
  const start = performance.now();
  const fresh = caseSlo.loadPolicy({ ...policy, calendars: { fresh: { ...policy.calendars.paris, zone } } });
  fresh.deadline("fresh", Date.UTC(2026, 4, 4, 10), 3_600);
  const taken = performance.now() - start;
  fresh.free();
  return taken;
}
