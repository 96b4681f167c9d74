/** Facts on which a target depends: the elements ask for them, and until then state no due time that may be wrong. */

import { readFileSync } from "node:fs";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";
import { openStage } from "./support/stage.js";

const policyOf = (name: string) =>
  `<script type="application/json" id="policy">${readFileSync(`tests/data/descriptions/${name}.json`, "utf8").replaceAll("<", "\\u003c")}</script>`;

test("the table lists every objective with its condition, and the severity as which a tier files a case", async ({
  page,
}) => {
  await openStage(page, `${policyOf("hivemq")}<slo-table policy="#policy"></slo-table>`);
  const cell = page
    .getByRole("row", { name: /Priority 1/ })
    .getByRole("cell")
    .last();
  await expect(cell).toContainText("within 4 hours, if the channel is “Phone”");
  await expect(cell).toContainText("otherwise within 4 business hours");

  await openStage(page, `${policyOf("google-cloud")}<slo-table policy="#policy"></slo-table>`);
  const first = page.getByRole("table").first().getByRole("row", { name: /P1/ });
  await expect(first.getByRole("cell").nth(0)).toHaveText("billing questions only");
  await expect(first.getByRole("cell").nth(1)).toHaveText("filed as “P2”");
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("hours that all targets count in are said once, and else beside each target", async ({ page }) => {
  const hours = "weekdays 6 a.m. to 6 p.m., Pacific, without major US holidays";
  const elements = `<slo-table policy="#policy"></slo-table><slo-tiers policy="#policy"></slo-tiers>`;
  await openStage(page, `${policyOf("twilio")}${elements}`);
  const table = page.locator("slo-table");
  await expect(table.getByRole("cell", { name: "within 2 business hours", exact: true }).first()).toBeVisible();
  await expect(table.getByText(hours)).toHaveText(`Business hours: ${hours}.`);
  const tiers = page.locator("slo-tiers");
  await expect(tiers.locator(".summary").getByText(hours)).toHaveText(`Business hours: ${hours}.`);
  // No tier of this description lists what it includes.
  await expect(tiers.getByRole("heading", { name: "What each tier adds" })).toBeVisible();
  await expect(tiers.locator("[part=features]")).toHaveCount(0);

  await openStage(page, `${policyOf("sap")}<slo-table policy="#policy"></slo-table>`);
  await expect(page.getByText(/^within 4.business hours \(Germany: /)).toBeVisible();
});

test("nobody chooses the only tier of a policy", async ({ page }) => {
  const now = 'now="2026-03-02T09:00:00Z"';
  await openStage(page, `${policyOf("sap")}<slo-wizard policy="#policy" zone="UTC" ${now}></slo-wizard>`);
  const wizard = page.locator("slo-wizard");
  for (let answer = 0; answer < 2; answer += 1) {
    await wizard.getByRole("radio").first().check();
    await wizard.getByRole("button", { name: "Continue" }).click();
  }
  await expect(wizard.getByRole("heading", { name: "Very high" })).toBeVisible();
  await expect(wizard.locator(".due")).toContainText(/by 10:00\sa\.m\./);
  await expect(wizard.getByRole("radio")).toHaveCount(0);
});

test("the wizard asks how the case is submitted, and then knows the due time", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStage(
    page,
    `${policyOf("hivemq")}<slo-wizard policy="#policy" tier="extended" zone="Europe/Berlin" now="2026-03-07T12:00:00+01:00"></slo-wizard>`,
  );
  const wizard = page.locator("slo-wizard");
  await wizard.getByText("All, without a way around").click();
  await wizard.getByRole("button", { name: "Continue" }).click();
  await expect(wizard.getByText("Question 2")).toBeVisible();
  await wizard.getByRole("radio").first().check();
  await wizard.getByRole("button", { name: "Continue" }).click();
  // A Saturday: by phone four hours count at once, by ticket they begin on Monday.
  await expect(wizard.getByText("The deadline is between")).toBeVisible();
  await wizard.getByLabel("How you submit the case").selectOption({ label: "Phone" });
  await expect(wizard.locator(".due")).toContainText(/by 4:00\sp\.m\./);
  await expect(wizard.getByText("The deadline is between")).toHaveCount(0);
  expect(await overflow(page)).toBe(0);
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("the text of a request says on what its due time depends, and not that none is stated", async ({ page }) => {
  await openStage(
    page,
    `${policyOf("hivemq")}<slo-intake policy="#policy" tier="extended" severity="p1" zone="Europe/Berlin" now="2026-03-07T12:00:00+01:00"></slo-intake>`,
  );
  const intake = page.locator("slo-intake");
  const model = () => intake.evaluate((element) => (element as HTMLElement & { handover: HandoverModel }).handover);
  await expect
    .poll(async () => (await model())?.targets[0]?.reason)
    .toContain("it depends on: how the case is submitted.");
  await intake.getByLabel("How you submit the case").selectOption({ label: "Phone" });
  await expect.poll(async () => (await model())?.targets[0]?.reason).toBeNull();
});

test("a case is filed as the severity that its tier offers, and every element says so", async ({ page }) => {
  const attributes = 'policy="#policy" tier="standard" severity="p1"';
  await openStage(
    page,
    `${policyOf("google-cloud")}<slo-calculator ${attributes}></slo-calculator>
     <slo-clock ${attributes} submitted="2026-03-04T12:00:00Z"></slo-clock><slo-intake ${attributes}></slo-intake>`,
  );
  for (const name of ["slo-calculator", "slo-clock", "slo-intake"]) {
    await expect(page.locator(name)).toContainText("does not offer this severity: the case is filed as “P2”.");
  }
});

interface HandoverModel {
  targets: { reason: string | null }[];
}
