// The scheduler of `npm test`, and the stages and tests that a word selects.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runTasks } from "../../tools/lib/scheduler.mjs";
import { selected } from "../../tools/test.mjs";

/** Tasks that note when they begin and end; each ends two turns of the event loop after it began. */
function recorded(tasks) {
  const record = [];
  const run = async (name, isGood) => {
    record.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    record.push(`${name} ends`);
    return isGood;
  };
  return { record, tasks: tasks.map(({ isGood = true, ...task }) => ({ ...task, run: () => run(task.name, isGood) })) };
}

test("a task begins when its requirements have succeeded, and two tasks run in parallel", async () => {
  const { record, tasks } = recorded([
    { name: "test", needs: ["build"] },
    { name: "build", needs: ["install"] },
    { name: "install" },
    { name: "lint" },
    { name: "format" },
  ]);
  assert.deepEqual(await runTasks(tasks, 2), []);
  assert.deepEqual(record.slice(0, 2), ["install begins", "lint begins"]);
  const at = (event) => record.indexOf(event);
  assert.ok(at("install ends") < at("build begins") && at("build ends") < at("test begins"), record.join(", "));
  assert.equal(record.length, 10);
});

test("a task that needs a failed task does not run and is named; the others run", async () => {
  const { record, tasks } = recorded([
    { name: "build", isGood: false },
    { name: "site", needs: ["build"] },
    { name: "pages", needs: ["site"] },
    { name: "lint" },
  ]);
  assert.deepEqual(await runTasks(tasks, 2), ["site", "pages"]);
  assert.deepEqual(record.toSorted(), ["build begins", "build ends", "lint begins", "lint ends"]);
});

test("tasks that share a lock run one after the other, and a task that measures time runs alone", async () => {
  const { record, tasks } = recorded([
    { name: "measure", alone: true },
    { name: "clippy", lock: "cargo" },
    { name: "engine", lock: "cargo" },
    { name: "site" },
  ]);
  await runTasks(tasks, 4);
  const overlap = (one, other) => {
    const [from, to] = [record.indexOf(`${one} begins`), record.indexOf(`${one} ends`)];
    return record.slice(from, to).some((event) => event.startsWith(other));
  };
  assert.ok(!overlap("clippy", "engine") && !overlap("engine", "clippy"), record.join(", "));
  assert.ok(overlap("clippy", "site"), record.join(", "));
  for (const name of ["clippy", "engine", "site"]) assert.ok(!overlap("measure", name), record.join(", "));
});

test("a task that needs an unknown task is an error", async () => {
  await assert.rejects(
    runTasks([{ name: "a", needs: ["b"], run: async () => true }], 1),
    /needs b, and there is no such/,
  );
});

test("a word selects a stage by its name, or else the tests in files of that name, or else by title", () => {
  const names = (...words) => selected(words).map(({ name }) => name);
  assert.deepEqual(names("clippy"), ["clippy"]);
  assert.ok(names("engine").includes("engine-wasm"), "a name stands for the names that it begins");
  assert.deepEqual(names("wizard"), ["site"]);
  assert.deepEqual(names("cli-log"), ["package"]);
  assert.ok(names("keyboard alone").includes("browsers"));
  assert.deepEqual(names("wizard", "site"), ["site"]);
});

test("a word that selects nothing gives the names of the stages", () => {
  assert.throws(() => selected(["no such word"]), /"no such word".*the stages are .*rustfmt/);
});
