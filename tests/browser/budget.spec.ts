/** The bytes that the wizard's page really downloads, against the sum that the budget is checked with. */

import type { Request } from "@playwright/test";
import { partsOf, wizardLimit } from "../../tools/lib/budgets.mjs";
import { brotliSize } from "../../tools/lib/size.mjs";
import { expect, test } from "./support/site.js";

test.skip(process.env["CASE_SLO_ENGINE"] === "debug", "a debug build of the engine has no budget");

for (const name of ["index.html", "en/index.html"]) {
  test(`${name} loads what its budget counts, in brotli, and nothing more until the result`, async ({ page }) => {
    const loaded = new Map<string, { size: number; encoding: string | undefined }>();
    const note = async (request: Request): Promise<void> => {
      const response = await request.response();
      if (response === null) return;
      const { pathname } = new URL(request.url());
      loaded.set(pathname.slice(1), {
        size: brotliSize(await response.body()),
        encoding: response.headers()["content-encoding"],
      });
    };
    const noted: Promise<void>[] = [];
    page.on("requestfinished", (request) => noted.push(note(request)));
    await page.goto(name);
    await page.locator('slo-wizard input[value="unavailable"]').check();
    await page.locator("slo-wizard form button[type=submit]").click();
    await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toBeFocused();
    await page.waitForLoadState("networkidle");
    await Promise.all(noted);

    // The icon is fetched behind the page's back.
    const counted = partsOf(name).filter(({ name }) => name !== "favicon.svg");
    loaded.delete("favicon.svg");
    expect([...loaded.keys()].sort()).toEqual(counted.map(({ name }) => name).sort());
    expect([...loaded].filter(([, { encoding }]) => encoding !== "br").map(([path]) => path)).toEqual([]);
    const sum = [...loaded.values()].reduce((total, { size }) => total + size, 0);
    expect(sum).toBeLessThanOrEqual(wizardLimit);
    expect(sum).toBe(counted.reduce((total, { size }) => total + size, 0));
  });
}
