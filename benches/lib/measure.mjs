// Time, measured so that what else the machine does counts as little as can be: rounds over the same rows, the fastest
// of which is taken.

/** Answers land here, so that no compiler finds that nobody reads them. */
let sink = 0;

/** Nanoseconds a row of `run`, which answers `rows` rows. */
export function nanoseconds(run, rows, atLeast = 600) {
  let fastest = Infinity;
  const began = performance.now();
  for (let round = 0; round < 3 || performance.now() - began < atLeast; round += 1) {
    const start = performance.now();
    sink += run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return (fastest * 1e6) / rows;
}

/** Calls `answer` for every `step`-th row of two columns; the answers as a column. */
export function answers(answer, one, other, step) {
  const found = new Float64Array(Math.ceil(one.length / step));
  for (let row = 0, at = 0; row < one.length; row += step, at += 1) found[at] = answer(one[row], other[row]);
  return found;
}

/** What is printed and kept of a sink. */
export const drained = () => sink;
