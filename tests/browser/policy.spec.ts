/** "Check your policy": findings beside the text. */

import { readFileSync } from "node:fs";
import { expect, findingsOfAxe, test } from "./support/site.js";

test("the reference policy has no finding", async ({ page }) => {
  await page.goto("policy.html");
  await page.getByRole("button", { name: "Charger la politique de référence" }).click();
  await expect(page.locator("#verdict")).toHaveText(/^Aucun problème/);
});

test("a finding names the line, and leads there", async ({ page }) => {
  await page.goto("en/policy.html");
  const source = page.getByRole("textbox", { name: "Policy, as JSON" });
  await source.fill('{\n  "id": "acme",\n  "version": "1",\n  "titel": {}\n}');
  const finding = page.getByRole("listitem").filter({ hasText: "titel" });
  await expect(finding).toContainText("Error");
  await finding.getByRole("button", { name: /line\s4/ }).click();
  await expect(source).toBeFocused();
  const selected = () =>
    source.evaluate((text: HTMLTextAreaElement) => text.value.slice(text.selectionStart, text.selectionEnd));
  await expect.poll(selected).toContain('"titel"');
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("a policy that can be used shows its questionnaire, its table, and the elements on it", async ({ page }) => {
  await page.goto("en/policy.html");
  await page.getByRole("button", { name: "Load the reference policy" }).click();
  const tree = page.locator(".decision");
  await expect(tree.getByRole("button", { name: "Its main function is unavailable" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
  const row = page.getByRole("row", { name: /^Its main function is unavailable .*main-function-unavailable/ }).first();
  await expect(row).toContainText("Critical");
  await page.locator("slo-wizard input[value=unavailable]").check();
  await page.locator("slo-wizard form button[type=submit]").click();
  await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Critical");
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("one missing translation is a warning, and takes nothing away", async ({ page }) => {
  const boreal = JSON.parse(readFileSync(new URL("../../policies/boreal-care.json", import.meta.url), "utf8"));
  delete boreal.severities[0].name.en;
  await page.goto("en/policy.html");
  await page.locator("#source").fill(JSON.stringify(boreal, null, 1));
  await expect(page.getByRole("listitem").filter({ hasText: "Warning" }).first()).toBeVisible();
  await expect(page.locator(".decision .answer").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /stated$/ }).first()).toBeVisible();
  await expect(page.locator("slo-wizard form")).toBeVisible();
  await expect(page.getByLabel("Choose the earlier version")).toBeVisible();
});

test("a path through the questions is lit in the tree and in the table, by keyboard too", async ({ page }) => {
  await page.goto("en/policy.html");
  await page.getByRole("button", { name: "Load the reference policy" }).click();
  const result = page.locator(".decision-result [role=status]");
  await page.locator(".decision > .question > ul > li > .answer").first().press("Enter");
  await expect(result).toHaveText(/^Next question: /);
  const lit = page.locator(".decision .lit");
  await expect(lit).toHaveCount(1);
  await lit.locator(".answer").nth(1).press("Enter");
  await expect(lit).toHaveCount(2);
  await page.locator(".decision").getByRole("button", { name: "Its main function is unavailable" }).press("Enter");
  await expect(result).toHaveText("These answers lead to: Critical.");
  await expect(lit).toHaveCount(1);
  await expect(page.locator("tr.lit").first()).toContainText("Its main function is unavailable");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(lit).toHaveCount(0);
  await expect(result).toHaveText("");
});

test("what follows from an error is folded under it, and the lines are marked behind the text", async ({ page }) => {
  await page.goto("policy.html");
  await page.getByRole("button", { name: "Charger la politique de référence" }).click();
  const source = page.locator("#source");
  await expect(source).not.toHaveValue("");
  const text = await source.inputValue();
  await source.fill(text.replace('"id": "critical"', '"id": "crit"'));
  const cause = page.locator("#findings > li");
  await expect(cause).toHaveCount(1);
  await expect(cause).toContainText("Il n’y a pas de gravité");
  await cause.locator("summary").click();
  await expect(cause.locator(".consequences li").nth(10)).toBeVisible();
  await expect(page.locator("#marks .error").first()).toBeAttached();
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("an earlier version can be compared", async ({ page }) => {
  await page.goto("en/policy.html");
  await page.getByRole("button", { name: "Load the reference policy" }).click();
  await expect(page.locator("#source")).not.toHaveValue("");
  const source = await page.locator("#source").inputValue();
  await page
    .getByLabel("Choose the earlier version")
    .setInputFiles({ name: "old.json", mimeType: "application/json", buffer: Buffer.from(source) });
  await expect(page.locator("section[aria-labelledby=compare-heading] > [role=status]")).toHaveText(
    "Nothing changes for customers.",
  );
});

test("a comparison shows each change before and after, in the language of the page", async ({ page }) => {
  await page.goto("policy.html");
  await page.getByRole("button", { name: "Charger la politique de référence" }).click();
  await expect(page.locator("#source")).not.toHaveValue("");
  const earlier = (await page.locator("#source").inputValue()).replace('"under": "PT30M"', '"within": "PT2H"');
  await page
    .getByLabel("Choisir la version antérieure")
    .setInputFiles({ name: "old.json", mimeType: "application/json", buffer: Buffer.from(earlier) });
  const row = page
    .locator("table.changes")
    .getByRole("row", { name: /Réponse initiale/ })
    .first();
  await expect(row.getByRole("cell").first()).toHaveText(/^en 2\sheures au plus/);
  await expect(row.getByRole("cell").nth(1)).toHaveText(/^en moins de 30\sminutes/);
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("a chosen file is read", async ({ page }) => {
  await page.goto("policy.html");
  await page
    .getByLabel("Choisir un fichier")
    .setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await expect(page.locator("#verdict")).toHaveText(/^1\serreur\.$/);
});

test("a file beyond the limit is refused in words", async ({ page }) => {
  await page.goto("policy.html");
  await page
    .getByLabel("Choisir un fichier")
    .setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.alloc(1024 * 1024 + 1, " ") });
  await expect(page.locator("#verdict")).toHaveText(/dépasse 1\sMio/);
});

test("without the engine, one sentence says so", async ({ page, problems }) => {
  await page.route(/\/(analysis\.wasm|js-analysis\.js)$/, (route) => route.abort());
  await page.goto("policy.html");
  await expect(page.locator("#verdict")).toHaveText(/n’a pas pu démarrer/);
  problems.length = 0;
});
