/** The calculator inside its article. */

import { expect, findingsOfAxe, languages, test } from "./support/site.js";

for (const { language, folder } of languages) {
  test.describe(language, () => {
    test("a tier, a severity and a moment give the deadline", async ({ page }) => {
      await page.goto(`${folder}calculator.html`);
      await page.locator("slo-calculator #tier").selectOption("enhanced");
      await page.locator("slo-calculator #severity").selectOption("high");
      await page.locator("slo-calculator .choice input").nth(1).check();
      await page.locator("slo-calculator #moment").fill("2026-02-03T02:14");
      await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-02-03T07:44:00Z");
      await page.locator("slo-calculator #severity").selectOption("low");
      await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-02-03T09:14:00Z");
    });

    test("the basic tier states no objective, and no figure", async ({ page }) => {
      await page.goto(`${folder}calculator.html`);
      await page.locator("slo-calculator #tier").selectOption("basic");
      await expect(page.locator("slo-calculator .no-due-time")).toBeVisible();
      await expect(page.locator("slo-calculator .moment")).toHaveCount(0);
    });

    test("a desk that closes shows every stretch, counted or not, in a picture and a table", async ({ page }) => {
      await page.goto(`${folder}calculator.html`);
      const clock = page.locator("slo-clock");
      await expect(clock.locator(".moment")).toHaveAttribute("datetime", "2026-12-28T14:30:00Z");
      const counting = clock.locator("details").first();
      await counting.locator("summary").click();
      await expect(counting.locator("svg.picture")).toBeVisible();
      await expect(counting.locator("tbody tr")).toHaveCount(await counting.locator("svg.picture .stretch").count());
      await expect(
        counting.getByRole("row", { name: language === "en" ? /Christmas Day/ : /Noël/ }).first(),
      ).toBeVisible();
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    for (const colorScheme of ["light", "dark"] as const) {
      test(`has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(`${folder}calculator.html`);
        await expect(page.locator("slo-calculator .moment")).toBeVisible();
        expect(await findingsOfAxe(page)).toEqual([]);
      });
    }
  });
}
