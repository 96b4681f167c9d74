/** The filters of `<slo-report>`: several tiers, severities and channels at once, by pointer and by keyboard. */

import type { Locator } from "@playwright/test";
import { choose, logOf, openReport, smallLog } from "./support/log.js";
import { expect, findingsOfAxe, overflow, test, visibleText } from "./support/site.js";

/** One case of each: those of Premium and of February are in time, the others late. */
const mixedLog = logOf(
  "1,premium,critical,2026-01-10T07:00:00Z,2026-01-10T07:05:00Z,phone",
  "2,premium,high,2026-02-10T07:00:00Z,2026-02-10T07:05:00Z,web",
  "3,enhanced,critical,2026-01-11T07:00:00Z,2026-01-11T12:00:00Z,phone",
  "4,enhanced,critical,2026-02-11T07:00:00Z,2026-02-11T07:05:00Z,email",
  "5,enhanced,high,2026-02-12T07:00:00Z,2026-02-12T12:00:00Z,",
);

const button = (report: Locator, label: string) => report.getByRole("button", { name: new RegExp(`^${label} `) });

/** Opens a filter, and gives its group of check boxes. */
async function open(report: Locator, label: string): Promise<Locator> {
  await button(report, label).click();
  return report.getByRole("group", { name: label, exact: true });
}

test("cases are filtered by tier, severity, channel and period, and the file is read again", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, smallLog);
  const heading = report.locator(".answer h2");
  const showAll = async () => {
    await page.keyboard.press("Escape");
    await report.getByRole("button", { name: "Show all cases" }).click();
  };
  await (await open(report, "Tier")).getByLabel("Premium").check();
  await expect(heading).toHaveText("The “Initial response” objective was met in 50.0% of 2 evaluated cases.");
  await expect(report.locator(".answer")).toContainText("2 rows excluded by the filter");
  await showAll();
  await (await open(report, "Channel")).getByLabel("web").check();
  await expect(heading).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
  await showAll();
  await (await open(report, "Severity")).getByLabel("Critical").check();
  await expect(heading).toHaveText("The “Initial response” objective was met in 50.0% of 2 evaluated cases.");
  await showAll();
  await report.getByRole("combobox", { name: "Submitted" }).selectOption("Custom dates");
  await report.getByLabel("From", { exact: true }).fill("2026-02-04");
  await expect(heading).toHaveText("No case matches the filter.");
});

