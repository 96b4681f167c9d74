// A portal: a few pages beside the package, under a header of its own.

import { copyFile, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist } from "../../../../tools/lib/paths.mjs";
import { serve } from "../../../../tools/serve/server.mjs";

/** The strictest header there is: no WebAssembly either. */
export const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** The same, with WebAssembly. */
export const withWasm = strict.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const page = (body) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Portal</title><script src="watch.js"></script>
    <script type="module" src="case-slo/elements/define.js"></script></head>
  <body>${body}</body>
</html>`;

/**
 * Serves pages with these bodies, by their names, until `close` is called.
 *
 * @param {Record<string, string>} bodies
 * @param {string} policy
 */
export async function openPortal(bodies, policy = withWasm) {
  const folder = await mkdtemp(join(tmpdir(), "case-slo-portal-"));
  await symlink(dist, join(folder, "case-slo"), "dir");
  await copyFile(fileURLToPath(new URL("watch.js", import.meta.url)), join(folder, "watch.js"));
  for (const [name, body] of Object.entries(bodies)) await writeFile(join(folder, `${name}.html`), page(body));
  const server = await serve({ folder, policy });
  return {
    url: (name) => `${server.url}${name}.html`,
    package: `${server.url}case-slo/`,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until an expression is true in the page, and gives its value. */
export async function until(browser, expression, patience = 60_000) {
  for (const from = Date.now(); Date.now() - from < patience; ) {
    const value = await browser.evaluate(expression);
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came true: ${expression}`);
}
