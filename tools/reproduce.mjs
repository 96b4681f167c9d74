// `npm run reproduce`: builds the last commit twice, in two folders with nothing in common, and compares the packages.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./lib/command.mjs";
import { listFiles } from "./lib/folders.mjs";
import { inRoot } from "./lib/paths.mjs";
import { beginTask, Explained, note } from "./lib/terminal.mjs";

export async function reproduce() {
  const folder = mkdtempSync(join(tmpdir(), "case-slo-"));
  try {
    // Somebody may commit while the first build runs.
    const commit = (await run("git", ["rev-parse", "HEAD"])).stdout.trim();
    const first = await buildIn(join(folder, "one"), commit);
    const second = await buildIn(join(folder, "another", "place"), commit);
    const names = [...new Set([...first.keys(), ...second.keys()])].sort();
    const different = names.filter((name) => first.get(name) !== second.get(name));
    if (different.length > 0) throw new Explained(`two builds of one commit differ in ${different.join(", ")}`);
    note(`two builds of one commit gave the same ${names.length} files`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds a commit in a new folder; returns the digest of each file of the package. */
async function buildIn(folder, commit) {
  const task = beginTask(`Build in ${folder}`);
  try {
    mkdirSync(folder, { recursive: true });
    const archive = join(folder, "..", "sources.tar");
    await run("git", ["archive", "--output", archive, commit]);
    await run("tar", ["--extract", "--file", archive, "--directory", folder]);
    // The npm packages are a copy, because esbuild names them relative to the sources; wasm-bindgen is only run.
    cpSync(inRoot("node_modules"), join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
    symlinkSync(inRoot("tools", "target"), join(folder, "tools", "target"));
    const script = 'import("./tools/build.mjs").then(({ build }) => build())';
    await run(process.execPath, ["--eval", script], { cwd: folder, tell: task.progress });
    task.done();
  } catch (error) {
    task.failed();
    throw error;
  }
  const dist = join(folder, "dist");
  const digest = (name) =>
    createHash("sha256")
      .update(readFileSync(join(dist, name)))
      .digest("hex");
  return new Map(listFiles(dist).map((name) => [name, digest(name)]));
}
