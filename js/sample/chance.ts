/** Numbers that look random and are the same for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number in [0, 1) (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /**
   * A number around 0 with a standard deviation of 1: near enough to normal, and the same in every engine, which logarithms
   * and cosines need not be.
   */
  around(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }

  /** An index, each as likely as its weight says. */
  index({ sums, all }: Weights): number {
    const wanted = this.next() * all;
    let at = 0;
    while (at < sums.length - 1 && (sums[at] ?? 0) <= wanted) at += 1;
    return at;
  }
}

/** Weights, and how much they come to up to each of them. */
export interface Weights {
  sums: number[];
  all: number;
}

export function weights(of: readonly number[]): Weights {
  let all = 0;
  const sums = of.map((weight) => (all += weight));
  return { sums, all };
}
