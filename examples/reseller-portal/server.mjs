// The portal: its pages under the strictest header, the package beside them, and a place for tickets.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A portal knows its own header: it says which engine its pages ask for. */
const engine = process.argv.includes("--wasm") ? "wasm" : "js";

const headers = {
  "Content-Security-Policy": [
    "default-src 'none'",
    `script-src 'self'${engine === "wasm" ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const own = fileURLToPath(new URL("public/", import.meta.url));
const published = dirname(createRequire(import.meta.url).resolve("case-slo/package.json"));

/** The file that an address means; nothing outside the two folders is ever meant. */
function fileFor(path) {
  if (path === "/") return join(own, "index.html");
  if (path === "/en") return join(own, "en.html");
  if (path === "/policy.json") return join(published, "policies", "boreal-care.json");
  const [folder, rest] = path.startsWith("/case-slo/")
    ? [join(published, "dist", sep), path.slice(10)]
    : [own, path.slice(1)];
  const file = normalize(join(folder, rest));
  return file.startsWith(folder) ? file : undefined;
}

async function page(file) {
  const bytes = await readFile(file);
  return extname(file) === ".html" ? bytes.toString("utf8").replaceAll("{{engine}}", engine) : bytes;
}

let number = 1041;

/** What a portal does with a ticket; here it is given a number, and forgotten. */
async function receive(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const ticket = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  number += 1;
  return JSON.stringify({ number: `B-${number}`, ...ticket });
}

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://portal").pathname);
  try {
    if (request.method === "POST" && path === "/tickets") {
      const body = await receive(request);
      response.writeHead(201, { ...headers, "Content-Type": types[".json"] }).end(body);
      return;
    }
    const file = fileFor(path);
    if (file === undefined) throw new Error("no such page");
    const body = await page(file);
    response
      .writeHead(200, { ...headers, "Content-Type": types[extname(file)] ?? "application/octet-stream" })
      .end(body);
  } catch {
    response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end("No such page.\n");
  }
});

server.listen(Number(process.env.PORT ?? 4200), "127.0.0.1", () => {
  console.log(`The portal is at http://127.0.0.1:${server.address().port}/`);
});
