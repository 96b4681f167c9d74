// The server of `npm run dev`: the file server, under the same strict headers, whose pages reload on demand and
// show why a build failed. Pages learn of both through server-sent events, which `connect-src 'self'` permits.

import { readFile } from "node:fs/promises";
import { contentSecurityPolicy, ownHeaders } from "./headers.mjs";
import { findFile, serve } from "./server.mjs";

const script = new URL("live-client.js", import.meta.url);

/** Addresses below the base of the site that are not files. */
const names = { client: "live/client.js", events: "live/events" };

/**
 * Serves a folder as `serve` does, until `close` is called. `reload` reloads every open page; `show` puts a problem on every
 * page, including pages that are opened later; null removes it.
 *
 * @param {{folder: string, base?: string, port?: number}} options
 * @returns {Promise<{url: string, reload: () => void, show: (problem: string | null) => void, close: () => Promise<void>}>}
 */
export async function serveLive({ folder, base = "/", port }) {
  const pages = new Set();
  let problem = null;
  const message = (data) => `data: ${JSON.stringify(data)}\n\n`;
  const send = (data) => {
    for (const page of pages) page.write(message(data));
  };

  const first = async (request, response) => {
    if (request.url === `${base}${names.events}`) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(message({ problem }));
      pages.add(response);
      response.on("close", () => pages.delete(response));
      return true;
    }
    if (request.url === `${base}${names.client}`) {
      response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" });
      response.end(await readFile(script));
      return true;
    }
    // Only a top-level page gets the script: a page in an iframe is reloaded with the page around it.
    if (request.method !== "GET" || request.headers["sec-fetch-dest"] !== "document") return false;
    const { file } = await findFile(folder, base, request.url);
    if (!file?.endsWith(".html")) return false;
    const headers = { "Content-Security-Policy": contentSecurityPolicy };
    response.writeHead(200, {
      ...headers,
      ...ownHeaders(file, headers),
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
    });
    const tag = `<script type="module" src="${base}${names.client}"></script>`;
    response.end((await readFile(file, "utf8")).replace("</head>", `${tag}</head>`));
    return true;
  };

  const { url, close } = await serve({ folder, base, port, first });
  return {
    url,
    close,
    reload: () => send({ reload: true }),
    show: (text) => {
      problem = text;
      send({ problem });
    },
  };
}
