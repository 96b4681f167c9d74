/** "Check your policy": findings beside the text. */

import { expect, findingsOfAxe, test } from "./support/site.js";

test("the reference policy has nothing to object to", async ({ page }) => {
  await page.goto("policy.html");
  await page.getByRole("button", { name: "Prendre la politique de référence" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Rien à redire/);
});

test("a finding names the line, and leads there", async ({ page }) => {
  await page.goto("en/policy.html");
  const source = page.getByRole("textbox", { name: "Policy, as JSON" });
  await source.fill('{\n  "id": "acme",\n  "version": "1",\n  "titel": {}\n}');
  const finding = page.getByRole("listitem").filter({ hasText: "titel" });
  await expect(finding).toContainText("Error");
  await finding.getByRole("button", { name: /line\s4/ }).click();
  await expect(source).toBeFocused();
  const selected = await source.evaluate((text: HTMLTextAreaElement) => text.value.slice(text.selectionStart, text.selectionEnd));
  expect(selected).toContain('"titel"');
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("a chosen file is read", async ({ page }) => {
  await page.goto("policy.html");
  await page
    .getByLabel("Choisir un fichier")
    .setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await expect(page.getByRole("status")).toHaveText(/^1\serreur\.$/);
});

test("a file beyond the limit is refused in words", async ({ page }) => {
  await page.goto("policy.html");
  await page
    .getByLabel("Choisir un fichier")
    .setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.alloc(1024 * 1024 + 1, " ") });
  await expect(page.getByRole("status")).toHaveText(/dépasse 1\sMio/);
});

test("without the engine, one sentence says so", async ({ page, problems }) => {
  await page.route("**/analysis.wasm", (route) => route.abort());
  await page.goto("policy.html");
  await expect(page.getByRole("status")).toHaveText(/n’a pas pu démarrer/);
  problems.length = 0;
});
