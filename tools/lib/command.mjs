// Runs a program, keeps its output, and shows the output if the program fails.

import { spawn } from "node:child_process";
import { Explained, verbose } from "./terminal.mjs";
import { root } from "./paths.mjs";

/** Programs that must not outlive the tools. */
const running = new Set();

/** Ends every program that runs, then the tools themselves. */
function end(signal) {
  for (const child of running) stop(child, signal);
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

/** Ends a program. One with a time limit leads a group of processes, and ends together with those that it has started. */
function stop(child, signal) {
  if (!child.isLeader) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** Ends a program after some minutes; what does not end then is killed, and what it still holds open is not waited for. */
function limit(child, minutes, report) {
  let timer = setTimeout(() => {
    report();
    stop(child, "SIGTERM");
    timer = setTimeout(() => {
      stop(child, "SIGKILL");
      child.stdout.destroy();
      child.stderr.destroy();
    }, 10_000);
  }, minutes * 60_000);
  return () => clearTimeout(timer);
}

/**
 * Runs a program to its end; returns its exit code and its output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string>} [options.env]
 * @param {string} [options.cwd]
 * @param {(line: string) => void} [options.progress] is given the latest line
 * @param {(text: string) => void} [options.onOutput] is given the output as it comes
 * @param {number} [options.minutes] a program that takes longer is ended, and has failed
 * @returns {Promise<{code: number, output: string, stdout: string}>}
 */
export function attempt(program, args, { env = {}, cwd = root, progress, onOutput, minutes } = {}) {
  return new Promise((resolve, reject) => {
    const isLeader = minutes !== undefined && process.platform !== "win32";
    const settings = { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: isLeader };
    const child = Object.assign(spawn(program, args, settings), { isLeader });
    track(child);
    let isLate = false;
    const report = () => {
      isLate = true;
      take(`\n${program} has not ended within ${minutes} minutes, and is stopped\n`, false);
    };
    const inTime = minutes === undefined ? () => {} : limit(child, minutes, report);
    let output = "";
    let stdout = "";
    const take = (chunk, fromStdout) => {
      output += chunk;
      if (fromStdout) stdout += chunk;
      if (verbose) process.stdout.write(chunk);
      onOutput?.(chunk);
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
      inTime();
      reject(error.code === "ENOENT" ? new Explained(`${program} is not installed`) : error);
    });
    child.on("close", (code) => {
      forget(child);
      inTime();
      resolve({ code: isLate ? 1 : (code ?? 1), output, stdout });
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
