// `npm run bench`: deadlines and elapsed time by case-slo and by what else there is, in one run. See benches/README.md.

import { buildPackage } from "./build.mjs";
import { runStep } from "./lib/step.mjs";
import { crates, packages, workclock } from "./steps/contenders.mjs";

export async function bench() {
  await buildPackage();
  for (const step of [packages, crates, workclock]) await runStep(step);
  // Run by this process: what it prints is the result, and comes as it is found.
  await import("../benches/bench.mjs");
}
