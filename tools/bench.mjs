// `npm run bench`: deadlines, elapsed time and reports by case-slo and by what else there is, in one run; with `-- reports`, reports
// alone, with `-- worst`, the slowest inputs known, with `-- policies`, what the additions of version 2 cost. `-- native` also installs
// DuckDB and Polars for Python. See benches/README.md.

import { buildPackage } from "./build.mjs";
import { runStep } from "./lib/step.mjs";
import { crates, packages, pythonPackages, workclock } from "./steps/contenders.mjs";

export async function bench(words = []) {
  const [part] = words;
  await buildPackage();
  // The measurements run in this process: what they print is the result, and comes as it is found.
  if (part === "worst") {
    const { benchWorst } = await import("../benches/worst/bench.mjs");
    return benchWorst(words.slice(1));
  }
  const { benchPolicies } = await import("../benches/policies/bench.mjs");
  if (part === "policies") return benchPolicies();
  const isWhole = part !== "reports";
  for (const step of isWhole ? [packages, crates, workclock] : [packages]) await runStep(step);
  if (words.includes("native")) await runStep(pythonPackages);
  if (isWhole) await import("../benches/bench.mjs");
  const { benchReports } = await import("../benches/reports/bench.mjs");
  benchReports();
  if (isWhole) await benchPolicies();
}
