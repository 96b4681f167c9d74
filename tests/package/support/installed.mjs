// The package as npm packs it, installed into an empty folder outside the project.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const start = promisify(execFile);

/** The top of the project. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a program in `cwd` and gives what it wrote to standard output. */
export async function output(cwd, program, ...args) {
  return (await start(program, args, { cwd, maxBuffer: 2 ** 26, shell: process.platform === "win32" })).stdout;
}

/** Runs a script of this Node in `cwd`. */
export const node = (cwd, ...args) => output(cwd, process.execPath, ...args);

/**
 * Packs the package and installs it into a new folder; nothing is fetched, for it has no dependencies.
 *
 * @returns {Promise<{folder: string, tarball: string, files: string[], remove: () => Promise<void>}>}
 */
export async function install() {
  const folder = await mkdtemp(join(tmpdir(), "case-slo-"));
  const [packed] = JSON.parse(
    await output(root, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
  );
  const tarball = join(folder, packed.filename);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "somebody", private: true, type: "module" }));
  await output(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
  return {
    folder,
    tarball,
    files: packed.files.map(({ path }) => path),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
