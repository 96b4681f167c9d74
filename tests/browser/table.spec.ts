/** `<slo-table>`: objectives and definitions from the policy. */

import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

/** The pages of the site load the elements that they show, and no other. */
const defineTable = (page: Page) =>
  page.evaluate((path) => import(path) as Promise<unknown>, "/case-slo/elements/define-table.js").then(() => undefined);

for (const { lang, folder, caption, critical, target, none } of [
  {
    lang: "fr-CA",
    folder: "",
    caption: "Réponse initiale\u00a0: objectifs",
    critical: "Critique",
    target: /en moins de 15\u00a0minutes/,
    none: "non énoncé",
  },
  {
    lang: "en",
    folder: "en/",
    caption: "Initial response: objectives",
    critical: "Critical",
    target: /in less than 15\u00a0?.minutes/,
    none: "not stated",
  },
]) {
  test(`the objectives and definitions of the reference policy, in ${lang}`, async ({ page }) => {
    await page.goto(`${folder}calculator.html`);
    await defineTable(page);
    await page.evaluate(() => {
      const table = document.createElement("slo-table");
      table.setAttribute("sale", "reseller");
      document
        .querySelector("main")
        ?.replaceChildren(Object.assign(document.createElement("h1"), { textContent: "SLO" }), table);
    });
    const table = page.getByRole("table", { name: caption });
    await expect(table).toBeVisible();
    const row = table.getByRole("row").filter({ hasText: critical });
    await expect(row.getByRole("cell").first()).toHaveText(none);
    await expect(row.getByRole("cell").last()).toHaveText(target);
    await expect(page.locator("slo-table dl > div")).toHaveCount(4);
    await expect(page.locator("slo-table")).toContainText(
      lang === "en" ? "For information only" : "À titre informatif",
    );
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("a policy of the page shows its own tiers, or one of them alone", async ({ page }) => {
  await page.goto("en/calculator.html");
  await defineTable(page);
  await page.evaluate(() => {
    const table = document.createElement("slo-table");
    table.setAttribute("policy", "../policies/boreal-care.json");
    document.querySelector("main")?.replaceChildren(table);
  });
  const columns = page.locator("slo-table").getByRole("table").first().getByRole("columnheader");
  await expect.poll(() => columns.count()).toBeGreaterThan(1);
  const all = await columns.count();
  await page.evaluate(async () => {
    const response = await fetch("../policies/boreal-care.json");
    const { tiers } = (await response.json()) as { tiers: { id: string }[] };
    document.querySelector("slo-table")?.setAttribute("tier", tiers[0]?.id ?? "");
  });
  await expect(columns).toHaveCount(2);
  expect(all).toBeGreaterThan(1);
});
