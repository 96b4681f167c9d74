/** The pages as documents: without JavaScript, links, languages, typography, accessibility, print. */

import { readFileSync } from "node:fs";
import { expect, findingsOfAxe, languages, overflow, pages, test, visibleText } from "./support/site.js";
import { shown } from "./support/stage.js";

const policy = JSON.parse(readFileSync(new URL("../../policies/cisco-spark-swss.json", import.meta.url), "utf8")) as {
  clauses: Record<string, { text: Record<string, string> }>;
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // The collecting page reports from scripts; here are none.
  test.beforeEach(({ problems }) => void problems);

  for (const [folder, urgent, cell] of [
    ["", "Appelez tout de suite", "moins de 15 min"],
    ["en/", "Call now, using the number Cisco gave you", "less than 15 min"],
  ] as const) {
    test(`the urgent line, the definitions and the objectives read (${folder || "fr"})`, async ({ page }) => {
      await page.goto(`${folder}index.html`);
      const line = page.locator("p.urgent:not([part])");
      await expect(line).toContainText(urgent);
      await expect(line).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("table").getByRole("cell", { name: cell }).first()).toBeVisible();
      for (const id of ["D1", "D2", "D3", "D4"]) await expect(page.getByRole("link", { name: id })).toBeVisible();
    });

    test(`the calculator's page shows the objectives in its place (${folder || "fr"})`, async ({ page }) => {
      await page.goto(`${folder}calculator.html`);
      await expect(page.getByRole("table").first().getByRole("cell", { name: cell }).first()).toBeVisible();
    });

    test(`the page of reports says how to make one without it (${folder || "fr"})`, async ({ page }) => {
      await page.goto(`${folder}report.html`);
      await expect(page.getByText("npx case-slo report")).toBeVisible();
    });
  }
});

for (const { language, folder } of languages) {
  test.describe(language, () => {
    for (const name of pages) {
      test.describe(name, () => {
        test("names its language and its two versions, and has links that lead somewhere", async ({
          page,
          request,
        }) => {
          await page.goto(`${folder}${name}.html`);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          const addresses = await page
            .locator("nav.languages a")
            .evaluateAll((links) =>
              links.map((link) => [(link as HTMLAnchorElement).hreflang, (link as HTMLAnchorElement).href]),
            );
          const top = new URL(folder ? ".." : ".", page.url());
          expect(addresses).toEqual([
            ["fr-CA", new URL(`${name}.html`, top).href],
            ["en", new URL(`en/${name}.html`, top).href],
          ]);
          const links = await page
            .locator("a[href], link[href], script[src]")
            .evaluateAll((all) =>
              all.map((each) => (each as HTMLAnchorElement).href || (each as HTMLScriptElement).src),
            );
          const own = [...new Set(links)].filter((link) => link.startsWith(new URL("/", page.url()).href));
          expect(own.length).toBeGreaterThan(5);
          for (const link of own) {
            const response = await request.get(link);
            expect(response.status(), link).toBe(200);
            const fragment = decodeURIComponent(new URL(link).hash.slice(1));
            // A fragment with the version of a policy is a case, and no anchor.
            if (fragment && !fragment.includes("@")) expect(await response.text(), link).toContain(`id="${fragment}"`);
          }
        });

        test("has nothing that axe objects to, light or dark", async ({ page }) => {
          await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
          await page.goto(`${folder}${name}.html`);
          await shown(page);
          expect(await findingsOfAxe(page), "light").toEqual([]);
          await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
          expect(await findingsOfAxe(page), "dark").toEqual([]);
        });

        test("fits every window from 320 pixels up, and leaves navigation off paper", async ({ page }) => {
          await page.goto(`${folder}${name}.html`);
          await shown(page);
          for (const width of [320, 360, 768, 1280]) {
            await page.setViewportSize({ width, height: 800 });
            expect(await overflow(page), `${width} pixels`).toBeLessThanOrEqual(0);
          }
          await expect(page.locator("nav.pages")).toBeVisible();
          await page.emulateMedia({ media: "print" });
          await expect(page.locator("nav.pages")).toBeHidden();
          await expect(page.locator("h1")).toBeVisible();
        });

        test("fits a phone with text at twice its size, under a masthead that leaves room", async ({ page }) => {
          await page.setViewportSize({ width: 360, height: 780 });
          await page.goto(`${folder}${name}.html`);
          await shown(page);
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "200%";
          });
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          const masthead = await page.locator(".masthead").evaluate((element) => element.clientHeight);
          expect(masthead).toBeLessThan(780 / 4);
        });
      });
    }

    test("the description has every clause, under its id", async ({ page }) => {
      await page.goto(`${folder}description.html`);
      const ids = await page.locator(".clause").evaluateAll((clauses) => clauses.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(Object.keys(policy.clauses).toSorted());
    });

    test("a link to a clause highlights the clause", async ({ page }) => {
      await page.goto(`${folder}description.html#M11`);
      const colour = (id: string) =>
        page.locator(`#${id}`).evaluate((clause) => getComputedStyle(clause).backgroundColor);
      await expect(page.locator("#M11")).toBeInViewport();
      expect(await colour("M11")).not.toBe(await colour("M10"));
    });

    test("the first Tab offers to skip to the content", async ({ page }) => {
      await page.goto(`${folder}description.html`);
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      await expect(skip).toHaveAttribute("href", "#content");
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.locator("main")).toBeFocused();
    });
  });
}

