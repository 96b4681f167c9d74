// Programs that a test starts: each in a process group of its own, with a time limit, and ended with all that it started.

import { spawn } from "node:child_process";

const running = new Set();
process.on("exit", () => running.forEach(end));
// An interrupt of the tests ends the programs too.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Ends a program and everything that it has started. */
function end(child) {
  running.delete(child);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Without colours, and without telling anybody what is built here; the test runners of others do not answer to ours. */
const quiet = {
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  CI: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  NODE_TEST_CONTEXT: undefined,
};

function begin(program, args, { cwd, env = {} }) {
  const child = spawn(program, args, {
    cwd,
    detached: true,
    env: { ...process.env, ...quiet, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  return { child, output: () => output };
}

const seconds = (limit) => `${limit / 1_000} s`;

/** Runs a program to its end and returns its output; a program that fails or takes too long is an error with that output. */
export function run(program, args, { limit = 180_000, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const { child, output } = begin(program, args, options);
    const fail = (reason) => reject(new Error(`${program} ${args.join(" ")} ${reason}\n${output()}`));
    const timer = setTimeout(() => {
      end(child);
      fail(`took more than ${seconds(limit)}`);
    }, limit);
    child.on("error", ({ message }) => fail(message));
    child.on("close", (code) => {
      clearTimeout(timer);
      end(child);
      if (code === 0) resolve(output());
      else fail(`ended with status ${code}`);
    });
  });
}

/** Runs a script of this Node. */
export const node = (args, options) => run(process.execPath, args, options);

/**
 * Starts a program that goes on, and waits until it has printed what `pattern` finds.
 *
 * @returns {Promise<{found: string, stop: () => void}>} the first group of the pattern, and how to end the program
 */
export function start(program, args, { until: pattern, limit = 180_000, ...options }) {
  return new Promise((resolve, reject) => {
    const { child, output } = begin(program, args, options);
    const fail = (reason) => {
      clearTimeout(timer);
      end(child);
      reject(new Error(`${program} ${args.join(" ")} ${reason}\n${output()}`));
    };
    const timer = setTimeout(() => fail(`said nothing of the kind in ${seconds(limit)}`), limit);
    const look = () => {
      const found = pattern.exec(output())?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve({ found, stop: () => end(child) });
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
    child.on("error", ({ message }) => fail(message));
    child.on("close", (code) => fail(`ended with status ${code}`));
  });
}
