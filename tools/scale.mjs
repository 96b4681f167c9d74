// `npm run test:scale`: the checks and the tests of datafusion/, a Cargo workspace apart. Its first run compiles DataFusion and
// Ballista, which takes minutes (datafusion/README.md); later ones compile what has changed. Each stage has a time limit, because a
// query on a cluster could wait for ever.

import { attempt, run } from "./lib/command.mjs";
import { check, counted, inTurn } from "./lib/outcome.mjs";
import { inRoot } from "./lib/paths.mjs";
import { runStep } from "./lib/step.mjs";
import { beginTask, note, verbose } from "./lib/terminal.mjs";
import { rustChecks } from "./steps/rust.mjs";

const cwd = inRoot("datafusion");

// `cargo clippy` compiles the dependencies a second time, for their types alone. As the compiler of this workspace, clippy uses
// those that the tests need anyway.
const env = { RUSTC_WORKSPACE_WRAPPER: "clippy-driver", CLIPPY_ARGS: "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__" };

/** Downloads the crates for this machine before any is compiled, and tries again where the registry does not answer. */
const crates = {
  name: "crates",
  title: "Crates",
  isDone: () => false,
  async run(progress) {
    const { stdout: host } = await run("rustc", ["--print", "host-tuple"]);
    const args = ["fetch", "--locked", "--target", host.trim()];
    await run("cargo", args, { cwd, progress, env: { CARGO_NET_RETRY: "10" }, minutes: 10 });
  },
};

export async function testScale() {
  await runStep(rustChecks);
  await runStep(crates);
  const cargo = (args, options) => attempt("cargo", args, { cwd, ...options });
  const holds = (name, args, more) => async (progress) =>
    check(await cargo(args, { progress, ...more }), name, `cd datafusion && cargo ${args.join(" ")}`);
  const tests = (args, more) => async (progress) => {
    const result = await cargo(args, { progress, ...more });
    const found = [...result.output.matchAll(/^test result: .*? (\d+) passed; (\d+) failed;/gm)];
    const sum = (at) => found.reduce((total, match) => total + Number(match[at]), 0);
    return counted(result, { passed: sum(1), failed: sum(2) });
  };
  const stages = [
    ["rustfmt", holds("rustfmt", ["fmt", "--check"], { minutes: 1 })],
    ["clippy", holds("clippy", ["build", "--locked", "--all-targets"], { env, minutes: 30 })],
    ["Tests", tests(["test", "--locked", "--lib", "--tests"], { env, minutes: 15 })],
    // A few rows show that the benchmark runs, and that both ways in SQL find the same figures.
    ["Benchmark", holds("benchmark", ["test", "--locked", "--bench", "ratios", "--", "0.01"], { env, minutes: 5 })],
    ["Documentation", tests(["test", "--locked", "--doc"], { minutes: 10 })],
  ];
  const { passed, failed } = await inTurn(
    stages.map(([title, run]) => async () => {
      const task = beginTask(title);
      const outcome = await run(task.progress);
      if (outcome.failed === 0) {
        task.done(`${outcome.passed} passed`);
      } else {
        task.failed(`${outcome.passed} passed, ${outcome.failed} failed`);
        if (!verbose) note(`\n${outcome.output.trim()}\n`);
      }
      return outcome;
    }),
  );
  note(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
