/** A page of somebody else in Chromium, beside the package and under a header of its own. */

import { expect, type Page } from "@playwright/test";
import { allShown } from "./elements.mjs";

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
export const withWasm = strict.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

interface Portal {
  /** Attributes of `html`. */
  html?: string;
  header?: string;
  /** What the page loads of the package. */
  script?: string;
}

const wholePackage = '<script type="module" src="case-slo/elements/define.js"></script>';

/** Opens a page with this body. */
export async function openPortal(page: Page, body: string, { html = 'lang="en"', header = withWasm, script = wholePackage }: Portal = {}): Promise<void> {
  await page.route("**/portal.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": header },
      body: `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Portal</title>${script}</head><body><main><h1>Portal</h1>${body}</main></body></html>`,
    }),
  );
  await page.goto("portal.html");
}

/** Waits until every element of the page shows what it is there to show. */
export async function shown(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(allShown), { timeout: 20_000 }).toBe(true);
}
