// The file server of `npm start` and of the browser tests: its headers, its media types, and what it refuses.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { serve } from "../../tools/serve/server.mjs";

const page = "<!doctype html><title>x</title>".padEnd(4_000, " ");
let folder;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "case-slo-site-"));
  await mkdir(join(folder, "site", "en"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site", "index.html"), page);
  await writeFile(join(folder, "site", "en", "index.html"), page);
  for (const path of ["report.html", "en/report.html", "dashboard.html"])
    await writeFile(join(folder, "site", path), page);
  await writeFile(join(folder, "site", "engine.wasm"), new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  server = await serve({ folder: join(folder, "site"), base: "/support/slo/" });
});
after(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path, init) => fetch(new URL(path, server.url), { redirect: "manual", ...init });

test("every page has the strict policy, and a site works under any path", async () => {
  const response = await get("./");
  assert.equal(response.status, 200);
  assert.equal(await response.text(), page);
  assert.equal(
    response.headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
      "frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
});

test("the pages of reports and of the dashboard may start one worker, and no other page may", async () => {
  const policyOf = async (path) => (await get(path)).headers.get("content-security-policy");
  assert.match(await policyOf("report.html"), /; require-trusted-types-for 'script'; trusted-types case-slo$/);
  assert.match(await policyOf("en/report.html"), /; trusted-types case-slo$/);
  assert.match(await policyOf("dashboard.html"), /; trusted-types case-slo$/);
  assert.match(await policyOf("en/index.html"), /; trusted-types 'none'$/);
  const etag = (await get("report.html")).headers.get("etag");
  // A file that is not sent again keeps its header: a browser takes the one in this answer.
  const again = await get("report.html", { headers: { "If-None-Match": etag } });
  assert.equal(again.status, 304);
  assert.match(again.headers.get("content-security-policy"), /; trusted-types case-slo$/);
});

test("the engine has the media type that streaming compilation requires", async () => {
  assert.equal((await get("engine.wasm")).headers.get("content-type"), "application/wasm");
});

test("a folder without its slash is redirected to the one with it", async () => {
  const response = await get("en");
  assert.equal(response.status, 308);
  assert.equal(response.headers.get("location"), "/support/slo/en/");
});

test("a file that the browser has is not sent again", async () => {
  const etag = (await get("./")).headers.get("etag");
  assert.equal((await get("./", { headers: { "If-None-Match": etag } })).status, 304);
});

test("brotli is sent only to a browser that accepts it", async () => {
  const { request } = await import("node:http");
  const raw = (accepts) =>
    new Promise((resolve) => {
      request(server.url, { headers: accepts ? { "Accept-Encoding": accepts } : {} }, async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({ encoding: response.headers["content-encoding"], body: Buffer.concat(chunks) });
      }).end();
    });
  const compressed = await raw("gzip, br");
  assert.equal(compressed.encoding, "br");
  assert.equal(brotliDecompressSync(compressed.body).toString(), page);
  assert.equal((await raw("br;q=0, gzip")).encoding, "gzip");
  assert.equal((await raw(undefined)).encoding, undefined);
});

test("no request gets a file outside the folder", async () => {
  const { request } = await import("node:http");
  const { hostname, port } = new URL(server.url);
  const status = (path) =>
    new Promise((resolve) =>
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode)).end(),
    );
  for (const path of [
    "/support/slo/../../secret.txt",
    "/support/slo/%2e%2e/secret.txt",
    "/support/slo/..%2fsecret.txt",
    "/support/slo/%00",
    "/support/slo/%",
    "/secret.txt",
    "/support/slo/index.html/",
  ]) {
    assert.equal(await status(path), 404, path);
  }
  assert.equal((await get("./", { method: "POST" })).status, 405);
});

test("a used port is skipped, and a requested port is not", async () => {
  const other = await serve({ folder: join(folder, "site") });
  try {
    assert.notEqual(new URL(other.url).port, new URL(server.url).port);
    await assert.rejects(serve({ folder, port: Number(new URL(other.url).port) }), { code: "EADDRINUSE" });
  } finally {
    await other.close();
  }
});
