// The documents name files that exist.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { root } from "../../tools/lib/paths.mjs";

// The pages of fixtures link to pages of the sites that tools build from them.
const documents = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((name) => !name.includes("/fixtures/"));
const textOf = (name) => readFileSync(join(root, name), "utf8");

test("every link to a file of the project leads to one", () => {
  const broken = documents.flatMap((name) =>
    [...textOf(name).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, path]) => path)
      .filter((path) => !existsSync(join(root, dirname(name), path)))
      .map((path) => `${name}: ${path}`),
  );
  assert.ok(documents.length > 20);
  assert.deepEqual(broken, []);
});

test("every path that the architecture and the guide for contributors name exists", () => {
  const built = /^(js\/generated|js\/elements\/define|dist|site|\.cache)/;
  const missing = ["docs/architecture.md", "CONTRIBUTING.md", "tools/README.md"].flatMap((name) => {
    const paths = [
      ...textOf(name).matchAll(/`((?:src|crates|js|www|tools|tests|docs|policies|benches|fuzz|examples)\/[\w./-]*)`/g),
    ];
    return paths
      .map(([, path]) => path)
      .filter((path) => !built.test(path) && !existsSync(join(root, path)))
      .map((path) => `${name}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test("the functions and messages that the architecture names for a due time exist in the files that it names", () => {
  const text = textOf("docs/architecture.md");
  const functions = [...text.matchAll(/\| `([\w/.]+\.rs)` \| `\w+::(\w+)`/g)];
  assert.ok(functions.length >= 3);
  for (const [, path, name] of functions) assert.match(textOf(path), new RegExp(`fn ${name}\\b`), `${path}: ${name}`);
  const [, sentence] = /The \*\*sentence\*\*([\s\S]*?)\n\n/.exec(text);
  const messages = [...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name).filter((name) => name !== "words");
  assert.ok(messages.includes("due"));
  for (const path of ["js/messages/en.tsx", "js/messages/fr-CA.tsx"])
    for (const name of messages) assert.match(textOf(path), new RegExp(`^ +${name}:`, "m"), `${path}: ${name}`);
});
