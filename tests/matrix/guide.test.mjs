// The guide describes the fixtures: docs/embedding.md contains each setting of a fixture.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support/project.mjs";

const fixtures = join(root, "tests/matrix/fixtures");
const guide = await readFile(join(root, "docs/embedding.md"), "utf8");
const tested = guide.slice(guide.indexOf("## What is tested"));

/** Settings that the guide leaves to authors of libraries, or that are defaults: their names and outputs. */
const obvious = /build: \{ lib: \{.*\} \},|testEnvironment: "node"/;

test("the guide contains every setting that a project needs", async () => {
  const settings = [];
  for (const folder of await readdir(fixtures)) {
    for (const name of await readdir(join(fixtures, folder))) {
      if (!/\.config\.m?js$/.test(name)) continue;
      const [, body] = /export default \{(.*)\};/s.exec(await readFile(join(fixtures, folder, name), "utf8"));
      const setting = body.replace(/\s+/g, " ").replace(obvious, "").trim().replace(/,$/, "");
      settings.push(setting);
      assert.ok(tested.includes(setting), `${folder}/${name} sets ${setting}`);
    }
  }
  assert.equal(settings.length, 4);
});
