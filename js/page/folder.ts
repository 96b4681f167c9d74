/** The page as a folder for a static host: the same document with its script and style beside it, and a service worker. */

import type { Policy } from "../index.js";
import { digest, type PageScript, type PageSettings, pageParts, strict } from "./document.js";

/** Returns the files of the folder by their names. */
export async function pageFolder(
  policy: Policy,
  settings: PageSettings,
  script: PageScript,
): Promise<Map<string, string>> {
  const { html, css } = pageParts(policy, settings);
  const named = async (text: string, ending: string) => `page-${await shortDigest(text)}.${ending}`;
  const [scriptName, styleName] = [await named(script.text, "js"), await named(css, "css")];
  const wasm = script.engine === "wasm" ? " 'wasm-unsafe-eval'" : "";
  const contentPolicy = `${strict}; script-src 'self'${wasm}; style-src 'self'; worker-src 'self'; trusted-types case-slo-page`;
  const index = html(
    `<script src="${scriptName}"></script>`,
    `<link rel="stylesheet" href="${styleName}">`,
    contentPolicy,
    { "data-worker": workerName },
  );
  const files = ["./", scriptName, styleName];
  return new Map([
    ["index.html", index],
    [scriptName, script.text],
    [styleName, css],
    [workerName, workerOf(files, await shortDigest(index))],
  ]);
}

const workerName = "service-worker.js";

/** Returns the start of the digest of a text, in letters and figures, as a version in names. */
const shortDigest = async (text: string): Promise<string> =>
  (await digest(text))
    .slice("sha256-".length)
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, 12);

/**
 * Returns the service worker: it keeps the files of one edition. A visit takes the page from the network, and from the kept files if
 * the network does not answer within three seconds.
 */
const workerOf = (files: readonly string[], version: string): string => `// Written by case-slo page.
const prefix = \`case-slo-page \${registration.scope} \`;
const kept = prefix + ${JSON.stringify(version)};
const files = ${JSON.stringify(files)};

addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(requests)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(prefix) && name !== kept;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
});

async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, 3000));
  const live = fetch(request).then((answer) => (answer.ok ? answer : undefined), () => undefined);
  const answer = await Promise.race([live, late]);
  return answer ?? (await caches.match("./", { ignoreSearch: true })) ?? live.then((answer) => answer ?? Response.error());
}
`;
