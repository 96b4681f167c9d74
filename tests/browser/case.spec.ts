/** One case over days and pages: from its link, late, with its number, through reloads and both languages. */

import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, languages, overflow, test } from "./support/site.js";

const vector = "cisco-spark-swss@1.0.0/service:unavailable";
const submitted = "2026-12-01T07:05:00Z";
const yesterday = `#${vector}&tier=premium&at=${submitted}&case=INC42`;

const words = {
  "fr-CA": {
    escalate: "Copier la demande de remontée",
    late: "La réponse tarde",
    question: "J’ai une question",
    next: "Continuer",
    other: "English",
    low: "Faible",
    number: "Votre numéro de soutien technique",
    use: "Retenir ce numéro",
    call: "Appeler le +1 514 555-0142",
    when: "Quand avez-vous soumis le cas?",
    late24: /en retard de 23\sh\s45\smin/,
    ask: "Je voudrais parler au responsable TAC en service, s’il vous plaît.",
  },
  en: {
    escalate: "Copy the escalation",
    late: "My response is late",
    question: "I have a question",
    next: "Continue",
    other: "Français",
    low: "Low",
    number: "Your support number",
    use: "Use this number",
    call: "Call +1 514 555-0142",
    when: "When did you submit it?",
    late24: /overdue by 23\sh\s45\smin/,
    ask: "Please put me through to the TAC duty manager.",
  },
} as const;

const phone = { width: 360, height: 780 };
const desktop = { width: 1280, height: 800 };
const heading = (page: Page) => page.locator("slo-wizard .verdict h1");
/** Waits until the wizard has taken over the question that the page shows first. */
const running = (page: Page) => expect(page.locator("slo-wizard [data-server]")).toHaveCount(0);
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

