// The build tools on a machine that has only just cloned the project.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inRoot } from "../../tools/lib/paths.mjs";

const sources = ["", "lib", "serve", "stages", "steps"].flatMap((folder) =>
  readdirSync(inRoot("tools", folder))
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => join("tools", folder, name)),
);

test("no build tool needs a package before the packages are installed", () => {
  const early = sources.flatMap((path) =>
    [...readFileSync(inRoot(path), "utf8").matchAll(/^(?:import|export)\b[^;]*?from "((?!node:|\.)[^"]+)"/gm)].map(
      ([, name]) => `${path}: ${name}`,
    ),
  );
  assert.ok(sources.length > 30);
  assert.deepEqual(early, []);
});
