// The command line of the build, run as a program.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./installed.mjs";

/**
 * Runs `case-slo` with these arguments at the top of the project; `input` goes to its standard input.
 *
 * @returns {Promise<{code: number, out: string, err: string}>}
 */
export function cli(args, { input = "", env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "dist/cli.js"), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    const [out, err] = [[], []];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    // A program that does not read its input closes it.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
