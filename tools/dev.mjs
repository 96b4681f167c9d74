// `npm run dev`: builds what is missing, serves the site, and builds and reloads it whenever a source changes. The engine is
// the debug build, which compiles in seconds: with the names of its functions, with its assertions, and not optimized.

import { existsSync } from "node:fs";
import { developmentSteps, build } from "./build.mjs";
import { generated, inRoot, site } from "./lib/paths.mjs";
import { runStep } from "./lib/step.mjs";
import { note, textOf } from "./lib/terminal.mjs";
import { watchFiles } from "./lib/watch.mjs";
import { serveLive } from "./serve/live.mjs";

const sources = ["src", "crates", "Cargo.toml", "policies", "js", "www", "tsconfig.json", "package.json"];

const isGenerated = (path) => path.startsWith(generated);

export async function dev() {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => ending.abort());

  // The forms of the engine besides WebAssembly take minutes: they are built once and then kept.
  if (!["dist/case-slo.js", "dist/case-slo-js.js"].every((path) => existsSync(inRoot(path)))) await build();
  const server = await serveLive({ folder: site });
  try {
    await rebuild(server);
    note(`\nThe site is at ${server.url}, and follows its sources  (Ctrl-C ends it)`);
    await watchFiles(sources, () => rebuild(server), { ignored: isGenerated, signal: ending.signal });
  } finally {
    await server.close();
  }
}

/** Runs the steps whose inputs have changed, then reloads the pages or shows the error on them. */
async function rebuild(server) {
  const start = performance.now();
  try {
    let hasRun = false;
    for (const step of developmentSteps) hasRun = (await runStep(step, { isQuiet: true })) || hasRun;
    server.show(null);
    if (!hasRun) return;
    server.reload();
    note(`  on the page after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    server.show(textOf(error));
    note(`\n${textOf(error)}\n`);
  }
}
