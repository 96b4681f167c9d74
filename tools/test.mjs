// `npm test`: every check and every test, from formatting to three browser engines.

import { build } from "./build.mjs";
import { runStep } from "./lib/step.mjs";
import { attemptStage } from "./lib/stage.mjs";
import { Explained, note } from "./lib/terminal.mjs";
import { browsers } from "./steps/browsers.mjs";
import { bindgen } from "./steps/bindgen.mjs";
import { dependencies } from "./steps/dependencies.mjs";
import { matrix as matrixTools } from "./steps/matrix.mjs";
import { rust, rustChecks } from "./steps/rust.mjs";
import { chromium, engines } from "./stages/browser.mjs";
import { matrix, packaging, tools } from "./stages/package.mjs";
import { clippy, clippyWasm, formatting, native, wasm } from "./stages/rust.mjs";
import { sizes } from "./stages/sizes.mjs";
import { typescript } from "./stages/typescript.mjs";

export async function test() {
  for (const step of [dependencies, rust, rustChecks, browsers, bindgen, matrixTools]) await runStep(step);

  const sum = { passed: 0, failed: 0 };
  const run = async (stages) => {
    for (const stage of stages) {
      const { passed, failed } = await attemptStage(stage);
      sum.passed += passed;
      sum.failed += failed;
    }
  };

  await run([tools, formatting, clippy, clippyWasm, native]);
  let built = true;
  try {
    await build();
  } catch (error) {
    // What needs the build is not run, and counts as one failure; what does not has been run by then.
    built = false;
    sum.failed += 1;
    if (error instanceof Explained) note(`${error.output}\n${error.message}`);
    else console.error(error);
  }
  if (built) await run([typescript, wasm, packaging, matrix, chromium, engines, sizes]);

  note(`\n${sum.passed} passed, ${sum.failed} failed`);
  if (sum.failed > 0) process.exitCode = 1;
}