test("French and English are equal, French first", async ({ page }) => {
  for (const { folder } of languages) {
    await page.goto(`${folder}index.html`);
    const links = page.locator("nav.languages a");
    await expect(links).toHaveText(["Français", "English"]);
    const looks = await links.evaluateAll((all) =>
      all.map((link) => {
        const { fontSize, fontWeight, color } = getComputedStyle(link);
        return [fontSize, fontWeight, color].join();
      }),
    );
    expect(looks[0]).toBe(looks[1]);
  }
});

test("on a phone the navigation is a menu: it opens over the page, leads on, and closes with Escape", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("en/index.html");
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect(pages).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(pages.getByRole("link", { name: "Prepare the request" })).toBeVisible();
  expect(await findingsOfAxe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(pages).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await pages.getByRole("link", { name: "Reports" }).click();
  await expect(page).toHaveURL(/\/en\/report\.html/);
});

test("each reader has a door, and the pages behind it are one step away", async ({ page }) => {
  await page.goto("en/index.html");
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (const [reader, heading] of [
    ["Deadlines", "When will you get a response?"],
    ["Tiers", "What each tier includes"],
    ["Reports", "Were the objectives met?"],
    ["For developers", "In your own page"],
    ["For policy authors", "Write a policy"],
    ["Get help", "Cisco Spark support: how severe, and how soon?"],
  ] as const) {
    await pages.getByRole("link", { name: reader }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(pages.locator("[aria-current]").first()).toHaveText(reader);
  }
  await pages.getByRole("link", { name: "Prepare the request" }).click();
  await expect(pages.locator("[aria-current=page]")).toHaveText("Prepare the request");
});

for (const { locale, folder, offer, leads } of [
  { locale: "en-CA", folder: "", offer: "Read this page in English", leads: /\/en\/tiers\.html$/ },
  { locale: "fr-FR", folder: "en/", offer: "Lire cette page en français", leads: /\/tiers\.html$/ },
]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test("is offered its language on a page in the other one, once, and nothing is kept", async ({ page }) => {
      await page.goto(`${folder}tiers.html`);
      const link = page.getByRole("link", { name: offer });
      await expect(link).toBeVisible();
      await page.locator("nav.pages").getByRole("link").last().click();
      await expect(link).toBeHidden();
      await page.goBack();
      await page.goto(`${folder}tiers.html`);
      expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(["", 0]);
      await page
        .getByRole("navigation", { name: /Langu/ })
        .getByRole("link")
        .nth(folder ? 0 : 1)
        .click();
      await expect(page).toHaveURL(leads);
      await expect(page.locator(".offer")).toBeHidden();
    });
  });
}

test("the language switch keeps the clause of the address", async ({ page }) => {
  await page.goto("description.html#S2");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/description\.html#S2$/);
  await expect(page.locator("#S2")).toContainText("less than 30 minutes for Enhanced");
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/\/description\.html#S2$/);
});

/** Typography that is wrong in Québec French: a plain space before a colon, % or $, or inside « »; any space before ; ! ? */
const misspaced = /[^\n]{0,20}(?: [:%$»]|« |[ \u00a0\u202f][;!?]|\d (?:h|min|s|minutes?|heures?|jours?)\b)[^\n]{0,10}/g;

for (const name of pages) {
  test(`${name}: French has its no-break spaces, and the quotes and apostrophes of print`, async ({ page }) => {
    await page.goto(`${name}.html`);
    const text = await visibleText(page);
    expect(text.length).toBeGreaterThan(200);
    expect(text.match(misspaced) ?? []).toEqual([]);
    expect(text.match(/.{0,20}['"].{0,10}/g) ?? []).toEqual([]);
  });
}
