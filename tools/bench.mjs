// `npm run bench`: deadlines, elapsed time and reports by case-slo and by other libraries, in one run; with `-- reports`,
// reports alone. See benches/README.md.

import { buildPackage } from "./build.mjs";
import { runStep } from "./lib/step.mjs";
import { crates, packages, workclock } from "./steps/contenders.mjs";

export async function bench() {
  await buildPackage();
  const isWhole = !process.argv.includes("reports");
  for (const step of isWhole ? [packages, crates, workclock] : [packages]) await runStep(step);
  // This process runs it: its output is the result and appears at once.
  if (isWhole) await import("../benches/bench.mjs");
  const { benchReports } = await import("../benches/reports/bench.mjs");
  benchReports();
}
