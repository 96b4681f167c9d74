// The packed package in other test runners.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { node } from "./support/process.mjs";
import { cleanUp, project, tool } from "./support/project.mjs";

after(cleanUp);

test("vitest runs tests that import it, with nothing to configure", async () => {
  const output = await node([tool("vitest", "vitest.mjs"), "run"], { cwd: await project("vitest") });
  assert.match(output, /Tests\s+2 passed \(2\)/);
});

test("jest runs tests that import it, in its mode for modules", async () => {
  const args = ["--experimental-vm-modules", tool("jest", "bin", "jest.js")];
  const output = await node(args, { cwd: await project("jest") });
  assert.match(output, /Tests:\s+2 passed, 2 total/);
});
