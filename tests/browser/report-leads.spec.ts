/** What a manager follows in `<slo-report>`: a goal, the cases behind a mark or a row, and the filter in the address. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { choose, logOf, openReport } from "./support/log.js";
import { expect, findingsOfAxe, test } from "./support/site.js";

/** Ten weeks of ten cases each: all in time, but for the third week, of which four are late. Row by row a Monday at 7 in UTC. */
const weeks = logOf(
  ...Array.from({ length: 100 }, (_, at) => {
    const [week, nth] = [Math.floor(at / 10), at % 10];
    const day = new Date(Date.UTC(2026, 0, 5 + 7 * week, 12, 10 + nth));
    const minutes = week === 2 && nth < 4 ? 120 : 5;
    const tier = nth % 2 === 0 ? "premium" : "enhanced";
    return `${at},${tier},critical,${day.toISOString()},${new Date(+day + minutes * 60_000).toISOString()},web`;
  }),
);

async function openWeeks(page: Page, folder = "en/", log = weeks) {
  const report = await openReport(page, folder);
  await report.evaluate((element) => element.setAttribute("now", "2026-04-01T00:00:00Z"));
  await choose(report, log);
  await report.locator(".charts > :nth-child(4)").waitFor();
  return report;
}

test("a click on a week shows its cases, as a chip and in the address, and leads back", async ({ page }) => {
  const report = await openWeeks(page);
  const heading = report.locator(".answer h2");
  await expect(heading).toContainText("96.0% of 100");
  const chart = report.locator(".chart").filter({ hasText: "Attainment, week by week" });
  await chart.getByRole("button", { name: /^Week.4 of 2026/ }).click();
  await expect(heading).toContainText("60.0% of 10");
  await expect(heading).toBeFocused();
  const chips = report.getByRole("group", { name: "Filter" });
  await expect(chips.locator(".chip")).toHaveText(["January\u00a019,\u00a02026 – January\u00a025,\u00a02026"]);
  expect(new URL(page.url()).hash).toBe("#submitted=2026-01-19%2F2026-01-25");
  // The table of the page leads on to a tier and a severity.
  await report.getByRole("button", { name: "Show only: Critical, Premium" }).click();
  await expect(heading).toContainText("60.0% of 5");
  await expect(chips.locator(".chip")).toHaveText(["Premium", "Critical", /January/]);
  await chips.getByRole("button", { name: "Remove from the filter: Premium" }).click();
  await expect(heading).toContainText("60.0% of 10");
  await report.getByRole("button", { name: "Show all cases" }).click();
  await expect(heading).toContainText("96.0% of 100");
  expect(new URL(page.url()).hash).toBe("");
});

test("Enter on an hour of the heat strip shows its cases", async ({ page }) => {
  const report = await openWeeks(page);
  const hour = report.getByRole("button", { name: /^Monday, 7.a\.m\. to 8.a\.m\./ });
  await hour.focus();
  await page.keyboard.press("Enter");
  await expect(report.locator(".chip")).toHaveText(/^Monday, 7.a\.m\. to 8.a\.m\.$/);
  await expect(report.locator(".answer h2")).toContainText(/of 90 /);
  expect(new URL(page.url()).hash).toBe("#hour=1-7");
});

test("the address of a report leads to the same cases of the same log", async ({ page }) => {
  await page.goto("en/report.html#tier=premium&tier=gold&submitted=2026-01-19%2F2026-01-25&hour=1-99");
  const report = page.locator("slo-report");
  await report.locator(".choose").waitFor();
  await choose(report, weeks);
  await expect(report.locator(".answer h2")).toContainText("60.0% of 5");
  await expect(report.locator(".chip")).toHaveText(["Premium", /January/]);
  // The other choices are those of the whole log.
  await report.getByRole("button", { name: "Show all cases" }).click();
  await expect(report.locator(".answer h2")).toContainText("96.0% of 100");
});

