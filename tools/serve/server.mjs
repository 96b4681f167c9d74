// A file server for the site, with the strict headers. `npm start` and the browser tests share it.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { contentSecurityPolicy, mediaType, ownHeaders } from "./headers.mjs";

const firstPort = 4173;
const portsToTry = 40;

/**
 * Serves a folder on this machine until `close` is called.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.base] the path that the folder stands under, such as "/support/slo/"
 * @param {string | ((origin: string) => string)} [options.policy] the content security policy, where it is not the strict one
 * @param {Record<string, string>} [options.headers] more headers, such as those that let other origins read
 * @param {number} [options.port] this port or none; without it, the first free one from 4173 up
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<boolean>}
 *   [options.first] is asked before a file is looked for, and says whether it has answered
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ folder, base = "/", policy = contentSecurityPolicy, headers = {}, port, first }) {
  let answerFile;
  const answer = async (request, response) => {
    if (!(await first?.(request, response))) await answerFile(request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  // A browser opens connections before it has a request for them; Node does not count these among all connections.
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const ports = port === undefined ? Array.from({ length: portsToTry }, (_, step) => firstPort + step) : [port];
  await listen(server, ports);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const header = typeof policy === "function" ? policy(origin) : policy;
  answerFile = responder(folder, base, { "Content-Security-Policy": header, ...headers });
  return {
    url: `${origin}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Listens on the first of `ports` that is free. */
async function listen(server, ports) {
  for (const [index, port] of ports.entries()) {
    try {
      await new Promise((resolve, reject) => {
        server.removeAllListeners("listening").once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || index === ports.length - 1) throw error;
    }
  }
}

function responder(folder, base, own) {
  const compressed = new Map();
  const headers = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding",
    ...own,
  };
  const plain = (response, status, text, more = {}) =>
    response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8", ...more }).end(text);

  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return plain(response, 405, "Only GET and HEAD are served here.\n", { Allow: "GET, HEAD" });
    }
    const found = await findFile(folder, base, request.url);
    if (found.redirect) return plain(response, 308, "", { Location: found.redirect });
    if (!found.file) return plain(response, 404, "No such page.\n");

    const { type, compress } = mediaType(found.file);
    const ofFile = { ...headers, ...ownHeaders(found.file, own) };
    const tag = `"${found.mtimeMs.toString(36)}-${found.size.toString(36)}"`;
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, { ...ofFile, ETag: tag }).end();

    const encoding = compress ? preferred(request.headers["accept-encoding"]) : undefined;
    const key = `${encoding} ${tag} ${found.file}`;
    if (!compressed.has(key)) compressed.set(key, encode(await readFile(found.file), encoding));
    const body = compressed.get(key);
    response.writeHead(200, {
      ...ofFile,
      "Content-Type": type,
      "Content-Length": body.length,
      ETag: tag,
      ...(encoding && { "Content-Encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

/** The file of a request: for a folder its index.html, and never a file outside `folder`. */
export async function findFile(folder, base, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return {};
  }
  if (!path.startsWith(base) || path.includes("\0")) return {};
  const file = normalize(join(folder, path.slice(base.length)));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return {};
  const found = await stat(file).catch(() => undefined);
  if (!found?.isDirectory())
    return found && !path.endsWith("/") ? { file, mtimeMs: found.mtimeMs, size: found.size } : {};
  if (!path.endsWith("/")) return { redirect: `${encodeURI(path)}/` };
  const index = join(file, "index.html");
  const page = await stat(index).catch(() => undefined);
  return page ? { file: index, mtimeMs: page.mtimeMs, size: page.size } : {};
}

/** The better of the encodings that the browser accepts. */
function preferred(accepted = "") {
  const names = accepted.split(",").map((part) => part.trim());
  const accepts = (name) =>
    names.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)));
  return ["br", "gzip"].find(accepts);
}

function encode(bytes, encoding) {
  if (encoding === "br") return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  if (encoding === "gzip") return gzipSync(bytes);
  return bytes;
}
