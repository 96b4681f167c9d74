// The package as somebody installs it: its files, the README's example, its types.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { install, node, output, root } from "./support/installed.mjs";

let installed;
before(async () => {
  installed = await install();
});
after(() => installed?.remove());

test("the package holds what its exports name, its licences, and no sources", async () => {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const named = Object.values(exports)
    .flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)))
    .filter((path) => !path.includes("*"))
    .map((path) => path.slice(2));
  const always = [
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "dist/THIRD-PARTY-NOTICES.txt",
    "policies/cisco-spark-swss.json",
  ];
  for (const path of [...named, ...always]) assert.ok(installed.files.includes(path), `${path} is missing`);
  const sources = installed.files.filter((path) => /\.(rs|tsx?)$/.test(path) && !path.endsWith(".d.ts"));
  assert.deepEqual(sources, []);
});

test("every element has an entry of its own, with its types", () => {
  const entries = installed.files.filter((path) => /^dist\/elements\/define(-\w+)?\.js$/.test(path));
  assert.ok(entries.length > 8, entries.join(" "));
  for (const path of entries) assert.ok(installed.files.includes(path.replace(/js$/, "d.ts")), `${path} has no types`);
});

test("the package has no dependency", async () => {
  const { dependencies, packages } = JSON.parse(await readFile(join(installed.folder, "package-lock.json"), "utf8"));
  assert.equal(dependencies, undefined);
  assert.deepEqual(Object.keys(packages).filter(Boolean), ["node_modules/case-slo"]);
});

test("the example of the README runs and prints what the README says", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const example = /```js\n(import \{[^`]*?from "case-slo";[^`]*)```\s+```text\n([^`]*)```/.exec(readme);
  assert.ok(example, "the README has an example in JavaScript, followed by its output");
  const [, code, output] = example;
  assert.ok(code.trim().split("\n").length <= 10, "the example has at most ten lines");
  await writeFile(join(installed.folder, "example.mjs"), code);
  const printed = await node(installed.folder, "example.mjs");
  assert.equal(printed, output);
});

test("an uncaught error prints a frame that one can read", async () => {
  const program = 'import { referencePolicy } from "case-slo"; referencePolicy().deadline("no such calendar", 0, 60);';
  const { stderr } = await node(installed.folder, "--input-type=module", "--eval", program).catch((error) => error);
  assert.match(stderr, /CaseSloError.*no such calendar/);
  const longest = Math.max(...stderr.split("\n").map((line) => line.length));
  assert.ok(stderr.length < 4_000 && longest < 300, `${stderr.length} characters, the longest line ${longest}`);
});

test("modules of the package have source maps, which bring the sources along", async () => {
  const modules = installed.files.filter((path) =>
    /^dist\/(elements\/)?(index|node|slim|inline|define-\w+|shared-\w+)\.js$/.test(path),
  );
  assert.ok(modules.length > 10);
  for (const path of modules) {
    const map = JSON.parse(await readFile(join(root, `${path}.map`), "utf8"));
    assert.equal(map.sources.length, map.sourcesContent.length, path);
    assert.ok(installed.files.includes(`${path}.map`), path);
  }
});

test("the notices name every library that is bundled", async () => {
  const notices = await readFile(join(root, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
  const maps = installed.files.filter((path) => path.endsWith(".js.map"));
  const sources = await Promise.all(
    maps.map(async (path) => JSON.parse(await readFile(join(root, path), "utf8")).sources),
  );
  const packages = sources.flat().flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  const tree = [
    "tree",
    "--locked",
    "--target",
    "wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
    "--prefix",
    "none",
  ];
  const lines = (await output(root, "cargo", ...tree)).trim().split("\n");
  const crates = lines.map((line) => line.split(" ")[0]).filter((name) => !name.startsWith("case-slo"));
  assert.ok(packages.includes("preact") && packages.includes("d3-scale"), packages.join(" "));
  assert.ok(crates.includes("serde") && crates.includes("chrono") && crates.includes("wasm-bindgen"), crates.join(" "));
  const missing = [...new Set([...packages, ...crates])].filter((name) => !notices.includes(`\n${name} `));
  assert.deepEqual(missing, []);
});

test("importing the elements where there is no browser does no harm", async () => {
  const printed = await node(
    installed.folder,
    "--input-type=module",
    "--eval",
    'await import("case-slo/elements"); console.log("fine")',
  );
  assert.equal(printed.trim(), "fine");
});

test("the types satisfy a strict compiler that checks declarations too", async () => {
  await cp(join(root, "tests/package/types"), join(installed.folder, "types"), { recursive: true });
  // The packages that a program with a framework has installed as well.
  await mkdir(join(installed.folder, "node_modules", "@types"), { recursive: true });
  for (const name of ["@types/react", "preact", "vue"]) {
    await symlink(join(root, "node_modules", name), join(installed.folder, "node_modules", name), "junction");
  }
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await node(installed.folder, tsc, "--project", "types/tsconfig.json").catch(({ stdout }) => assert.fail(stdout));
});

test("publint has no finding", async () => {
  const pack = { tarball: (await readFile(installed.tarball)).buffer };
  const { messages, pkg } = await publint({ pack, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});
