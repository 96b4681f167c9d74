/** The page "About": what this is, and its examples. */

import { readFileSync } from "node:fs";
import { expect, findingsOfAxe, languages, test } from "./support/site.js";

for (const { language, folder } of languages) {
  test(`thirty words say what it is (${language})`, async ({ page }) => {
    await page.goto(`${folder}about.html`);
    const words = (await page.locator(".hero .lead").innerText()).split(/\s+/).filter((word) => /\p{L}/u.test(word));
    expect(words.length).toBeLessThanOrEqual(32);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
  });

  test(`questionnaire, clock, chart and check run in the page (${language})`, async ({ page }) => {
    await page.goto(`${folder}about.html`);
    await expect(page.locator("slo-wizard form input").first()).toBeVisible();
    await expect(page.locator("slo-clock [part=countdown]")).toContainText("6");
    await page.locator("#chart").scrollIntoViewIfNeeded();
    await expect(page.locator("#chart svg").first()).toBeVisible();
    await page.locator("#check").scrollIntoViewIfNeeded();
    await expect(page.locator("#check .finding")).toHaveCount(1);
    expect(await findingsOfAxe(page)).toEqual([]);
    const text = page.locator("#check textarea");
    await text.fill((await text.inputValue()).replace('["no"]', '["no", "some"]'));
    await expect(page.locator("#check .finding")).toHaveCount(0);
  });

  test(`the portal runs on the site, and its ticket stays there (${language})`, async ({ page }) => {
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
    await page.goto(`${folder}about.html`);
    await page.locator(".portal a").click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.locator("[data-alarm][href]").click();
    await expect(page).toHaveURL(/answers=/);
    const answer = page.locator("slo-wizard input[type=radio]").first();
    const form = page.locator("form:not([hidden])");
    await expect(answer.or(form).first()).toBeVisible();
    if (await answer.isVisible()) {
      await answer.check();
      await page.locator("slo-wizard form button[type=submit]").click();
    }
    await form.getByRole("button").click();
    await expect(page.locator("#sent")).toHaveText(/B-\d{4}/);
    expect(sent).toEqual([]);
    expect(await findingsOfAxe(page)).toEqual([]);
  });
}

test("the package is there to download, under the digest that the page states", async ({ page, request }) => {
  await page.goto("en/about.html");
  const link = page.getByRole("link", { name: /^Download case-slo/ });
  const bytes = await (await request.get(await link.evaluate((element: HTMLAnchorElement) => element.href))).body();
  const { createHash } = await import("node:crypto");
  await expect(page.getByText(`sha512-${createHash("sha512").update(bytes).digest("base64")}`)).toBeVisible();
});

test("the figures are those of the files", async ({ page }) => {
  await page.goto("en/about.html");
  const { brotliSize } = await import("../../tools/lib/size.mjs");
  const engine = brotliSize(readFileSync("site/case-slo/engine.wasm"));
  await expect(page.locator(".figures dd").nth(1)).toHaveText(`${Math.round(engine / 1_000)}\u00a0kB`);
});