for (const { language, folder } of languages) {
  const word = words[language];
  for (const size of [phone, desktop]) {
    test.describe(`${language}, ${size.width} pixels`, () => {
      test.beforeEach(async ({ page, context }) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await page.setViewportSize(size);
        await page.clock.install({ time: new Date("2026-12-02T07:05:00Z") });
      });

      test("yesterday’s link says how late the response is, and has the escalation in one press", async ({ page }) => {
        await page.goto(`${folder}index.html${yesterday}`);
        await expect(heading(page)).toBeVisible();
        await expect(page.locator("h1:visible")).toHaveCount(1);
        const late = page.locator("slo-wizard .how-late");
        await expect(late).toHaveText(word.late24);
        await expect(late).toBeInViewport();
        // It is said once; and the call is asked for beside the escalation.
        await expect(page.locator("slo-wizard .answer .overdue")).toHaveCount(1);
        await expect(page.locator("slo-wizard .escalation .seller select")).toBeVisible();
        await expect(page.locator("slo-wizard .seller")).toHaveCount(1);
        await page.getByRole("button", { name: word.escalate }).click();
        await expect.poll(() => copied(page)).toContain("INC42");
        const text = await copied(page);
        expect(text.startsWith(word.ask)).toBe(true);
        expect(text).toMatch(
          word.late24.source.includes("overdue") ? /it passed 23\sh\s45\smin ago/ : /depuis 23\sh\s45\smin/,
        );
        expect(text).toContain(`index.html${yesterday}`);
        expect(await findingsOfAxe(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);

        // The request of the same case is late as well, on top.
        await page.locator(".next-step a").click();
        await expect(page.locator("slo-intake .how-late")).toHaveText(word.late24);
        await expect(page.getByRole("button", { name: word.escalate })).toHaveClass("primary");
        expect(await findingsOfAxe(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });

      test("a link without a time asks for it, and starts no deadline", async ({ page }) => {
        await page.goto(`${folder}index.html#${vector}&tier=premium`);
        await expect(page.getByText(word.when)).toBeVisible();
        await expect(page.locator("slo-wizard time")).toHaveCount(0);
        expect(await findingsOfAxe(page)).toEqual([]);
        await page.locator("slo-wizard input[type=datetime-local]").fill("2026-12-01T02:05");
        await page.locator("slo-wizard .submission .primary").click();
        await expect(page.locator("slo-wizard .how-late")).toHaveText(word.late24);
        await expect(page).toHaveURL(/&at=2026-12-01T07:05:00Z$/);
      });

      test("the way in for a late response asks when, and shows the same", async ({ page }) => {
        await page.goto(`${folder}index.html`);
        await running(page);
        await page.getByRole("button", { name: word.late }).click();
        expect(await findingsOfAxe(page)).toEqual([]);
        await page.getByRole("button", { name: word.next }).click();
        await expect(page.locator("slo-wizard [role=alert]")).not.toBeEmpty();
        await page.locator("slo-wizard input[type=datetime-local]").fill("2026-12-01T02:05");
        await page.locator("slo-wizard select").nth(0).selectOption("critical");
        await page.locator("slo-wizard select").nth(1).selectOption("premium");
        await page.getByRole("button", { name: word.next }).click();
        await expect(page.locator("slo-wizard .how-late")).toHaveText(word.late24);
        await expect(page).toHaveURL(/&tier=premium&severity=critical&at=2026-12-01T07:05:00Z$/);
        expect(await findingsOfAxe(page)).toEqual([]);
      });

      test("the way in for a question leads to level 1 support in one press", async ({ page }) => {
        await page.goto(`${folder}index.html`);
        await running(page);
        await page.getByRole("button", { name: word.question }).click();
        await expect(heading(page)).toHaveText(word.low);
        await page.locator("slo-wizard .tier input[value=premium]").check();
        await expect(page.locator('slo-wizard a[href$="#E4"]')).toBeVisible();
        await expect(page).toHaveURL(/&nature=question&tier=premium&severity=low&at=/);
        expect(await findingsOfAxe(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });

      test("the number is asked for once, after the seller, and then goes with the case", async ({ page }) => {
        await page.clock.setFixedTime(new Date("2026-12-01T07:06:00Z"));
        await page.goto(`${folder}index.html${yesterday}`);
        const wizard = page.locator("slo-wizard");
        await expect(wizard.getByLabel(word.number)).toHaveCount(0);
        await wizard.locator(".seller select").selectOption("direct");
        await wizard.getByLabel(word.number).fill("+1 514 555-0142");
        await wizard.getByRole("button", { name: word.use }).click();
        await expect(wizard.getByRole("link", { name: word.call }).first()).toHaveAttribute("href", "tel:+15145550142");
        await page.locator(".next-step a").click();
        const intake = page.locator("slo-intake");
        await expect(intake.getByRole("link", { name: word.call }).first()).toBeVisible();
        await expect(intake.getByLabel(word.number)).toHaveCount(0);
      });
    });
  }

  test(`what was written survives a reload and the other language (${language})`, async ({ page }) => {
    await page.goto(`${folder}prepare.html${yesterday}`);
    const description = page.locator("slo-intake #write-description");
    await description.fill("Calls drop.\nSince 2 a.m.");
    await description.blur();
    expect(page.url()).not.toContain("drop");
    await page.reload();
    await expect(description).toHaveValue("Calls drop.\nSince 2 a.m.");
    await page.locator(".languages").getByRole("link", { name: word.other }).click();
    await expect(page.locator("html")).not.toHaveAttribute("lang", language);
    await expect(description).toHaveValue("Calls drop.\nSince 2 a.m.");
    expect(new URL(page.url()).hash).toBe(yesterday);
  });

  test(`a choice that was not yet sent survives a reload and the other language (${language})`, async ({ page }) => {
    await page.goto(`${folder}index.html`);
    const degraded = page.locator('slo-wizard input[value="degraded"]');
    await degraded.check();
    await page.reload();
    await expect(degraded).toBeChecked();
    await page.locator(".languages").getByRole("link", { name: word.other }).click();
    await expect(page.locator("html")).not.toHaveAttribute("lang", language);
    await expect(degraded).toBeChecked();
  });
}

test("on a phone the time is in sight, and Continue stays at hand once something is chosen", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.clock.install({ time: new Date("2026-12-01T07:07:00Z") });
  await page.goto("en/index.html");
  const next = page.getByRole("button", { name: "Continue" });
  await page.locator('slo-wizard input[value="unavailable"]').check();
  await expect(next).toBeInViewport();
  await page.goto(`en/index.html${yesterday}`);
  await expect(page.locator("slo-wizard .moment")).toBeInViewport({ ratio: 1 });
});

test("on a desktop the answer stays in view", async ({ page }) => {
  await page.setViewportSize(desktop);
  await page.clock.install({ time: new Date("2026-12-01T07:07:00Z") });
  await page.goto(`en/index.html${yesterday}`);
  await expect(page.locator("slo-wizard .moment")).toBeVisible();
  await page
    .locator("slo-wizard .advice-prepare li")
    .last()
    .evaluate((item) => item.scrollIntoView());
  await expect(heading(page)).toBeInViewport();
});

test("a reseller’s customer is asked for the reseller’s number", async ({ page }) => {
  await page.goto(`en/index.html#${vector}&tier=premium&sale=reseller&at=${submitted}`);
  await expect(page.locator("slo-wizard").getByLabel("Your reseller’s support number")).toBeVisible();
});

test("a late case shows what becomes possible when", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-12-01T07:30:00Z") });
  await page.goto(`en/index.html#${vector}&tier=premium&at=${submitted}`);
  await expect(heading(page)).toBeVisible();
  await page.locator("slo-wizard").evaluate((wizard) => {
    const policy = (wizard as unknown as { policy: { toJSON(): { advice: object[] } } }).policy.toJSON();
    const director = {
      id: "director",
      kind: "escalate",
      when: { elapsed: { measure: "initial-response", atLeast: "PT1H" } },
      text: { "fr-CA": "Demandez la direction.", en: "Ask for the director." },
    };
    Object.assign(wizard, { policy: { ...policy, advice: [...policy.advice, director] } });
  });
  const late = page.locator("slo-wizard .escalation.late");
  await expect(late.locator(".later")).toContainText(/From .*3:05\sa\.m\.\s\(EST\)/);
  await expect(late.locator(".later")).toContainText("Ask for the director.");
});

test("the result prints on one page, late as well", async ({ page }) => {
  for (const now of ["2026-12-01T07:06:00Z", "2026-12-02T07:06:00Z"]) {
    await page.clock.install({ time: new Date(now) });
    await page.goto("about:blank");
    await page.goto(`index.html${yesterday}`);
    await expect(heading(page)).toBeVisible();
    const pdf = await page.pdf({ format: "Letter" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test("the request asks once who sold the service", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-12-01T07:06:00Z") });
  await page.goto(`en/prepare.html${yesterday}`);
  const intake = page.locator("slo-intake");
  await expect(intake.getByText("Who sold you the service?", { exact: true })).toHaveCount(1);
  await intake.getByLabel("Who sold you the service?").selectOption("direct");
  await expect(intake.locator(".seller")).toHaveCount(0);
  await expect(intake.getByRole("group", { name: "Who sold you the service?" })).toHaveCount(0);
  // The answers to the questions are about a fault, and nobody asks whether it is one.
  await expect(intake.locator('a[href$="#E8"]').first()).toBeVisible();
  await expect(intake.getByRole("group", { name: "What is this about?" })).toHaveCount(0);
});

test("the page of tiers shows the tier of the case, and what another one would change for it", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-12-01T07:06:00Z") });
  await page.goto(`en/index.html#cisco-spark-swss@1.0.0/service:degraded/impact:broad&tier=enhanced&at=${submitted}`);
  await expect(heading(page)).toBeVisible();
  await page.locator(".readers").getByRole("link", { name: "Tiers" }).first().click();
  const tiers = page.locator("slo-tiers");
  await expect(tiers.getByRole("row", { name: /Enhanced.*your tier/ })).toContainText("2:35");
  await expect(tiers.getByLabel("Severity of the case")).toHaveValue("high");
  await expect(page.locator("slo-deliverables").getByLabel("Service tier", { exact: true })).toHaveValue("enhanced");
});

test("a page without a case assumes no severity", async ({ page }) => {
  await page.goto("en/prepare.html");
  const intake = page.locator("slo-intake");
  await expect(intake.getByRole("combobox", { name: "The priority you assign" })).toHaveValue("");
  await expect(intake.locator(".verdict")).toHaveCount(0);
  await intake.getByRole("combobox", { name: "The priority you assign" }).selectOption({ label: "High" });
  await expect(page).toHaveURL(/#cisco-spark-swss@[\d.]+\/?&severity=high$/);
});

test("a ticket’s fields are copied one by one, and the desk’s own form opens filled in", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`en/prepare.html${yesterday}`);
  const intake = page.locator("slo-intake");
  await intake.locator("#write-description").fill("Calls drop & more.");
  await intake.getByLabel("Format").selectOption({ label: "ServiceNow" });
  await intake.getByRole("button", { name: "Copy impact" }).click();
  await expect.poll(() => copied(page)).toBe("1");
  await expect(intake.getByRole("link", { name: /^Open in/ })).toHaveCount(0);
  await intake.evaluate((element) => {
    const policy = (element as unknown as { policy: { toJSON(): object } }).policy.toJSON();
    const desk = {
      name: "Desk",
      url: "https://desk.example/new?title={summary}&case={case}",
      fields: { a: "{summary}" },
    };
    Object.assign(element, { policy: { ...policy, exports: { desk } } });
  });
  await intake.getByLabel("Format").selectOption({ label: "Desk" });
  await expect(intake.getByRole("link", { name: "Open in Desk" })).toHaveAttribute(
    "href",
    "https://desk.example/new?title=Critical%3A%20Calls%20drop%20%26%20more.&case=INC42",
  );
});

test("a change from the result returns to the result", async ({ page }) => {
  await page.goto(
    "en/index.html#cisco-spark-swss@1.0.0/service:works/impact:minimal/failures:single&at=2026-12-01T07:05:00Z",
  );
  await page.getByRole("button", { name: /^Change the answer to “How is/ }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(heading(page)).toHaveText("Low");
});