for (const { folder, tier, severity, channel, all, premium, enhanced, critical, none, some, only, sentence } of [
  {
    folder: "",
    tier: "Niveau de service",
    severity: "Gravité",
    channel: "Canal",
    all: "Tous les niveaux",
    premium: "Supérieur",
    enhanced: "Amélioré",
    critical: "Critique",
    none: "Non précisé",
    some: "Supérieur, Amélioré",
    only: "Ces cas seulement : Supérieur, Amélioré; Critique; phone, email",
    sentence: "L’objectif « Réponse initiale » a été respecté dans 66,7 % des 3 cas évalués.",
  },
  {
    folder: "en/",
    tier: "Tier",
    severity: "Severity",
    channel: "Channel",
    all: "All tiers",
    premium: "Premium",
    enhanced: "Enhanced",
    critical: "Critical",
    none: "Not specified",
    some: "Enhanced, Premium",
    only: "Only these cases: Enhanced, Premium; Critical; phone, email",
    sentence: "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
  },
]) {
  test(`several tiers, severities and channels are chosen at once, and said (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await report.evaluate((element) => element.setAttribute("now", "2026-03-01T00:00:00Z"));
    await choose(report, mixedLog);
    await expect(button(report, tier)).toHaveText(all);
    const tiers = await open(report, tier);
    await tiers.getByLabel(premium).check();
    await tiers.getByLabel(enhanced).check();
    await expect(button(report, tier)).toHaveText(
      new RegExp(`^(${some}|${some.split(", ").toReversed().join(", ")})$`),
    );
    // It stays open while the file is read again: whoever chooses several goes on.
    await expect(tiers).toBeVisible();
    await (await open(report, severity)).getByLabel(critical).check();
    await expect(tiers).toBeHidden();
    const channels = await open(report, channel);
    await expect(channels.getByRole("checkbox")).toHaveCount(4);
    await expect(channels.getByLabel(none)).not.toBeChecked();
    await channels.getByLabel("phone").check();
    await channels.getByLabel("email").check();
    await expect(report.locator(".answer h2")).toHaveText(sentence);
    const said = (await report.locator(".answer .facts").innerText()).replaceAll("\u00a0", " ");
    for (const part of only.split("; ")) expect(said).toContain(part.split(", ").at(-1));
    await expect(report.locator("table.groups tbody tr")).not.toHaveCount(0);
    // Nothing chosen is all, and not none.
    for (const box of await channels.getByRole("checkbox").all()) await box.uncheck();
    await (await open(report, severity)).getByRole("button").click();
    await (await open(report, tier)).getByRole("button", { name: all }).click();
    await expect(button(report, tier)).toHaveText(all);
    await expect(button(report, tier)).toBeFocused();
    await expect(report.locator(".answer .facts")).not.toContainText(only.slice(0, 10));
    if (folder === "")
      expect(
        (await visibleText(page)).match(/[^\n]{0,20}(?: [:%$»]|« |[ \u00a0\u202f][;!?])[^\n]{0,10}/g) ?? [],
      ).toEqual([]);
  });
}

test("a filter is opened, set and left by keyboard alone", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, mixedLog);
  const severity = button(report, "Severity");
  await severity.focus();
  await expect(severity).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(severity).toHaveAttribute("aria-expanded", "true");
  const group = report.getByRole("group", { name: "Severity", exact: true });
  await page.keyboard.press("Tab");
  await expect(group.getByLabel("Critical")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(severity).toHaveText("Critical, High");
  await expect(group.getByLabel("High")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(group).toBeHidden();
  await expect(severity).toBeFocused();
  // Leaving by Tab closes it too.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await expect(group).toBeHidden();
  await expect(button(report, "Tier")).toBeFocused();
});

test("a filter closes when something else is pressed, and many names become a number", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(
    report,
    logOf(
      ...["a", "b", "c", "d", "e"].map(
        (channel, at) => `${at},premium,low,2026-02-03T07:00:00Z,2026-02-03T07:05:00Z,${channel}`,
      ),
    ),
  );
  const channels = await open(report, "Channel");
  for (const name of ["a", "b", "c", "d"]) await channels.getByLabel(name, { exact: true }).check();
  await expect(button(report, "Channel")).toHaveText("a, b and 2 more");
  await report.locator(".answer").click();
  await expect(channels).toBeHidden();
});

test("several values hold in the comparison with another tier, and with the period before", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.evaluate((element) => element.setAttribute("now", "2026-03-01T00:00:00Z"));
  await choose(report, mixedLog);
  await (await open(report, "Severity")).getByLabel("Critical").check();
  const channels = await open(report, "Channel");
  await channels.getByLabel("phone").check();
  await channels.getByLabel("email").check();
  const comparison = report.locator(".comparison");
  await report.getByRole("combobox", { name: "Compare with" }).selectOption("Objectives of the “Premium” tier");
  await expect(comparison).toHaveText(
    "Objectives of the “Premium” tier: met in 66.7% of the same 3 cases. Now it is the same.",
  );
  await report.getByRole("combobox", { name: "Submitted" }).selectOption("February 2026");
  await report.getByRole("combobox", { name: "Compare with" }).selectOption("before");
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
  await expect(comparison).toHaveText(
    /Previous period \(January.2026\): met in 50\.0% of evaluated cases \(2\)\. Now it is 50\.0 points higher\./,
  );
  await expect(report.locator(".answer .facts")).toContainText(
    "Only these cases: Critical; phone, email; February\u00a02026",
  );
});

for (const mode of ["light", "dark", "forced colours"] as const) {
  test(`an open filter fits a window of 320 pixels, its targets are large, and axe finds nothing (${mode})`, async ({
    page,
  }) => {
    await page.emulateMedia({
      colorScheme: mode === "dark" ? "dark" : "light",
      forcedColors: mode === "forced colours" ? "active" : "none",
      reducedMotion: "reduce",
    });
    await page.setViewportSize({ width: 320, height: 800 });
    const report = await openReport(page);
    await choose(report, mixedLog);
    const group = await open(report, "Gravité");
    await group.getByLabel("Critique").check();
    await expect(button(report, "Gravité")).toHaveText("Critique");
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    for (const target of [button(report, "Gravité"), ...(await group.locator("label, button").all())]) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 321)).toBeLessThanOrEqual(320);
    }
    expect(await findingsOfAxe(page)).toEqual([]);
  });
}
