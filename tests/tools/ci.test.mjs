// The closing line of continuous integration, and the time limit of a command.

import assert from "node:assert/strict";
import { test } from "node:test";
import { attempt } from "../../tools/lib/command.mjs";
import { inRoot } from "../../tools/lib/paths.mjs";

/** The output and the exit code of parts, each a script for Node. */
async function ran(...scripts) {
  const parts = scripts.map((script, place) => ({ title: `part ${place + 1}`, args: ["-e", script], minutes: 5 }));
  const source = `import { ci } from ${JSON.stringify(inRoot("tools", "ci.mjs"))}; await ci(${JSON.stringify(parts)});`;
  const { code, output } = await attempt(process.execPath, ["--input-type=module", "-e", source]);
  return { code, lines: output.trim().split("\n") };
}

test("one line alone counts the tests of all parts", async () => {
  const { code, lines } = await ran(
    `console.log("first\\n\\n12 passed, 0 failed")`,
    `process.stdout.write("second\\n3 passed, 0 failed")`,
  );
  assert.equal(code, 0, lines.join("\n"));
  assert.deepEqual(
    lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line)),
    ["15 passed, 0 failed"],
  );
  assert.equal(lines.at(-1), "15 passed, 0 failed");
  assert.ok(lines.includes("first") && lines.includes("second"), lines.join("\n"));
});

test("a part that fails, and one that ends without its closing line, are failures; the others run", async () => {
  const { code, lines } = await ran(
    `console.log("10 passed, 2 failed"); process.exitCode = 1`,
    `console.log("nothing to say")`,
    `console.log("4 passed, 0 failed"); process.exitCode = 1`,
    `console.log("1 passed, 0 failed")`,
  );
  assert.deepEqual([code, lines.at(-1)], [1, "15 passed, 4 failed"], lines.join("\n"));
});

test("a command that has not ended within its time is stopped together with what it started, and has failed", async () => {
  const inner = `process.on("SIGTERM", () => process.exit()); setTimeout(() => {}, 600_000); console.log("inner")`;
  const outer = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" })`;
  const { code, output } = await attempt(
    process.execPath,
    ["-e", `${outer}; process.on("SIGTERM", () => process.exit(0))`],
    {
      minutes: 0.05,
    },
  );
  assert.equal(code, 1);
  assert.match(output, /has not ended within 0.05 minutes, and is stopped/);
});