for (const { folder, field, left, lost, mark } of [
  {
    folder: "",
    field: "But (%)",
    left: "But de 95 % : atteint jusqu’ici; un autre cas pourrait être manqué.",
    lost: "But de 97 % : non atteint; un cas manqué de trop.",
    mark: "Sous le but.",
  },
  {
    folder: "en/",
    field: "Goal (%)",
    left: "Goal of 95%: met so far; one more case could be missed.",
    lost: "Goal of 97%: not met; one case too many was missed.",
    mark: "Below the goal.",
  },
]) {
  test(`a goal is a line, marks the weeks below it, and says how many misses are left (${folder || "fr"})`, async ({
    page,
  }) => {
    const report = await openWeeks(page, folder);
    await expect(report.locator(".goal")).toHaveCount(0);
    await report.getByLabel(field).fill("95");
    await report.getByLabel(field).press("Tab");
    await expect(report.locator(".answer .goal")).toHaveText(left);
    const chart = report.locator(".chart").first();
    await expect(chart.locator("path.goal")).toHaveCount(1);
    await expect(chart.locator(".mark-of-chart path.below")).toHaveCount(1);
    await expect(chart.locator(`[aria-label*="${mark}"]`)).toHaveCount(1);
    await report.getByLabel(field).fill("97");
    await report.getByLabel(field).press("Tab");
    await expect(report.locator(".answer .goal")).toHaveText(lost);
  });
}

test("the goals of the policy are shown period by period", async ({ page }) => {
  const source = new URL("../../policies/cisco-spark-swss.json", import.meta.url);
  const policy = JSON.parse(readFileSync(source, "utf8")) as {
    version: string;
    goals?: object;
    objectives: { goal?: string }[];
  };
  policy.version = "9.0.0";
  policy.goals = { prompt: { percent: 90, over: "month" } };
  for (const objective of policy.objectives) objective.goal = "prompt";
  const report = await openReport(page, "en/");
  await report.evaluate((element, given) => {
    (element as HTMLElement & { policy: object }).policy = given;
    element.setAttribute("now", "2026-04-01T00:00:00Z");
  }, policy);
  await choose(report, weeks);
  const goals = report.getByRole("region", { name: "Goals of the policy" });
  await expect(goals.getByRole("row")).toHaveText([
    /Period/,
    /^January.2026\s*40\s*4\s*90\.0%\s*reached/,
    /^February.2026\s*40\s*0\s*100%\s*reached/,
    /^March.2026/,
  ]);
  await expect(report.getByLabel("Goal (%)")).toHaveValue("90");
});

test("cases that nobody has answered are a list of their own", async ({ page }) => {
  const report = await openWeeks(page, "en/", `${weeks}\nopen,premium,critical,2026-01-05T07:00:00Z,,web`);
  await expect(report.locator(".answer")).toContainText("One case is overdue and has not been answered yet.");
  const open = report.getByRole("region", { name: "Not answered yet, and overdue" });
  await expect(open.getByRole("row")).toHaveCount(2);
  await expect(open).toContainText("open");
  await expect(report.getByRole("region", { name: "Answered late" }).getByRole("row")).toHaveCount(5);
});

test("a comparison is a dashed second line, and the heat strip switches to the share of misses", async ({ page }) => {
  const report = await openWeeks(page);
  await report.getByRole("combobox", { name: "Compare with" }).selectOption("Objectives of the “Premium” tier");
  const chart = report.locator(".chart").first();
  await expect(chart.locator("svg[role=group] path.compared")).toHaveCount(1);
  await expect(chart.locator(".legend")).toContainText("Objectives of the “Premium” tier");
  const heat = report.locator(".chart").last();
  await expect(heat.locator(".share-of-misses")).toHaveCount(0);
  await heat.getByRole("button", { name: "Share of misses" }).click();
  await expect(heat.locator(".share-of-misses").first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("the labels of an axis are never cut off, whatever their length", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.evaluate((element: HTMLElement) => {
    Object.assign(element.style, { fontFamily: "monospace", letterSpacing: "4px" });
  });
  // A hundred thousand cases have labels of five characters.
  await report.locator(".samples button").nth(1).click();
  await report.locator(".charts > :nth-child(4)").waitFor();
  for (const chart of await report.locator(".chart").all()) {
    const cut = await chart.evaluate((figure) => {
      const svg = figure.querySelector(".plot svg");
      const edge = svg?.getBoundingClientRect();
      return [...(svg?.querySelectorAll("text") ?? [])]
        .filter((text) => text.getBoundingClientRect().left < (edge?.left ?? 0) - 0.5)
        .map((text) => text.textContent);
    });
    expect(cut).toEqual([]);
  }
});
