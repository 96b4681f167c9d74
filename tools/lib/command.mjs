// Runs a program, keeps its output, and shows the output if the program fails.

import { spawn } from "node:child_process";
import { Explained, verbose } from "./terminal.mjs";
import { root } from "./paths.mjs";

/** Programs that must not outlive the tools. */
const running = new Set();

/** Ends every program that runs, then the tools themselves. */
function end(signal) {
  for (const child of running) child.kill(signal);
  process.exit(signal === "SIGINT" ? 130 : 143);
}

function track(child) {
  if (running.size === 0) for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  running.add(child);
}

function forget(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, end);
}

/**
 * Runs a program to its end; returns its exit code and its output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: Record<string, string>, cwd?: string, progress?: (line: string) => void}} [options] `progress` is given the latest line
 * @returns {Promise<{code: number, output: string, stdout: string}>}
 */
export function attempt(program, args, { env = {}, cwd = root, progress } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    track(child);
    let output = "";
    let stdout = "";
    const take = (chunk, fromStdout) => {
      output += chunk;
      if (fromStdout) stdout += chunk;
      if (verbose) process.stdout.write(chunk);
      const last = chunk
        .trimEnd()
        .split(/[\r\n]/)
        .pop();
      if (last) progress?.(last);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => take(chunk, true));
    child.stderr.setEncoding("utf8").on("data", (chunk) => take(chunk, false));
    child.on("error", (error) => {
      forget(child);
      reject(error.code === "ENOENT" ? new Explained(`${program} is not installed`) : error);
    });
    child.on("close", (code) => {
      forget(child);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** Like [attempt], but a program that fails ends the step with its output. */
export async function run(program, args, options) {
  const result = await attempt(program, args, options);
  if (result.code !== 0) {
    throw new Explained(
      `${[program, ...args].join(" ").slice(0, 200)} ended with status ${result.code}`,
      result.output,
    );
  }
  return result;
}

/** Runs a script with this Node. */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);
export const attemptNode = (script, args, options) => attempt(process.execPath, [script, ...args], options);
