// Time, measured so that what else the machine does counts as little as can be: the rows are cut into slices of a few
// milliseconds, each is run several times, and its fastest run counts. Without slices what is slow would look slower than
// it is, for it can never run undisturbed.

/** Milliseconds of a slice, about what a whole column takes. */
const slice = 2;

/** Answers land here, so that no compiler finds that nobody reads them. */
const sink = { sum: 0 };

/** Nanoseconds a row of `run(from, to)`, which answers the rows from one to another; all at once where it `isWhole`. */
export function nanoseconds(run, rows, isWhole = false) {
  const timed = (from, to) => {
    const start = performance.now();
    sink.sum += run(from, to);
    return performance.now() - start;
  };
  // Once to let the engine of the host compile it, once to see how many rows make a slice.
  const some = isWhole ? rows : Math.min(rows, 20);
  timed(0, some);
  const size = isWhole ? rows : Math.max(1, Math.floor((slice / Math.max(timed(0, some), 0.001)) * some));
  const fastest = new Float64Array(Math.ceil(rows / size)).fill(Infinity);
  const began = performance.now();
  for (let round = 0; round < 4 || performance.now() - began < 800; round += 1) {
    fastest.forEach((best, index) => {
      fastest[index] = Math.min(best, timed(index * size, Math.min(rows, (index + 1) * size)));
    });
  }
  return (fastest.reduce((sum, value) => sum + value, 0) * 1e6) / rows;
}

/** Calls `answer` for every `step`-th row of two columns; the answers as a column. */
export function answers(answer, one, other, step) {
  const found = new Float64Array(Math.ceil(one.length / step));
  for (let row = 0, at = 0; row < one.length; row += step, at += 1) found[at] = answer(one[row], other[row]);
  return found;
}
