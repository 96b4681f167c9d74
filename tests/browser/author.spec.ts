/** The policy that was written from the guide alone (tests/data/author): calculator, clock and table say what the API says. */

import { readFileSync } from "node:fs";
import { expect, test } from "./support/site.js";
import { openStage } from "./support/stage.js";

const policy = `<script type="application/json" id="policy">${readFileSync("tests/data/author/next-day.json", "utf8").replaceAll("<", "\\u003c")}</script>`;

for (const [name, tier, severity, submittedAt, dueAt] of [
  ["Québec's holiday is no business day", "standard", "p2", "2026-06-23T10:00:00-04:00", "2026-06-25T21:00:00Z"],
  ["it is one in Toronto", "premium", "p2", "2026-06-23T10:00:00-04:00", "2026-06-24T22:00:00Z"],
  ["after 3 p.m.: the day after", "standard", "p2", "2026-06-15T15:01:00-04:00", "2026-06-17T21:00:00Z"],
] as const) {
  test(`calculator and clock have one due time: ${name}`, async ({ page }) => {
    const attributes = `policy="#policy" tier="${tier}" severity="${severity}" zone="America/Toronto" now="${submittedAt}"`;
    await openStage(
      page,
      `${policy}<slo-calculator ${attributes}></slo-calculator><slo-clock ${attributes} submitted="${submittedAt}"></slo-clock>`,
    );
    for (const element of ["slo-calculator", "slo-clock"]) {
      await expect(page.locator(`${element} .moment`).first()).toHaveAttribute("datetime", dueAt);
    }
  });
}

test("the calculator asks how a case of priority 1 is submitted, and counts two hours for the phone", async ({
  page,
}) => {
  const attributes = `policy="#policy" tier="standard" severity="p1" zone="America/Toronto" now="2026-06-24T03:00:00-04:00"`;
  await openStage(page, `${policy}<slo-calculator ${attributes}></slo-calculator>`);
  const calculator = page.locator("slo-calculator");
  await calculator.getByLabel("How you submit the case").selectOption({ label: "Phone" });
  await expect(calculator.locator(".moment").first()).toHaveAttribute("datetime", "2026-06-24T09:00:00Z");
  await calculator.getByLabel("How you submit the case").selectOption({ label: "Portal" });
  await expect(calculator.locator(".moment").first()).toHaveAttribute("datetime", "2026-06-26T21:00:00Z");
});

test("the table says whose hours each tier has", async ({ page }) => {
  await openStage(page, `${policy}<slo-table policy="#policy"></slo-table>`);
  const cells = page
    .getByRole("table")
    .first()
    .getByRole("row", { name: /Priority 1/ })
    .getByRole("cell");
  for (const [at, hours] of ["Montréal hours", "Toronto hours"].entries()) {
    await expect(cells.nth(at)).toContainText("within 2 hours, if the channel is “Phone”");
    await expect(cells.nth(at)).toContainText("otherwise within 1 business day");
    await expect(cells.nth(at)).toContainText(hours);
  }
});
