// The order of the build. A step is skipped if none of its inputs has changed.

import { isDebugEngine } from "./lib/engine.mjs";
import { runStep } from "./lib/step.mjs";
import { bindgen } from "./steps/bindgen.mjs";
import { dependencies } from "./steps/dependencies.mjs";
import { definitions } from "./steps/definitions.mjs";
import { debugEngine, engine } from "./steps/engine.mjs";
import { inlineEngine } from "./steps/inline-engine.mjs";
import { javascript } from "./steps/javascript.mjs";
import { jsEngine } from "./steps/js-engine.mjs";
import { manifest } from "./steps/manifest.mjs";
import { notices } from "./steps/notices.mjs";
import { policy } from "./steps/policy.mjs";
import { reference } from "./steps/reference.mjs";
import { rust } from "./steps/rust.mjs";
import { site } from "./steps/site.mjs";
import { types } from "./steps/types.mjs";

/**
 * The steps that `npm run dev` repeats: a debug build of the engine, the package without types and editor data, and the site
 * without the reference of the API.
 */
export const developmentSteps = [dependencies, rust, bindgen, debugEngine, policy, definitions, javascript, site];

const engineAndModules = [
  ...[dependencies, rust, bindgen, isDebugEngine ? debugEngine : engine, inlineEngine, jsEngine],
  ...[policy, definitions, javascript, manifest, notices],
];

/** Writes dist/ (the npm package) and site/ (the static site), by the steps that are not `done` already. */
export async function build(done = []) {
  for (const step of [...engineAndModules, types, reference, site].filter((step) => !done.includes(step)))
    await runStep(step);
}

/** Writes the files of dist/ that run: the build without types, the reference and the site. */
export async function buildPackage() {
  for (const step of engineAndModules) await runStep(step);
}
