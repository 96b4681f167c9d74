// The tables that the benchmark prints.

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Three digits that count: 9.87 ns, 98.7 ns, 987 ns, 9.87 µs, 1.23 ms. */
export function duration(ns) {
  for (const [unit, size] of [
    ["ms", 1e6],
    ["µs", 1e3],
    ["ns", 1],
  ]) {
    const value = ns / size;
    if (value >= 1 || size === 1) return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ${unit}`;
  }
}

/** The same work by another, as so many times ours. */
const ratio = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

/** A table in Markdown that also reads well as text. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map(
    (row) =>
      `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`,
  );
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

/** Prints what was measured. */
export function report({ measured, missing, first, memory }) {
  const contenders = [...new Set(measured.map(({ contender }) => contender))];
  const summary = (contender, operation) => {
    const rows = measured.filter((row) => row.contender === contender && row.operation === operation);
    const sum = (field) => rows.reduce((total, row) => total + row[field], 0);
    return { ns: average(rows.map(({ ns }) => ns)), rows: sum("rows"), differing: sum("differing") };
  };
  const ours = (form, operation) => summary(`case-slo, ${form}`, operation).ns;

  for (const operation of ["deadline", "elapsed"]) {
    const lines = contenders.map((contender) => {
      const { ns, rows, differing } = summary(contender, operation);
      const times = ["columns", "single calls"].map((form) => `${ratio(ns / ours(form, operation))} ×`);
      return [contender, duration(ns), ...times, `${rows - differing} of ${rows}`];
    });
    console.log(`\n${table([[operation, "one", "our columns", "our single calls", "same answer"], ...lines])}`);
  }

  const against = (form, contender, operation) => summary(contender, operation).ns / ours(form, operation);
  const goals = [
    ["columns", "workclock as WebAssembly", 200],
    ["columns", "JavaScript, prefix sums and binary search", 5],
    ["columns", "JavaScript, the same index by hand", 1],
  ];
  const lines = goals
    .filter(([, contender]) => contenders.includes(contender))
    .map(([form, contender, least]) => {
      const found = ["deadline", "elapsed"].map((operation) => against(form, contender, operation));
      const each = found.map((value) => `${ratio(value)} ×${value >= least ? "" : " (not yet)"}`);
      return [`${form} against ${contender}`, `${least} ×`, ...each];
    });
  console.log(`\n${table([["ratio", "goal", "deadline", "elapsed"], ...lines])}\n`);
  const [middle, slowest] = [first[first.length >> 1], first.at(-1)].map((time) => time.toFixed(2));
  console.log(
    `First deadline on a new calendar, loading included: ${middle} ms (goal: 2 ms); the slowest of ${first.length} zones ${slowest} ms`,
  );
  console.log(`Memory of a calendar over ten years: ${(memory / 1024).toFixed(1)} KB (goal: 64 KB)`);
  for (const line of missing) console.log(`Not measured: ${line}`);
}
