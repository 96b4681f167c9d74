// A project: a copy of a fixture with the packed package installed and nothing else.

import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "../../../tools/lib/step.mjs";
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

async function temporary(name, within = work) {
  await mkdir(within, { recursive: true });
  const folder = await mkdtemp(join(within, `${name}-`));
  made.push(folder);
  return folder;
}

/** The path of the package as npm packs it: once for all test files, as long as nothing changes that it is made of. */
export function tarball() {
  packed ??= pack();
  return packed;
}

async function pack() {
  const path = join(
    work,
    `package-${hashOf(["dist", "policies", "php", "python", "package.json", "README.md", "CHANGELOG.md"]).slice(0, 16)}.tgz`,
  );
  if (existsSync(path)) return path;
  const folder = await temporary("pack");
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const name = (await run("npm", args, { cwd: root })).trim().split("\n").at(-1);
  // At once, for two test files may pack at the same time.
  await rename(join(folder, name), path);
  for (const old of await readdir(work))
    if (old.endsWith(".tgz") && join(work, old) !== path) await rm(join(work, old), { force: true });
  return path;
}

/**
 * Copies a fixture of a folder with tools, and installs the package as the guide says: `npm install case-slo`. Gives the folder of the
 * project, which is below the tools.
 */
export async function project(fixture, tools = here) {
  const [folder, source] = [await temporary(fixture, join(tools, ".work")), await tarball()];
  await cp(join(tools, "fixtures", fixture), folder, { recursive: true });
  const description = join(folder, "package.json");
  if (!existsSync(description))
    await writeFile(description, JSON.stringify({ name: "somebody", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", source], { cwd: folder });
  return folder;
}

/** Removes what this process has made. */
export async function cleanUp() {
  packed = undefined;
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}
