// The order of the build. Each step is skipped while nothing that it reads has changed.

import { isDebugEngine } from "./lib/engine.mjs";
import { runStep } from "./lib/step.mjs";
import { bindgen } from "./steps/bindgen.mjs";
import { dependencies } from "./steps/dependencies.mjs";
import { debugEngine, engine } from "./steps/engine.mjs";
import { inlineEngine } from "./steps/inline-engine.mjs";
import { javascript } from "./steps/javascript.mjs";
import { jsEngine } from "./steps/js-engine.mjs";
import { manifest } from "./steps/manifest.mjs";
import { notices } from "./steps/notices.mjs";
import { policy } from "./steps/policy.mjs";
import { rust } from "./steps/rust.mjs";
import { site } from "./steps/site.mjs";
import { types } from "./steps/types.mjs";

/** The steps that `npm run dev` repeats: a debug build of the engine, the package without types, and the site. */
export const developmentSteps = [dependencies, rust, bindgen, debugEngine, policy, javascript, manifest, site];

const engineAndModules = [
  ...[dependencies, rust, bindgen, isDebugEngine ? debugEngine : engine, inlineEngine, jsEngine],
  ...[policy, javascript, manifest, notices],
];

/** Writes dist/ (the npm package) and site/ (the static site), by the steps that are not `done` already. */
export async function build(done = []) {
  for (const step of [...engineAndModules, types, site].filter((step) => !done.includes(step))) await runStep(step);
}

/** Writes what of dist/ runs: all of the above but types and site. */
export async function buildPackage() {
  for (const step of engineAndModules) await runStep(step);
}

/** Writes site/ alone: all of the above but the type declarations. */
export async function buildSite() {
  for (const step of [...engineAndModules, site]) await runStep(step);
}
