// Work that the contenders in JavaScript have in common once a row has been read: the objective, the calendar, the counts. Times are
// whole seconds, which fit into a register.

import { prepare } from "../contenders/same-index.mjs";
import { workload } from "../lib/workload.mjs";
import { asOf, logs, severities, tiers } from "./logs.mjs";

const groups = tiers.length * severities.length;
const end = asOf / 1_000;
const day = 86_400;
const week = 7 * day;
/** Seconds from 1970-01-01 back to the Monday before it. */
const sinceMonday = 3 * day;

/** Seconds that have a place in a list of counts; longer durations are collected, and sorted at the end. */
const short = 1 << 17;

/** Evaluates cases as the report does, and counts them. */
export class Evaluator {
  #open;
  /** The most seconds that meet, by group. */
  #most;
  #counts = new Int32Array(groups * 4);
  #weeks = new Int32Array((Math.floor((end + sinceMonday) / week) + 1) * groups * 3);
  #short = Array.from({ length: groups }, () => new Uint32Array(short));
  #long = Array.from({ length: groups }, () => new Uint32Array(1 << 10));
  #longCounts = new Int32Array(groups);

  constructor(calendar, log) {
    const found = workload().find(({ id }) => id === calendar);
    this.#open = found === undefined ? (from, to) => to - from : prepare(found).elapsedSeconds;
    const bounds = tiers.flatMap((tier) => logs[log].targets[tier]);
    this.#most = Int32Array.from(bounds, ([seconds, isMetAtBound]) => (isMetAtBound ? seconds : seconds - 1));
  }

  /** Takes a case; `stopped` is zero where it is open. */
  take(group, submitted, stopped) {
    const isOpen = stopped === 0 || stopped > end;
    const elapsed = this.#open(submitted, isOpen ? end : stopped);
    const outcome = elapsed > this.#most[group] ? 1 : isOpen ? 2 : 0;
    this.#counts[group * 4 + outcome] += 1;
    this.#weeks[((((submitted + sinceMonday) / week) | 0) * groups + group) * 3 + outcome] += 1;
    if (isOpen) return;
    if (elapsed < short) this.#short[group][elapsed] += 1;
    else this.#takeLong(group, elapsed);
  }

  #takeLong(group, elapsed) {
    const [list, count] = [this.#long[group], this.#longCounts[group]];
    if (count === list.length) {
      this.#long[group] = new Uint32Array(count * 2);
      this.#long[group].set(list);
    }
    this.#long[group][count] = elapsed;
    this.#longCounts[group] += 1;
  }

  /** Percentiles by nearest rank, in seconds. */
  #percentiles(group) {
    const counts = this.#short[group];
    const long = this.#long[group].subarray(0, this.#longCounts[group]).sort();
    const before = counts.reduce((sum, count) => sum + count, 0);
    return [50, 90, 95].map((share) => {
      let rank = Math.max(1, Math.ceil((share * (before + long.length)) / 100));
      if (rank > before) return long[rank - before - 1] ?? 0;
      let second = 0;
      for (; rank > counts[second]; second += 1) rank -= counts[second];
      return second;
    });
  }

  /** Rows, and what there is to know of each group and week, to be compared. */
  answer(rows) {
    const [found, weeks] = [{}, {}];
    for (let group = 0; group < groups; group += 1) {
      const [met, missed, running] = this.#counts.subarray(group * 4, group * 4 + 3);
      found[nameOf(group)] = [met + missed + running, met, missed, running, ...this.#percentiles(group)];
    }
    for (let at = 0; at < this.#weeks.length; at += 3) {
      const [met, missed, running] = this.#weeks.subarray(at, at + 3);
      const [number, group] = [Math.floor(at / 3 / groups), (at / 3) % groups];
      if (met + missed + running > 0) weeks[`${number} ${nameOf(group)}`] = [met + missed + running, met, missed];
    }
    return { rows, groups: found, weeks };
  }
}

const nameOf = (group) => `${tiers[Math.floor(group / severities.length)]} ${severities[group % severities.length]}`;
