// The packed package in the runtimes: the answer is on the standard output, or in a response.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { node, run, start } from "./support/process.mjs";
import { cleanUp, project, tool } from "./support/project.mjs";

let cwd;
before(async () => {
  cwd = await project("runtime");
});
after(cleanUp);

const answer = "wasm critical\n";
const later = tool("node-24", "bin", "node");
const bun = tool("@oven", "bun-linux-x64", "bin", "bun");
const deno = tool("@deno", "linux-x64-glibc", "deno");
const workerd = tool("@cloudflare", "workerd-linux-64", "bin", "workerd");
const missing = (binary) => (binary === undefined ? "npm has no binary for this machine" : false);

test("the Node of these tests imports it", async () => {
  assert.equal(await node(["answer.mjs"], { cwd }), answer);
  assert.equal(await node(["inline.mjs"], { cwd }), answer);
});

const requires = process.features.require_module
  ? false
  : `Node ${process.version} requires no modules: 20.19 and 22.12 do`;
test("and requires it", { skip: requires }, async () => {
  // Node 20 says beside the answer that this is new to it.
  assert.match(await node(["answer.cjs"], { cwd }), /^wasm critical$/m);
});

test("Node 24 imports it, and requires it", { skip: missing(later) }, async () => {
  for (const script of ["answer.mjs", "inline.mjs", "answer.cjs"])
    assert.equal(await run(later, [script], { cwd }), answer);
});

test("Bun imports it, and requires it", { skip: missing(bun) }, async () => {
  for (const script of ["answer.mjs", "inline.mjs", "answer.cjs"])
    assert.equal(await run(bun, [script], { cwd }), answer);
});

test("Deno imports it, with leave to read the engine, or inline with no leave at all", {
  skip: missing(deno),
}, async () => {
  // A folder of its own, which it would else make at home.
  const env = { DENO_DIR: `${cwd}/.deno`, DENO_NO_UPDATE_CHECK: "1" };
  assert.equal(
    await run(deno, ["run", "--no-prompt", "--allow-read=node_modules", "answer.mjs"], { cwd, env }),
    answer,
  );
  assert.equal(await run(deno, ["run", "--no-prompt", "inline.mjs"], { cwd, env }), answer);
  await assert.rejects(run(deno, ["run", "--no-prompt", "answer.mjs"], { cwd, env }), /read access/);
});

test("workerd imports it, with the engine as a module", { skip: missing(workerd) }, async () => {
  const folder = await project("workerd");
  const args = ["serve", "wrangler.json", "--socket-addr", "http=127.0.0.1:0", "--control-fd=1"];
  const server = await start(workerd, args, { cwd: folder, until: /"port":(\d+)/ });
  try {
    const response = await fetch(`http://127.0.0.1:${server.found}/`, { signal: AbortSignal.timeout(60_000) });
    assert.equal(await response.text(), answer.trim());
  } finally {
    server.stop();
  }
});
