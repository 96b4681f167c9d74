/** Exports of help desks, dropped on the report: what is detected, asked, shown and corrected. */

import { choose, openReport } from "./support/log.js";
import { expect, test } from "./support/site.js";

const zendesk = [
  "ID,Created at,Priority,First reply time in minutes,Status",
  "1,2026-02-03 07:14:00 UTC,Urgent,6,Closed",
  "2,2026-02-03 07:14:00 UTC,Low,30,Closed",
].join("\n");

for (const { folder, preset, elapsed, levels, next, sentence } of [
  {
    folder: "",
    preset: "Lu comme une exportation de Zendesk",
    elapsed: "Délai de réponse : « First reply time in minutes », en minutes",
    levels: "Niveau de service de tous les cas",
    next: "Lire le fichier",
    sentence: "L’objectif « Réponse initiale » a été respecté dans 100 % des 2 cas évalués.",
  },
  {
    folder: "en/",
    preset: "Read as an export of Zendesk",
    elapsed: "Time to the response: “First reply time in minutes”, in minutes",
    levels: "Tier of every case",
    next: "Read the file",
    sentence: "The “Initial response” objective was met in 100% of 2 evaluated cases.",
  },
]) {
  test(`an export of Zendesk is read after one question (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await choose(report, zendesk);
    const columns = report.locator(".columns");
    await expect(columns.locator(".facts")).toContainText(preset);
    await expect(columns.locator(".facts")).toContainText(elapsed);
    await report.getByLabel(levels).selectOption("premium");
    await report.getByRole("button", { name: next }).click();
    const urgent = report.locator(".values select");
    await urgent.or(report.locator(".answer")).first().waitFor();
    if ((await urgent.count()) > 0) {
      await urgent.first().selectOption("critical");
      await report.locator(".values .primary").click();
    }
    await expect(report.locator(".answer h2")).toHaveText(sentence);
    await expect(report.locator(".answer .facts")).toContainText(preset);
  });
}

test("the order of day and month is asked if no date of the file decides it", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(
    report,
    [
      "id,tier,severity,submitted_at,first_response_at",
      "1,premium,critical,03/02/2026 02:14,03/02/2026 02:20",
      "2,premium,critical,03/02/2026 02:14,03/02/2026 02:40",
    ].join("\n"),
  );
  await report.getByLabel("Order of day and month").selectOption("Day first (31/12/2026)");
  await report.getByRole("button", { name: "Read the file" }).click();
  await expect(report.locator(".answer h2")).toContainText("50.0% of 2 evaluated cases");
});

test("a severity for every case stands in for a column", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, "id,tier,created,first response\n1,premium,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n");
  await expect(report.getByRole("button", { name: "Read the file" })).toBeDisabled();
  await report.getByLabel("Severity of every case").selectOption("Critical");
  await report.getByRole("button", { name: "Read the file" }).click();
  await expect(report.locator(".answer h2")).toContainText("100% of evaluated cases (only one case)");
});

test("titles above the header and a footer are left out, and said", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(
    report,
    [
      "Cases of February",
      "",
      "id,tier,severity,submitted_at,first_response_at",
      "1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z",
      "Total: 1",
    ].join("\n"),
  );
  const answer = report.locator(".answer");
  await expect(answer.locator("h2")).toContainText("100% of evaluated cases (only one case)");
  await expect(answer.locator(".facts")).toContainText("The header is row 3");
  await expect(answer.locator(".facts")).toContainText("without a case left out");
});
