/** The clock of a case: paused, with several measures, reopened, overdue, and outside opening hours. */

import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, languages, overflow, test } from "./support/site.js";

/** Tuesday; the office of the example policy is open 8:30 to 12:00 and 13:00 to 17:00, Toronto time. */
const submittedAt = "2026-02-03T09:00:00-05:00";

/** The clock of the page "Response times" with other facts, as of an instant. */
async function clockOf(page: Page, folder: string, facts: object, now: string) {
  await page.goto(`${folder}calculator.html`);
  const clock = page.locator("slo-clock");
  await expect(clock.locator(".moment")).toBeVisible();
  await clock.evaluate(
    (element, { given, at }) => {
      element.setAttribute("zone", "America/Vancouver");
      element.setAttribute("now", at);
      (element as HTMLElement & { facts: object }).facts = given;
    },
    { given: { tier: "complete", severity: "moderate", submittedAt, ...facts }, at: now },
  );
  return clock;
}

for (const { language, folder } of languages) {
  const en = language === "en";
  test.describe(language, () => {
    test("paused: no deadline, the time that remains, and how it was counted so far", async ({ page }) => {
      const clock = await clockOf(page, folder, { pauses: [["2026-02-03T15:00:00Z", null]] }, "2026-02-03T15:30:00Z");
      const restoration = clock.locator(".other").last();
      await expect(restoration).toContainText(
        en ? /Time remaining \(business hours\): 14\sh/ : /Temps restant, en heures d’ouverture\s: 14\sh/,
      );
      await expect(restoration.locator("time")).toHaveCount(0);
      await restoration.locator("summary").click();
      await expect(restoration.locator("tbody tr")).toHaveCount(2);
      await expect(restoration.locator("tbody tr.paused")).toHaveCount(1);
    });

    test("paused after its deadline: by how much it was late", async ({ page }) => {
      const pauses = [["2026-02-09T15:30:00Z", null]];
      const clock = await clockOf(page, folder, { pauses }, "2026-02-09T16:00:00Z");
      await expect(clock.locator(".paused-time").last()).toContainText(
        en ? /had passed \d.* before the pause/ : /dépassé de \d/,
      );
    });

    test("every measure has its deadline, its state, and how it was counted", async ({ page }) => {
      const stoppedAt = { "initial-response": "2026-02-03T14:20:00Z", "next-update": "2026-02-04T20:00:00Z" };
      const clock = await clockOf(page, folder, { stoppedAt }, "2026-02-04T21:00:00Z");
      await expect(clock.locator(".moment")).toHaveAttribute("datetime", "2026-02-03T15:00:00Z");
      const others = clock.locator(".other");
      await expect(others.locator("time")).toHaveCount(2);
      await expect(others.first()).toContainText(en ? /missed/i : /manqué/);
      for (const summary of await clock.locator("summary").all()) await summary.click();
      for (const other of await others.all()) {
        await expect(other.locator("tbody tr")).toHaveCount(await other.locator("svg.picture .stretch").count());
      }
      expect((await findingsOfAxe(page)).filter((finding) => finding.includes("slo-clock"))).toEqual([]);
    });

    test("a measure that runs shows its whole count, not only the part until now", async ({ page }) => {
      const clock = await clockOf(page, folder, {}, "2026-02-03T14:10:00Z");
      const restoration = clock.locator(".other").last();
      await restoration.locator("summary").click();
      const due = await restoration.locator("time").getAttribute("datetime");
      // The count ends at the due time, which its last row names.
      const last = restoration.locator("tbody tr").last().locator("td").nth(1);
      const shown = await restoration.locator("p.legend").innerText();
      expect(due).not.toBeNull();
      expect(shown).toContain((await last.innerText()).trim());
    });

    test("reopened: a stop that is withdrawn leaves the case running", async ({ page }) => {
      const now = "2026-02-03T15:30:00Z";
      const closed = await clockOf(page, folder, { stoppedAt: { "initial-response": "2026-02-03T14:20:00Z" } }, now);
      await expect(closed).toContainText(en ? /met/i : /respecté/);
      const open = await clockOf(page, folder, { stoppedAt: { "initial-response": null } }, now);
      await expect(open.locator(".overdue").first()).toBeVisible();
      await expect(open.locator("[part~=escalate]")).toBeVisible();
    });

    test("outside opening hours: when the clock starts, in the customer's zone, and the deadline on the desk's", async ({
      page,
    }) => {
      const friday = "2026-02-06T18:00:00-05:00";
      const clock = await clockOf(page, folder, { submittedAt: friday }, "2026-02-06T23:10:00Z");
      await expect(clock.locator(".moment")).toHaveAttribute("datetime", "2026-02-09T14:30:00Z");
      await expect(clock.locator(".moment")).toContainText(en ? "6:30" : /6\sh\s30/);
      await expect(clock).toContainText(en ? /5:30/ : /5\sh\s30/);
      await expect(clock).toContainText(en ? /9:30/ : /9\sh\s30/);
    });

    test("fits on the narrowest page", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      const pauses = [["2026-02-03T15:00:00Z", null]];
      await clockOf(page, folder, { pauses }, "2026-02-03T15:30:00Z");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
}
