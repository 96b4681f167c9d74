/** Complete foreign pages beside the package: on the test server, or on a server of their own. */

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { site } from "../../../tools/lib/paths.mjs";
import { serve } from "../../../tools/serve/server.mjs";

/** The strictest header that a portal sets: no WebAssembly either. */
export const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The same, with WebAssembly. */
export const strictWithWasm = strict.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

interface Portal {
  body: string;
  head?: string;
  header?: string;
  /** Its address: the `name` of the page, beside case-slo/. */
  name?: string;
}

const document = ({
  body,
  head = '<script type="module" src="case-slo/elements/define.js"></script>',
}: Portal): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>${head}</head><body>${body}</body></html>`;

/** Opens a page that loads every element, unless it has a head of its own. */
export async function openPortal(page: Page, portal: Portal): Promise<void> {
  const { header = strict, name = "portal.html" } = portal;
  await page.route(`**/${name}`, (route) =>
    route.fulfill({ contentType: "text/html", headers: { "content-security-policy": header }, body: document(portal) }),
  );
  await page.goto(name);
}

/** A portal on a server of its own, as a page has to be that frames one of another server on this machine. */
export async function servePortal(portal: Portal): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "case-slo-portal-"));
  symlinkSync(join(site, "case-slo"), join(folder, "case-slo"), "dir");
  writeFileSync(join(folder, "index.html"), document(portal));
  const server = await serve({ folder, policy: portal.header ?? strict });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
