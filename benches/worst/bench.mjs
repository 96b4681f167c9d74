// Each call of the API on the worst input known, as WebAssembly and as JavaScript: seconds of the processor, and memory.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { table } from "../lib/report.mjs";
import { inputs } from "./inputs.mjs";

/** Seconds and megabytes that no call may take. */
const goals = { wasm: 1, js: 3 };
const megabytes = 300;
/** A call that takes longer is ended. */
const patience = 120_000;

const run = fileURLToPath(new URL("run.mjs", import.meta.url));

function measure(engine, index) {
  const { status, stdout } = spawnSync(process.execPath, [run, engine, String(index)], {
    encoding: "utf8",
    timeout: patience,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) return { answer: status === null ? "ended after two minutes" : `exit ${status}` };
  return JSON.parse(stdout);
}

const mark = (value, text, goal) => (value === undefined ? "—" : `${text}${value > goal ? " (over)" : ""}`);

export function benchWorst(words = []) {
  const rows = [];
  let over = 0;
  for (const [index, { call, name }] of inputs.entries()) {
    if (words.length > 0 && !words.some((word) => `${call} ${name}`.includes(word))) continue;
    process.stderr.write(`${call}: ${name}\n`);
    const cells = Object.entries(goals).flatMap(([engine, goal]) => {
      const { seconds, megabytes: memory, answer } = measure(engine, index);
      if (seconds === undefined || seconds > goal || memory > megabytes) over += 1;
      return [
        mark(seconds, `${seconds?.toFixed(2)} s`, goal),
        mark(memory, `${memory?.toFixed(0)} MB`, megabytes),
        ...(engine === "wasm" ? [answer] : []),
      ];
    });
    const [time, memory, answer, slowTime, slowMemory] = cells;
    rows.push([call, name, time, memory, slowTime, slowMemory, answer]);
  }
  console.log(`\n${table([["call", "input", "WebAssembly", "memory", "JavaScript", "memory", "answer"], ...rows])}`);
  const [wasm, js] = [goals.wasm, goals.js];
  console.log(
    `\nGoals: ${wasm} s as WebAssembly, ${js} s as JavaScript, ${megabytes} MB. Over a goal: ${over} of ${rows.length * 2}`,
  );
}
