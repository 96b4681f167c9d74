/** Pages of somebody else, beside the package on the test server, each under a header of its own. */

import type { Page } from "@playwright/test";

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
  /** Where it stands: `name` of the page, beside case-slo/. */
  name?: string;
}

/** Opens a page that loads every element, unless it has a head of its own. */
export async function openPortal(page: Page, { body, head, header = strict, name = "portal.html" }: Portal): Promise<void> {
  await page.route(`**/${name}`, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": header },
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
        ${head ?? '<script type="module" src="case-slo/elements/define.js"></script>'}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(name);
}
