import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { runNode } from "../lib/command.mjs";
import { api, elements } from "../lib/entries.mjs";
import { removeFiles } from "../lib/folders.mjs";
import { cache, dist, generated, nodeTool } from "../lib/paths.mjs";

// Node has the declarations of the index.
const entries = [
  ...api.filter((name) => name !== "node"),
  ...elements.map((name) => `elements/${name}`),
  "frame/host",
  "ssr/index",
  "markdown/index",
  ...["react", "preact", "vue"].map((name) => `jsx/${name}`),
];

/** The declarations of the package: only those that an entry reaches. */
export const types = {
  name: "types",
  title: "Type declarations",
  inputs: ["js", "js/generated/attributes.d.ts", "tsconfig.json", "tools/declarations.json", "package-lock.json"],
  outputs: entries.map((name) => `dist/${name}.d.ts`),
  async run() {
    const emitted = join(cache, "declarations");
    rmSync(emitted, { recursive: true, force: true });
    await runNode(nodeTool("typescript", "bin", "tsc"), ["--project", "tools/declarations.json", "--outDir", emitted]);

    removeFiles(dist, (name) => name.endsWith(".d.ts"));
    for (const name of reachable(emitted, entries)) {
      mkdirSync(dirname(join(dist, name)), { recursive: true });
      copyFileSync(join(emitted, name), join(dist, name));
    }
    mkdirSync(join(dist, "generated"), { recursive: true });
    copyFileSync(join(generated, "attributes.d.ts"), join(dist, "generated", "attributes.d.ts"));
  },
};

/** The declaration files that `entries` import, themselves included. */
function reachable(folder, entries) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name) || !existsSync(join(folder, name))) return;
    found.add(name);
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)\.js"/g)) {
      visit(posix.join(posix.dirname(name), `${path}.d.ts`));
    }
  };
  for (const entry of entries) visit(`${entry}.d.ts`);
  return found;
}
