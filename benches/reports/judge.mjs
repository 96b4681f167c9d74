// What every contender in JavaScript has in common once a row has been read: the objective, the calendar, the counts.

import { prepare } from "../contenders/same-index.mjs";
import { workload } from "../lib/workload.mjs";
import { asOf, severities, targets, tiers } from "./log.mjs";

/** Counts how often numbers occur, in typed arrays: several times faster than a Map. */
class Counter {
  keys = new Float64Array(1024);
  counts = new Int32Array(1024);
  used = 0;

  add(key) {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key / 1_000, 0x9e3779b1) >>> 7) & mask;
    while (this.counts[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    if (this.counts[at] === 0) {
      this.keys[at] = key;
      this.used += 1;
    }
    this.counts[at] += 1;
    if (this.used * 2 > mask) this.grow();
  }

  grow() {
    const { keys, counts } = this;
    const mask = keys.length * 2 - 1;
    this.keys = new Float64Array(mask + 1);
    this.counts = new Int32Array(mask + 1);
    keys.forEach((key, index) => {
      if (counts[index] === 0) return;
      let at = (Math.imul(key / 1_000, 0x9e3779b1) >>> 7) & mask;
      while (this.counts[at] !== 0) at = (at + 1) & mask;
      this.keys[at] = key;
      this.counts[at] = counts[index];
    });
  }

  /** Percentiles by nearest rank, in seconds. */
  percentiles(shares) {
    const order = [...this.keys.keys()].filter((at) => this.counts[at] > 0).sort((a, b) => this.keys[a] - this.keys[b]);
    const total = order.reduce((sum, at) => sum + this.counts[at], 0);
    return shares.map((share) => {
      let rank = Math.max(1, Math.ceil((share * total) / 100));
      const found = order.find((at) => {
        rank -= this.counts[at];
        return rank <= 0;
      });
      return (this.keys[found] ?? 0) / 1_000;
    });
  }
}

const day = 86_400_000;

/** Judges cases as the report does, and counts them. */
export class Judge {
  /** Cases, met, missed, running of each tier and severity. */
  counts = new Int32Array(tiers.length * severities.length * 4);
  elapsed = Array.from({ length: tiers.length * severities.length }, () => new Counter());
  /** Cases, met and missed of each week and group. */
  weeks = new Int32Array(((asOf / day + 3) / 7 + 1) * tiers.length * severities.length * 3);
  seconds = Int32Array.from(tiers.flatMap((tier) => targets[tier].map(([seconds]) => seconds)));
  isMetAtBound = tiers.flatMap((tier) => targets[tier].map(([, isMet]) => isMet));

  constructor(calendar) {
    const found = workload().find(({ id }) => id === calendar);
    this.open =
      found === undefined
        ? (from, to) => to - from
        : (
            (index) => (from, to) =>
              index.elapsed(from, to) * 1_000
          )(prepare(found));
  }

  /** Takes a case; `stopped` is NaN where it is open. */
  take(group, submitted, stopped) {
    const isOpen = !(stopped <= asOf);
    const elapsed = this.open(submitted, isOpen ? asOf : stopped);
    const target = this.seconds[group] * 1_000;
    const holds = this.isMetAtBound[group] ? elapsed <= target : elapsed < target;
    const week = (Math.floor((Math.floor(submitted / day) + 3) / 7) * this.seconds.length + group) * 3;
    this.counts[group * 4] += 1;
    this.weeks[week] += 1;
    if (!holds) {
      this.counts[group * 4 + 2] += 1;
      this.weeks[week + 2] += 1;
    } else if (isOpen) this.counts[group * 4 + 3] += 1;
    else {
      this.counts[group * 4 + 1] += 1;
      this.weeks[week + 1] += 1;
    }
    if (!isOpen) this.elapsed[group].add(elapsed);
  }

  /** Rows, and what there is to know of each group and week, to be compared. */
  answer(rows) {
    const groups = {};
    const weeks = {};
    for (const [high, tier] of tiers.entries()) {
      for (const [low, severity] of severities.entries()) {
        const group = high * severities.length + low;
        groups[`${tier} ${severity}`] = [
          ...this.counts.subarray(group * 4, group * 4 + 4),
          ...this.elapsed[group].percentiles([50, 90, 95]),
        ];
      }
    }
    for (let at = 0; at < this.weeks.length; at += 3) {
      if (this.weeks[at] === 0) continue;
      const [week, group] = [Math.floor(at / 3 / this.seconds.length), (at / 3) % this.seconds.length];
      const name = `${week} ${tiers[Math.floor(group / severities.length)]} ${severities[group % severities.length]}`;
      weeks[name] = [...this.weeks.subarray(at, at + 3)];
    }
    return { rows, groups, weeks };
  }
}
