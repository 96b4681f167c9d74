// One call on one engine in a process of its own: `node run.mjs wasm|js INDEX` prints seconds, memory and the kind of the answer.

import { inputs } from "./inputs.mjs";

const [engine, index] = process.argv.slice(2);
const api = await import("../../dist/node.js");
await api.init(undefined, { engine });
// Starting the engine, compiling it and reading a policy once are not measured.
api
  .loadPolicy({
    id: "p",
    version: "1",
    title: { en: "T" },
    languages: ["en"],
    severities: [{ id: "s", name: { en: "S" } }],
  })
  .free();
const { prepare, run } = inputs[Number(index)];
const found = {};
try {
  const given = prepare(api);
  const [memory, used] = [process.resourceUsage().maxRSS, process.cpuUsage()];
  try {
    const answer = run(api, given);
    found.answer =
      typeof answer === "string" ? answer : Array.isArray(answer) ? `${answer.length} entries` : "an answer";
  } catch (error) {
    found.answer = error.code ?? String(error);
  }
  const { user, system } = process.cpuUsage(used);
  found.seconds = (user + system) / 1e6;
  found.megabytes = Math.max(0, process.resourceUsage().maxRSS - memory) / 1000;
} catch (error) {
  found.answer = `not made ready: ${error.code ?? error}`;
}
console.log(JSON.stringify(found));
process.exit(0);
