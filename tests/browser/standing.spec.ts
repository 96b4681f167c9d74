/** Each objective is shown with its standing, contractual or informational (P2, P3); a page says once that it is not a guarantee. */

import { expect, languages, test, visibleText } from "./support/site.js";
import { shown } from "./support/stage.js";

const high = "cisco-spark-swss@1.0.0/service:degraded/impact:minimal";

/** Each element that shows an objective, with a page that has it. */
const places = [
  { page: `index.html#${high}&tier=premium`, tag: "slo-wizard" },
  { page: `prepare.html#${high}&tier=premium`, tag: "slo-intake" },
  { page: "calculator.html", tag: "slo-calculator" },
  { page: "calculator.html", tag: "slo-clock" },
  { page: "calculator.html", tag: "slo-table" },
  { page: "tiers.html", tag: "slo-tiers" },
] as const;

const said = {
  "fr-CA": {
    direct: "Les objectifs font partie de votre contrat.",
    reseller:
      "À titre informatif\u00a0: le contrat, s’il y en a un, est celui de l’entreprise qui vous a vendu le service.",
    unknown:
      "Selon l’entreprise qui vous a vendu le service, les objectifs peuvent n’être donnés qu’à titre informatif.",
    guarantee: /garantie/g,
  },
  en: {
    direct: "The objectives are part of your contract.",
    reseller: "For information only: the contract, if any, is with the company that sold you the service.",
    unknown: "Depending on who sold you the service, the objectives may be for information only.",
    guarantee: /guarantee/g,
  },
} as const;

for (const { language, folder } of languages) {
  for (const { page: address, tag } of places) {
    test(`${tag} shows the standing of its objectives (${language})`, async ({ page }) => {
      await page.goto(`${folder}${address}`);
      await page.evaluate(async (name) => {
        await import(`/case-slo/elements/define-${name.replace("slo-", "")}.js`);
        const known = document.querySelector(name);
        const element = known ?? document.querySelector("main")!.appendChild(document.createElement(name));
        // The clock of the page runs on another policy, and on a case of its own.
        element.removeAttribute("policy");
        if (name === "slo-clock") {
          for (const [key, value] of Object.entries({
            tier: "premium",
            severity: "high",
            submitted: "2026-11-24T07:00:00Z",
          }))
            element.setAttribute(key, value);
        }
      }, tag);
      const standing = page.locator(tag).locator("[part=standing]").first();
      await expect(standing).toContainText(said[language].unknown);
      for (const sale of ["direct", "reseller"] as const) {
        await page.locator(tag).evaluate((element, value) => element.setAttribute("sale", value), sale);
        if (tag !== "slo-wizard") await expect(standing).toContainText(said[language][sale]);
      }
    });
  }

  test(`a permalink knows who sold the service (${language})`, async ({ page }) => {
    await page.goto(`${folder}index.html#${high}&tier=premium&sale=reseller`);
    await expect(page.locator("slo-wizard").locator("[part=standing]")).toContainText(said[language].reseller);
  });

  for (const address of [
    `index.html#${high}&tier=enhanced`,
    `prepare.html#${high}&tier=enhanced`,
    "calculator.html",
    "tiers.html",
    "description.html",
  ]) {
    test(`${address.split("#")[0]} says at most once that an objective is no guarantee (${language})`, async ({
      page,
    }) => {
      await page.goto(`${folder}${address}`);
      await shown(page);
      const mentions = async () => ((await visibleText(page)).match(said[language].guarantee) ?? []).length;
      await expect.poll(mentions).toBe(address.startsWith("tiers") ? 0 : 1);
    });
  }

  test(`the written objectives of the description say it too (${language})`, async ({ page }) => {
    await page.goto(`${folder}description.html`);
    const section = page.locator("section", { has: page.locator("#objectives") });
    await expect(section).toContainText(
      language === "en"
        ? "An authorized reseller: the objectives are for information only."
        : "Un revendeur agréé\u00a0: les objectifs sont donnés à titre informatif.",
    );
  });
}

test("a policy of one’s own that makes no difference says nothing", async ({ page }) => {
  await page.goto("en/calculator.html");
  await page.locator("slo-calculator").evaluate(async (element) => {
    const response = await fetch("../policies/boreal-care.json");
    const { context: _, advice: __, features: ___, ...policy } = (await response.json()) as Record<string, unknown>;
    (element as unknown as { policy: object }).policy = policy;
  });
  const standing = page.locator("slo-calculator").locator("[part=standing]");
  await expect(page.locator("slo-calculator").getByLabel("Service tier")).toContainText("Complete");
  await expect(standing).toHaveText(/^\s*This is an objective, not a guarantee\.\s*$/);
});
