// The download sizes that the guide states.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, inRoot } from "../../tools/lib/paths.mjs";
import { brotliSize } from "../../tools/lib/size.mjs";

const guide = readFileSync(inRoot("docs", "embedding.md"), "utf8").split("## What the files hold")[1] ?? "";

/** Each file of the table with the figure beside it, in kilobytes. */
const entries = guide.split("\n").flatMap((line) => {
  const [, files = "", sizes = ""] = line.split("|");
  const figures = [...sizes.matchAll(/([\d.]+) KB/g)].map(([, figure]) => Number(figure));
  return [...files.matchAll(/`([^`]+)`/g)].map(([, name], at) => ({ name, figure: figures[at] }));
});

test("the guide lists every file of the engine", () => {
  const names = entries.map(({ name }) => name);
  for (const name of ["engine.wasm", "analysis.wasm", "js-engine.js", "case-slo.js"])
    assert.ok(names.includes(name), name);
});

for (const { name, figure } of entries) {
  const skip = process.env.CASE_SLO_ENGINE === "debug" && "it is about the engine as it is released";
  test(`${name} is no larger than the guide says`, { skip }, () => {
    const size = brotliSize(readFileSync(join(dist, name))) / 1000;
    assert.ok(size <= figure, `${name}: ${size.toFixed(1)} KB, the guide says at most ${figure}`);
  });
}
