/** A page that shows one element and little else, in the language, direction and window of a test. */

import { expect, type Page } from "@playwright/test";
import { allShown } from "./elements.mjs";
import { strictWithWasm } from "./portal.js";

interface Stage {
  /** Attributes of `html`. */
  html?: string;
  header?: string;
  /** The files of the package that the page loads. */
  script?: string;
}

const wholePackage = '<script type="module" src="case-slo/elements/define.js"></script>';

/** Opens a page with this body. */
export async function openStage(
  page: Page,
  body: string,
  { html = 'lang="en"', header = strictWithWasm, script = wholePackage }: Stage = {},
): Promise<void> {
  await page.route("**/stage.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": header },
      body: `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Portal</title>${script}</head><body><main><h1>Portal</h1><h2>Support</h2>${body}</main></body></html>`,
    }),
  );
  await page.goto("stage.html");
}

/** Waits until every element of the page shows what it is there to show. */
export async function shown(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(allShown), { intervals: [50, 100] }).toBe(true);
}
