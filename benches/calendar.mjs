// Deadlines and elapsed time on one desk, ours and others', in one run. Ratios are what counts: see docs/performance.md.

import { loadPolicy } from "../dist/node.js";
import { byDayjs, byIndex, byLuxon, bySearch } from "./peers.mjs";
import { cases, count, policyIn } from "./workload.mjs";

const zone = process.env.TZ ?? "UTC";
const { starts, seconds, ends } = cases();

// The engine itself starts before the clock does.
loadPolicy(policyIn("UTC")).free();
const fresh = performance.now();
const policy = loadPolicy(policyIn(zone));
policy.deadline("desk", starts[0], seconds[0]);
const first = performance.now() - fresh;

const ours = { deadline: policy.deadlines("desk", starts, seconds), elapsed: policy.elapsedAll("desk", starts, ends) };

/** Nanoseconds a case: the best of several runs over the whole workload, or over a sample of it. */
function measured(sample, body) {
  const best = Math.min(
    ...Array.from({ length: sample === count ? 7 : 2 }, () => {
      const begun = performance.now();
      body(sample);
      return performance.now() - begun;
    }),
  );
  return (best * 1e6) / sample;
}

const single = (peer, what) => (sample) => {
  const [call, second] = what === "deadline" ? [peer.deadline, seconds] : [peer.elapsed, ends];
  for (let at = 0; at < sample; at += 1) call(starts[at], second[at]);
};

/** How many of a sample a peer answers otherwise than we do. */
function disagreements(peer, what, sample) {
  const second = what === "deadline" ? seconds : ends;
  let found = 0;
  for (let at = 0; at < sample; at += 1) if (peer[what](starts[at], second[at]) !== ours[what][at]) found += 1;
  return found;
}

const peers = [
  ["one call a case, in WebAssembly", { deadline: (s, n) => policy.deadline("desk", s, n), elapsed: (s, e) => policy.elapsed("desk", s, e) }, count, false],
  ["the same index in JavaScript", byIndex(zone), count, true],
  ["sums and binary search in JavaScript", bySearch(zone), count, true],
  ["luxon with a loop", byLuxon(zone), 300, true],
  ["dayjs-business-time", await byDayjs(), 100, true],
];

console.log(`\n${zone}: ${count.toLocaleString("en")} cases; first deadline on a new calendar after ${first.toFixed(2)} ms`);
for (const what of ["deadline", "elapsed"]) {
  const column = measured(count, () => (what === "deadline" ? policy.deadlines("desk", starts, seconds) : policy.elapsedAll("desk", starts, ends)));
  console.log(`\n  ${what.padEnd(40)}${"ns".padStart(12)}${"× ours".padStart(10)}   other answers`);
  console.log(`  ${"whole column, in WebAssembly".padEnd(40)}${column.toFixed(0).padStart(12)}${"1".padStart(10)}`);
  for (const [name, peer, sample, compare] of peers) {
    const time = measured(sample, single(peer, what));
    const others = compare ? `${disagreements(peer, what, sample)} of ${sample}` : "";
    console.log(`  ${name.padEnd(40)}${time.toFixed(0).padStart(12)}${(time / column).toFixed(1).padStart(10)}   ${others}`);
  }
}
