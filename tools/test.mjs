// `npm test`: every check and every test, from formatting to three browser engines. `npm test -- WORD` runs the stage of
// that name, or else the tests in files with the word in their name, or else the tests with the word in their title.
// With --debug-engine, the package has a debug build of the engine.

import { availableParallelism } from "node:os";
import { build } from "./build.mjs";
import { inTurn } from "./lib/outcome.mjs";
import { runStep } from "./lib/step.mjs";
import { runTasks } from "./lib/scheduler.mjs";
import { beginTask, Explained, note, textOf, verbose } from "./lib/terminal.mjs";
import { browsers } from "./steps/browsers.mjs";
import { bindgen } from "./steps/bindgen.mjs";
import { dependencies } from "./steps/dependencies.mjs";
import { matrix } from "./steps/matrix.mjs";
import { rust, rustChecks } from "./steps/rust.mjs";
import { stages } from "./stages/index.mjs";

/** The steps of the build that other stages need as well. */
const beforeBuild = [dependencies, rust, bindgen];

/** The preparations for tests. The steps of the build itself follow each other. */
const preparations = [
  { step: dependencies },
  { step: rust, lock: "rustup" },
  { step: rustChecks, lock: "rustup" },
  { step: bindgen, needs: ["rust"] },
  { step: browsers },
  { step: matrix, needs: ["dependencies"] },
].map(({ step, ...more }) => ({ name: step.name, ...more, run: () => runStep(step) }));
preparations.splice(4, 0, { name: "build", needs: beforeBuild.map(({ name }) => name), run: () => build(beforeBuild) });

/** @param {string[]} words */
export async function test(words) {
  const isDebug = process.env.CASE_SLO_ENGINE === "debug";
  const chosen = (words.length === 0 ? stages : selected(words)).filter(({ isRelease }) => !(isRelease && isDebug));
  const outcomes = [];
  const attempts = { failed: 0 };

  const tasks = [
    ...preparationsFor(chosen).map(({ run, ...task }) => ({
      ...task,
      run: () =>
        run().then(
          () => true,
          (error) => {
            attempts.failed += 1;
            note(`\n${textOf(error)}\n`);
            return false;
          },
        ),
    })),
    ...chosen.map((stage) => ({
      ...stage,
      name: `stage ${stage.name}`,
      run: async () => {
        outcomes.push(await runStage(stage));
        return true;
      },
    })),
  ];
  // Two at a time: most of them keep more than one core busy. What shows its output as it comes goes alone.
  const slots = verbose || availableParallelism() < 2 ? 1 : 2;
  const left = (await runTasks(tasks, slots)).filter((name) => name.startsWith("stage "));
  if (left.length > 0) note(`not run: ${left.map((name) => name.slice(6)).join(", ")}`);

  showFailures(outcomes.flatMap(({ failures = [] }) => failures));
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const failed = sum("failed") + attempts.failed;
  note(`\n${sum("passed")} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** Runs one stage, prints its line, and the output of what failed. What breaks is a failure of the stage. */
async function runStage({ title, run }) {
  const task = beginTask(title);
  let outcome;
  try {
    outcome = await run(task.progress);
  } catch (error) {
    outcome = { passed: 0, failed: 1, output: textOf(error) };
  }
  const { passed, failed, remark, output = "" } = outcome;
  if (failed === 0) {
    task.done([`${passed} passed`, remark].filter(Boolean).join("  "));
  } else {
    task.failed(`${passed} passed, ${failed} failed`);
    if (output && !verbose) note(`\n${output.trim()}\n`);
  }
  return outcome;
}

function showFailures(failures) {
  if (failures.length === 0) return;
  note("\nFailed:");
  for (const { name, file, repeat } of failures) note(`  ${name}${file ? `\n    ${file}` : ""}\n    ${repeat}`);
}

/** The preparations that some stages need, with what those need themselves. */
function preparationsFor(chosen) {
  const needed = new Set(chosen.flatMap(({ needs }) => needs));
  // Each one stands behind those that it needs.
  for (const { name, needs = [] } of [...preparations].reverse()) {
    if (needed.has(name)) for (const need of needs) needed.add(need);
  }
  return preparations.filter(({ name }) => needed.has(name));
}

/** The stages, or the parts of them, that the words name. @param {string[]} words */
export function selected(words) {
  const found = new Map();
  for (const word of words) {
    const whole = stages.filter(({ name }) => name === word || name.startsWith(`${word}-`));
    const parts = (kind) =>
      stages.flatMap((stage) => {
        const run = stage.select?.(word)[kind];
        return run ? [{ ...stage, run }] : [];
      });
    const matching = [whole, parts("files"), parts("titles")].find((list) => list.length > 0);
    if (matching === undefined) {
      throw new Explained(
        `no stage is called "${word}", and no file or title of a test contains it; the stages are ${stages.map(({ name }) => name).join(", ")}`,
      );
    }
    for (const stage of matching) found.set(stage.name, both(found.get(stage.name), stage));
  }
  return stages.flatMap(({ name }) => found.get(name) ?? []);
}

/** Two parts of the same stage, one after the other. */
function both(first, second) {
  if (first === undefined) return second;
  return { ...second, run: (progress) => inTurn([() => first.run(progress), () => second.run(progress)]) };
}
