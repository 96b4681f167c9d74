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

for (const [folder, table, cell, tier, severity] of [
  ["", "Réponse initiale", "en 2 heures au plus", "Niveau de service", "Gravité"],
  ["en/", "Initial response", "within 2 hours", "Service tier", "Severity"],
] as const) {
  test(`a cell of the table leads into the calculator, and the address follows the choice (${folder || "fr"})`, async ({
    page,
  }) => {
    await page.goto(`${folder}calculator.html`);
    const link = page
      .locator("slo-table")
      .getByRole("table", { name: new RegExp(table) })
      .getByRole("link", { name: new RegExp(cell.replaceAll(" ", "\\s")) });
    await link.last().click();
    const calculator = page.locator("slo-calculator");
    await expect(calculator.getByLabel(tier)).toHaveValue("enhanced");
    await expect(calculator.getByLabel(severity, { exact: true })).toHaveValue("low");
    await expect(calculator).toBeInViewport();
    await expect(page).toHaveURL(/#cisco-spark-swss@[\d.]+&tier=enhanced&severity=low$/);
    await calculator.getByLabel(tier).selectOption("premium");
    await expect(page).toHaveURL(/&tier=premium&severity=low/);
    await page.reload();
    await expect(calculator.getByLabel(severity, { exact: true })).toHaveValue("low");
  });
}

test("the page of deadlines shows the case that the address brings, and makes none up", async ({ page }) => {
  await page.goto(
    "en/calculator.html#cisco-spark-swss@1.0.0/service:degraded/impact:broad&tier=enhanced&at=2026-12-01T07:05:00Z",
  );
  const calculator = page.locator("slo-calculator");
  await expect(calculator.getByLabel("Severity", { exact: true })).toHaveValue("high");
  await expect(calculator.getByLabel("Service tier")).toHaveValue("enhanced");
  await expect(calculator).toContainText("2:35");
  await page.goto("about:blank");
  await page.goto("en/calculator.html");
  await expect(calculator.getByLabel("Service tier")).toHaveValue("premium");
  expect(new URL(page.url()).hash).toBe("");
});

test("a time that does not exist, or comes twice, is not changed without a word", async ({ page }) => {
  await page.goto("en/calculator.html");
  const calculator = page.locator("slo-calculator");
  await calculator.locator(".choice input").nth(1).check();
  const help = calculator.locator("#moment-help");
  await calculator.locator("#moment").fill("2026-03-08T02:30");
  await expect(help).toContainText(/Clocks are put forward that night: 3:30\sa\.m\.\s\(EDT\) counts\./);
  await calculator.locator("#moment").fill("2026-11-01T01:30");
  await expect(help).toContainText(/this time comes twice: the first, 1:30\sa\.m\.\s\(EDT\), counts\./);
  // The start has its zone, so that the night does not read backwards.
  await expect(calculator).toContainText(/Counted from .*1:30\sa\.m\.\s\(EDT\)/);
  await calculator.locator("#moment").fill("2026-11-02T01:30");
  await expect(help).not.toContainText("Clocks");
});
