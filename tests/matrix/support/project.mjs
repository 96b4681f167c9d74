// A project of somebody: a fixture, copied, with the packed package installed into it and nothing else.

import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./process.mjs";

/** The top of the project. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = fileURLToPath(new URL("../", import.meta.url));

/** A file of a tool that is installed for these tests; undefined where npm has none for this machine. */
export const tool = (...path) => [join(here, "node_modules", ...path)].find((file) => existsSync(file));

// Below the tools, so that a project finds them as its own.
const work = join(here, ".work");
const made = [];
let packed;

async function temporary(name) {
  await mkdir(work, { recursive: true });
  const folder = await mkdtemp(join(work, `${name}-`));
  made.push(folder);
  return folder;
}

/** The package as npm packs it, once a process: its path. */
export function tarball() {
  packed ??= pack();
  return packed;
}

async function pack() {
  const folder = await temporary("pack");
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const name = (await run("npm", args, { cwd: root })).trim().split("\n").at(-1);
  return join(folder, name);
}

/** Copies a fixture, and installs the package as the guide says: `npm install case-slo`. Gives the folder. */
export async function project(fixture) {
  const [folder, source] = [await temporary(fixture), await tarball()];
  await cp(join(here, "fixtures", fixture), folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "somebody", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", source], { cwd: folder });
  return folder;
}

/** Removes what this process has made. */
export async function cleanUp() {
  packed = undefined;
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}
