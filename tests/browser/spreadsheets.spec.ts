/** Logs that are not text: spreadsheets and compressed files, in the report and in the dashboard. */

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { openReport, smallLog } from "./support/log.js";
import { expect, test } from "./support/site.js";

const spreadsheet = (name: string) => readFileSync(new URL(`../data/spreadsheets/${name}`, import.meta.url));

/** Wasm of the spreadsheets loads only when it is needed. */
const moduleName = /spreadsheet\.wasm/;

for (const { folder, sentence, footer } of [
  {
    folder: "",
    sentence: "L’objectif « Réponse initiale » a été respecté dans 33,3 % des 3 cas évalués.",
    footer: "1 ligne sans cas, laissée de côté",
  },
  {
    folder: "en/",
    sentence: "The “Initial response” objective was met in 33.3% of 3 evaluated cases.",
    footer: "1 row without a case left out",
  },
]) {
  for (const name of ["cases.xlsx", "cases.ods"]) {
    test(`${name} is read as a spreadsheet shows it (${folder || "fr"})`, async ({ page }) => {
      const loaded: string[] = [];
      page.on("request", (request) => loaded.push(request.url()));
      const report = await openReport(page, folder);
      expect(loaded.filter((url) => moduleName.test(url))).toEqual([]);
      await report
        .locator(".choose input[type=file]")
        .setInputFiles({ name, mimeType: "application/octet-stream", buffer: spreadsheet(name) });
      // Its times have no zone, which is asked once.
      await expect(report.getByRole("table").getByRole("row").nth(1)).toHaveText(/1001.*premium.*2026-02-03 02:14:00/);
      await report.locator("form .primary").click();
      await expect(report.locator(".answer h2")).toHaveText(sentence);
      await expect(report.locator(".answer .facts")).toContainText(name);
      await expect(report.locator(".answer .facts")).toContainText(footer);
      // The rows have the numbers of the spreadsheet, which has an empty one.
      await expect(report.locator("[part=misses]").last().getByRole("row").nth(1)).toContainText(/C-2, "urgent"\s*4/);
    });
  }
}

for (const { folder, sheet } of [
  { folder: "", sheet: "Feuille du classeur" },
  { folder: "en/", sheet: "Sheet of the spreadsheet" },
]) {
  test(`another sheet of a spreadsheet can be chosen (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await report
      .locator(".choose input[type=file]")
      .setInputFiles({ name: "several.xlsx", mimeType: "", buffer: spreadsheet("several.xlsx") });
    // The one with most rows of dates is read first.
    await expect(report.locator(".answer h2")).toContainText(/66[.,]7/);
    await report.locator("details.file summary").click();
    await expect(report.getByLabel(sheet)).toHaveValue("Cases");
    await report.getByLabel(sheet).selectOption("Other desk");
    await expect(report.locator(".answer h2")).toContainText("100");
    await report.locator("details.file summary").click();
    await expect(report.getByLabel(sheet)).toHaveValue("Other desk");
    await expect(report.getByLabel(sheet).locator("option")).toHaveText(["Summary", "Cases", "Other desk", "Notes"]);
  });
}

test("a compressed log is read like the log", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report
    .locator(".choose input[type=file]")
    .setInputFiles({ name: "cases.csv.gz", mimeType: "application/gzip", buffer: gzipSync(smallLog) });
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
  );
});

test("a spreadsheet is read on a page that permits no worker", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.evaluate((element) => element.removeAttribute("worker"));
  await report
    .locator(".choose input[type=file]")
    .setInputFiles({ name: "cases.xlsx", mimeType: "", buffer: spreadsheet("cases.xlsx") });
  await report.locator("form .primary").click();
  await expect(report.locator(".answer h2")).toContainText("33.3% of 3 evaluated cases");
  expect(page.workers()).toEqual([]);
});

for (const [what, name, buffer] of [
  ["a damaged spreadsheet", "cases.xlsx", spreadsheet("cases.xlsx").subarray(0, 3_000)],
  ["a damaged archive", "cases.csv.gz", gzipSync(smallLog).subarray(0, 60)],
] as const) {
  test(`${what} is refused in words, and another file is read`, async ({ page }) => {
    const report = await openReport(page, "en/");
    const input = report.locator(".choose input[type=file]");
    await input.setInputFiles({ name, mimeType: "", buffer });
    await expect(report.getByRole("alert")).toContainText(/could not be read/);
    await input.setInputFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(smallLog) });
    await expect(report.locator(".answer h2")).toContainText("66.7%");
    await expect(report.getByRole("alert")).toHaveCount(0);
  });
}

test("the dashboard reads a spreadsheet of cases", async ({ page }) => {
  await page.goto("en/dashboard.html");
  const dashboard = page.locator("slo-dashboard");
  await dashboard
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "cases.ods", mimeType: "", buffer: spreadsheet("cases.ods") });
  await expect(dashboard.locator(".key-figures dd").first()).toHaveText(/^3/);
});

test("another sheet of a spreadsheet of outages can be chosen", async ({ page }) => {
  await page.goto("en/dashboard.html");
  const dashboard = page.locator("slo-dashboard");
  await dashboard
    .getByLabel("Choose an outage log (optional)")
    .setInputFiles({ name: "outages.xlsx", mimeType: "", buffer: spreadsheet("outages.xlsx") });
  const sheet = dashboard.getByLabel("Sheet of the spreadsheet");
  const month = dashboard.getByLabel("Month");
  await expect(month.locator("option", { hasText: "February 2026" })).toHaveCount(1);
  await dashboard.locator("details.file summary").click();
  await expect(sheet).toHaveValue("This year");
  await sheet.selectOption("Last year");
  await expect(month.locator("option", { hasText: "November 2025" })).toHaveCount(1);
  await expect(sheet).toHaveValue("Last year");
  // A sheet that is no log says what it lacks, and lets another one be chosen.
  await sheet.selectOption("Notes");
  await expect(dashboard.getByRole("alert")).toBeVisible();
});
