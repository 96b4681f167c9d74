/** The wizard as a customer uses it: in both languages, with the mouse and with the keyboard alone. */

import type { Locator, Page } from "@playwright/test";
import { expect, findingsOfAxe, hear, languages, overflow, test } from "./support/site.js";

const words = {
  "fr-CA": {
    next: "Continuer",
    back: "Retour",
    unsure: "Je ne sais pas",
    critical: "Critique",
    low: "Faible",
    change: "Modifier",
  },
  en: { next: "Continue", back: "Back", unsure: "I am not sure", critical: "Critical", low: "Low", change: "Change" },
} as const;

const question = (page: Page): Locator => page.locator("slo-wizard form h2");
const verdict = (page: Page): Locator => page.locator("slo-wizard .verdict :is(h1, h2)");

for (const { language, folder } of languages) {
  const word = words[language];
  const answer = async (page: Page, option: string): Promise<void> => {
    await page.locator(`slo-wizard input[value="${option}"]`).check();
    await page.getByRole("button", { name: word.next }).click();
  };

  test.describe(language, () => {
    test("an outage reaches its severity in two clicks, with what to do and until when", async ({ page }) => {
      await page.goto(`${folder}index.html`);
      await answer(page, "unavailable");
      await expect(verdict(page)).toHaveText(word.critical);
      await expect(verdict(page)).toBeFocused();
      const result = page.locator("slo-wizard .result");
      await expect(result.locator(".advice-act li").first()).toContainText(language === "en" ? "Call now" : "Appelez");
      await expect(result.locator(".tier-due time").first()).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(word.critical));
    });

    test("the keyboard alone reaches the first answer", async ({ page }) => {
      await page.goto(`${folder}index.html`);
      await page.locator("slo-wizard input").first().waitFor();
      await page.locator("slo-wizard input").first().focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await expect(verdict(page)).toHaveText(word.critical);
    });

    test("a small fault takes three questions and shows the reasons", async ({ page }) => {
      await page.goto(`${folder}index.html`);
      for (const option of ["works", "minimal", "minor"]) {
        await expect(question(page)).toBeVisible();
        await answer(page, option);
      }
      await expect(verdict(page)).toHaveText(word.low);
      await expect(page.locator("slo-wizard .reasons p a")).toHaveAttribute("href", /description\.html#D4$/);
      // The definitions stand together, and that of the case is marked.
      const own = page.locator("slo-wizard .definitions tr[aria-current]");
      await expect(own).toHaveCount(1);
      await expect(own).toContainText(word.low);
    });

    test("Continue without an answer says what is missing, and stays", async ({ page }) => {
      await page.goto(`${folder}index.html`);
      await page.getByRole("button", { name: word.next }).click();
      await expect(page.locator("slo-wizard [role=alert]")).not.toBeEmpty();
      await expect(page.locator("slo-wizard input").first()).toBeFocused();
      await expect(page).toHaveTitle(language === "en" ? /^Error: / : /^Erreur\s: /);
    });

    test("a visitor who is not sure gets the most severe level that fits, and reads why", async ({ page }) => {
      await page.goto(`${folder}index.html`);
      const heading = page.locator("slo-wizard form h2, slo-wizard .verdict :is(h1, h2)");
      for (let asked = 0; asked < 4 && !(await verdict(page).isVisible()); asked += 1) {
        const before = (await heading.textContent()) ?? "";
        await page.getByLabel(word.unsure).check();
        await page.getByRole("button", { name: word.next }).click();
        await expect(heading).not.toHaveText(before);
      }
      await expect(verdict(page)).toHaveText(word.critical);
      // The visitor left it open: the description is neither silent nor the reason.
      const unsure = page.locator("slo-wizard .unsure");
      await expect(unsure).toContainText(
        language === "en"
          ? "To be safe, this is the most severe level"
          : "Par prudence, voici la gravité la plus élevée",
      );
      await expect(page.locator("slo-wizard .reasons")).not.toContainText(
        language === "en" ? "does not cover" : "ne prévoit pas",
      );
      // Each open answer leads to its question, and back to the result.
      const open = unsure.locator("ul").first().getByRole("button");
      const count = await open.count();
      expect(count).toBeGreaterThan(1);
      await open.first().click();
      await page.locator("slo-wizard input").nth(1).check();
      await page.getByRole("button", { name: word.next }).click();
      await expect(unsure.locator("ul").first().getByRole("button")).not.toHaveCount(count);
    });

    for (const colorScheme of ["light", "dark"] as const) {
      test(`neither the question nor the result has anything that axe objects to, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(`${folder}index.html`);
        await expect(question(page)).toBeVisible();
        expect(await findingsOfAxe(page)).toEqual([]);
        await answer(page, "unavailable");
        await page.locator("slo-wizard .tier input[value=premium]").check();
        await page.locator("slo-wizard details").evaluateAll((all) => all.map((each) => each.setAttribute("open", "")));
        expect(await findingsOfAxe(page)).toEqual([]);
      });
    }

    test("question and result fit a phone", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${folder}index.html`);
      await expect(question(page)).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await answer(page, "unavailable");
      await expect(verdict(page)).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
}

const answer = async (page: Page, option: string): Promise<void> => {
  await page.locator(`slo-wizard input[value="${option}"]`).check();
  await page.getByRole("button", { name: words.en.next }).click();
};

test("the browser’s Back and the link Back keep the answers", async ({ page }) => {
  await page.goto("en/index.html");
  const first = (await question(page).textContent()) ?? "";
  await answer(page, "works");
  await expect(question(page)).not.toHaveText(first);
  const second = await question(page).textContent();
  await answer(page, "minimal");
  await page.goBack();
  await expect(question(page)).toHaveText(second ?? "");
  await expect(page.locator("slo-wizard input[value=minimal]")).toBeChecked();
  await page.getByRole("button", { name: words.en.back }).click();
  await expect(page.locator("slo-wizard input[value=works]")).toBeChecked();
});

test("a permalink opens at the result, in the other language too", async ({ page }) => {
  await page.goto("en/index.html");
  await answer(page, "unavailable");
  await page.locator("slo-wizard .tier input[value=premium]").check();
  await expect(page).toHaveURL(/#cisco-spark-swss@[^/]+\/service:unavailable&tier=premium&at=[-\d]+T[:\d]+Z$/);
  await page.locator(".languages").getByRole("link", { name: "Français" }).click();
  await expect(verdict(page)).toHaveText(words["fr-CA"].critical);
  await expect(page.locator("slo-wizard .tier input[value=premium]")).toBeChecked();
});

test("an answer can be changed from the result", async ({ page }) => {
  await page.goto("en/index.html");
  await answer(page, "unavailable");
  await page.getByRole("button", { name: words.en.change }).first().click();
  await expect(page.locator("slo-wizard input[value=unavailable]")).toBeChecked();
  await answer(page, "degraded");
  await answer(page, "partial");
  await expect(verdict(page)).toHaveText("High");
});

test("a case that nobody answered in time says how to escalate", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-02-03T07:14:00Z") });
  await page.goto("en/index.html#cisco-spark-swss@1.0.0/service:unavailable&tier=premium&at=2026-02-03T07:14:00Z");
  await expect(verdict(page)).toHaveText(words.en.critical);
  await expect(page.locator("slo-wizard .moment")).toContainText("2:29");
  await page.clock.runFor("20:00");
  await expect(page.locator("slo-wizard .overdue").first()).toBeVisible();
  await expect(page.locator("slo-wizard .advice-escalate")).toContainText("TAC duty manager");
});

test("a blocked engine leaves the work to the engine in JavaScript", async ({ page, problems }) => {
  await page.route("**/engine.wasm", (route) => route.abort());
  await page.goto("en/index.html");
  await answer(page, "unavailable");
  await expect(verdict(page)).toHaveText(words.en.critical);
  problems.length = 0;
});

test("without any engine, one sentence says so, and the table stays", async ({ page, problems }) => {
  await page.route(/\/(engine\.wasm|js-engine\.js)$/, (route) => route.abort());
  await page.goto("en/index.html");
  await expect(page.locator("slo-wizard [part=error]")).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
  problems.length = 0;
});

test("while the element's files are on their way, and if they never come, the page says what it can", async ({
  page,
  problems,
}) => {
  const files: (() => Promise<void>)[] = [];
  await page.route("**/scripts/wizard*", (route) => {
    files.push(() => route.abort());
  });
  await page.goto("en/index.html", { waitUntil: "commit" });
  const table = page.getByRole("table").first();
  await expect(table).toBeVisible();
  await expect.poll(() => files.length).toBeGreaterThan(0);
  for (const fail of files) await fail();
  await expect(table).toBeVisible();
  problems.length = 0;
});

test("the page loads the engine of the elements and no other", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
  await page.goto("en/index.html");
  await expect(question(page)).toBeVisible();
  expect(loaded.filter((name) => name.endsWith(".wasm"))).toEqual(["engine.wasm"]);
});

test("the whole engine replaces the engine of the elements under a running wizard", async ({ page }) => {
  // A page with the package as published; the wizard of the first page is in a bundle of its own.
  await page.goto("en/about.html");
  await expect(question(page)).toBeVisible();
  const codes = await page.evaluate(async () => {
    const address = new URL("../case-slo/index.js", location.href).href;
    const { init, check } = (await import(address)) as typeof import("../../js/index.js");
    await init();
    return check("{").map(({ code }) => code);
  });
  expect(codes).toEqual(["syntax"]);
  await answer(page, "unavailable");
  await expect(verdict(page)).toHaveText(words.en.critical);
});

test("the copied text names the severity, the answers and the reference", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const link =
    "en/index.html#cisco-spark-swss@1.0.0/service:unavailable&tier=premium&at=2026-02-03T07:14:00Z&case=INC%2042";
  await page.goto(link);
  await page.getByRole("button", { name: "Copy as plain text" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain("Priority: 1 (Critical)");
  for (const each of ["Case number: INC 42", "(overdue by ", link]) expect(await copied()).toContain(each);
  expect((await copied()).indexOf("TAC duty manager")).toBeLessThan((await copied()).indexOf("Call now"));
  expect(await copied()).toContain("cisco-spark-swss@");
  expect(await copied()).toContain("How is the service working right now? Its main function is unavailable");
  expect(await copied()).toMatch(/^Initial response: before .+ at .+$/m);
  expect(await copied()).not.toMatch(/[<≤]|\?:/);
});

test("the page receives an event when the severity is known", async ({ page }) => {
  await page.goto("en/index.html");
  const events = await hear<{ classification: { severity: string } }>(page, "slo-classified");
  await answer(page, "unavailable");
  await expect
    .poll(async () => (await events()).map(({ classification }) => classification.severity))
    .toEqual(["critical"]);
});

for (const rest of ["&tier=bogus", "&sale=bogus", "&tier=", "&utm=x", "&%E0=%", "&constructor=x", "/gone:yes"]) {
  test(`a permalink with "${rest}" opens at its result all the same`, async ({ page }) => {
    await page.goto(`en/index.html#cisco-spark-swss@1/service:unavailable${rest}`);
    await expect(verdict(page)).toHaveText(words.en.critical);
    await expect(page.locator("slo-wizard .urgent")).toHaveCount(1);
  });
}

test("the wizard names the parts of a link that the policy does not know", async ({ page }) => {
  const warned = page.waitForEvent("console", (message) => message.type() === "warning");
  await page.goto("en/index.html#cisco-spark-swss@1/service:unavailable&tier=gold&utm=x");
  expect((await warned).text()).toBe("<slo-wizard> ignores what the policy does not know: tier:gold, utm");
});

test("a state of the history that the policy does not know does not hold up the wizard", async ({ page }) => {
  await page.goto("en/index.html");
  await page.evaluate(() => history.replaceState({ slo: { answers: { gone: "yes" }, context: { tier: 5 } } }, ""));
  await page.reload();
  await expect(page.locator("slo-wizard .urgent")).toHaveCount(1);
  await expect(question(page)).toBeVisible();
});

for (const id of ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"]) {
  test(`a question called ${id} is asked once`, async ({ page }) => {
    await page.goto("en/index.html");
    await page.locator("slo-wizard").evaluate((wizard, id) => {
      const text = (en: string) => ({ en });
      const options = ["yes", "no"].map((option) => ({ id: option, text: text(option) }));
      Object.assign(wizard, {
        policy: {
          id: "names",
          version: "1",
          title: text("Names"),
          languages: ["en"],
          severities: ["high", "low"].map((each) => ({ id: each, name: text(each) })),
          questions: [{ id, text: text(`Is it ${id}?`), options }],
          classification: {
            rules: [
              { id: "r1", when: { [id]: ["yes"] }, severity: "high" },
              { id: "r2", when: { [id]: ["no"] }, severity: "low" },
            ],
          },
        },
      });
    }, id);
    await expect(question(page)).toHaveText(`Is it ${id}?`);
    await answer(page, "yes");
    await expect(verdict(page)).toHaveText("high");
  });
}

test("the urgent line with the number of the page stands where the wizard cannot be used", async ({
  page,
  problems,
}) => {
  await page.goto("en/index.html");
  await expect(question(page)).toBeVisible();
  await page.locator("slo-wizard").evaluate((wizard) => {
    wizard.setAttribute("phone", "+1 514 555-0142");
    Object.assign(wizard, { policy: {} });
  });
  await expect(page.locator("slo-wizard [part=error]")).toBeVisible();
  await expect(page.locator("slo-wizard .urgent a")).toHaveAttribute("href", "tel:+15145550142");
  expect(problems.splice(0)).toEqual([expect.stringContaining("invalid-policy")]);
});
