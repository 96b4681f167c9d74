/** The embedding guide: every example runs and shows its working code. */

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { expect, findingsOfAxe, languages, overflow, test } from "./support/site.js";

const example = (page: Page, name: string): Locator => page.locator(`[data-example="${name}"]`);
const code = (page: Page, name: string, at = 0): Locator => example(page, name).locator("pre code").nth(at);

/** Brings an example near the window, where its element comes to life. */
async function open(page: Page, name: string, folder = "en/"): Promise<Locator> {
  await page.goto(`${folder}embed.html#${name}`);
  const found = example(page, name);
  await found.scrollIntoViewIfNeeded();
  return found;
}

test("a change of a field changes the element, the code and the header", async ({ page }) => {
  const found = await open(page, "start");
  await expect(found.locator("slo-wizard form h2")).toBeVisible();
  await found.getByLabel("Tier").selectOption("enhanced");
  await found.getByLabel("Number to call").fill('"><b>5');
  await expect(found.locator("slo-wizard")).toHaveAttribute("tier", "enhanced");
  await expect(code(page, "start")).toContainText('phone="&quot;><b>5"');
  await expect(code(page, "start")).toContainText('tier="enhanced"');
  await expect(code(page, "start", 1)).toContainText("'wasm-unsafe-eval'");
  await found.getByLabel("Engine").selectOption("js");
  await expect(code(page, "start")).toContainText('engine="js"');
  await expect(code(page, "start", 1)).not.toContainText("wasm");
  await found.getByLabel("Element").selectOption("table");
  await expect(found.locator("slo-table table").first()).toBeVisible();
  await expect(code(page, "start")).toContainText("case-slo/elements/define-table.js");
});

test("the code is copied with one press", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const found = await open(page, "start");
  await found.getByRole("button", { name: "Copy – In the page" }).click();
  await expect(found.getByRole("status").first()).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page, "start").textContent());
});

test("a policy is edited, and the wizard starts again with it; invalid JSON is reported", async ({
  page,
  problems,
}) => {
  const found = await open(page, "policy");
  const heading = found.locator("slo-wizard form h2");
  await expect(heading).toHaveText("Do orders get through?");
  const text = found.getByRole("textbox", { name: "Policy, as JSON" });
  const source = await text.inputValue();
  await text.fill(source.replace("Do orders get through?", "Do parcels get through?"));
  await expect(heading).toHaveText("Do parcels get through?");
  await text.fill("{");
  await expect(found.getByRole("status").filter({ hasText: "not valid JSON" })).toBeVisible();
  await expect(heading).toHaveText("Do parcels get through?");
  await text.fill(source.replace('"severity": "urgent" },', '"severity": "urgnet" },'));
  await expect(found.locator("slo-wizard [part=error]")).toBeVisible();
  await expect(found.locator("slo-wizard li").first()).toContainText("urgnet");
  // The faulty policy is reported to the console, and nothing else.
  expect(problems.splice(0)).toEqual([expect.stringContaining("urgnet")]);
});

test("a brand is measured as it is painted: enough, too little, and enough again", async ({ page }) => {
  const found = await open(page, "brand");
  const row = (name: string) => found.getByRole("row", { name: new RegExp(name) });
  await expect(found.locator(".verdict-good")).toHaveText("All pairs have sufficient contrast.");
  // #0b6e4f on white, by the formula of WCAG.
  await expect(row("Link on the background").getByRole("cell").first()).toHaveText("6.2:1");
  const accent = found.getByLabel("Accent", { exact: true });
  await accent.fill("#ffd400");
  await expect(row("Link on the background")).toContainText("Insufficient");
  await expect(row("Button text under")).toContainText("Insufficient");
  await expect(found.getByText(/pairs have insufficient contrast/)).toBeVisible();
  await expect(code(page, "brand")).toContainText("--slo-color-accent: #ffd400;");
  expect(
    await found
      .locator("slo-calculator")
      .evaluate((element) => getComputedStyle(element).getPropertyValue("--slo-color-accent")),
  ).toBe("#ffd400");
  await found.getByLabel("Theme").selectOption("dark");
  await expect(row("Link on the background")).toContainText("Sufficient");
  await found.getByRole("button", { name: "Start over" }).click();
  await expect(found.locator(".verdict-good")).toBeVisible();
});

test("the form shows the value of its field, before and after", async ({ page }) => {
  const found = await open(page, "form");
  const row = (name: string) => found.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
  await expect(row("Valid")).toHaveText("No");
  await found.getByRole("button", { name: "Send" }).click();
  await expect(found.locator("slo-wizard input").first()).toBeFocused();
  await found.locator('slo-wizard input[value="unavailable"]').check();
  await found.getByRole("button", { name: "Continue" }).click();
  await expect(row("Value")).toHaveText("critical");
  await expect(row("Valid")).toHaveText("Yes");
  await found.getByRole("button", { name: "Send" }).click();
  await expect(row("Last sent")).toHaveText("subject=No mail since this morning&severity=critical");
  await found.getByRole("button", { name: "Clear the form" }).click();
  await expect(row("Value")).toHaveText("Nothing yet");
  await expect(found.locator("slo-wizard form h2")).toBeVisible();
});

test("the static page that is saved works from a disk, beside the script that it names", async ({ page }) => {
  for (const [engine, file] of [
    ["wasm", "case-slo.js"],
    ["js", "case-slo-js.js"],
  ] as const) {
    const found = await open(page, "static");
    await found.getByLabel("Engine").selectOption(engine);
    const saved = page.waitForEvent("download");
    await found.getByRole("button", { name: "Save this page" }).click();
    const folder = mkdtempSync(join(tmpdir(), "case-slo-"));
    await (await saved).saveAs(join(folder, "page.html"));
    copyFileSync(join("dist", file), join(folder, file));
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    await expect(page.locator("slo-table th[scope=row]").first()).toHaveText("Critical");
    expect(await page.evaluate("caseSlo.engine()")).toBe(engine);
  }
});

test("the frame runs in its sandbox, follows changes, and its messages are shown", async ({ page }) => {
  const found = await open(page, "frame");
  const inside = found.frameLocator("iframe");
  await expect(inside.locator("form h2")).toBeVisible();
  await found.getByLabel("Language").selectOption("fr-CA");
  await expect(inside.getByRole("button", { name: "Continuer" })).toBeVisible();
  await inside.locator('input[value="unavailable"]').check();
  await inside.getByRole("button", { name: "Continuer" }).click();
  await expect(found.locator(".heard li").last()).toContainText('slo-classified {"classification":{');
  await found.getByLabel("In a sandbox").uncheck();
  await expect(found.locator("iframe")).not.toHaveAttribute("sandbox");
  await expect(code(page, "frame")).not.toContainText("sandbox");
  await expect(inside.locator("form h2")).toBeVisible();
});

test("the digests are those of the files", async ({ page, request }) => {
  await page.goto("embed.html");
  const rows = page.locator(".release tbody tr");
  await expect(rows).toHaveCount(4);
  for (const row of await rows.all()) {
    const [name = "", digest = ""] = await row.locator("code").allTextContents();
    const served = await (await request.get(`case-slo/${name}`)).body();
    expect(digest, name).toBe(`sha384-${createHash("sha384").update(served).digest("base64")}`);
  }
});

for (const { language, folder } of languages) {
  test(`with every example alive, axe objects to nothing and the page fits a phone (${language})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${folder}embed.html`);
    for (const name of ["start", "policy", "brand", "form", "static", "frame"]) {
      await example(page, name).locator(".live-holder").scrollIntoViewIfNeeded();
      await expect(example(page, name).locator(".live-holder > *")).toBeVisible();
    }
    await expect(page.frameLocator("iframe").locator("form h2")).toBeVisible();
    await page.locator("details").evaluateAll((all) => all.map((each) => each.setAttribute("open", "")));
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("the footer of every page leads to the page that says what this is", async ({ page }) => {
  await page.goto("index.html");
  await page.getByRole("contentinfo").getByRole("link", { name: "À propos" }).click();
  await expect(page).toHaveURL(/about\.html$/);
});

for (const { language, folder } of languages) {
  test(`the content that case-slo render writes is the table of the element (${language})`, async ({ page }) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "dist/cli.js",
      "render",
      "--lang",
      language,
      "--part",
      "objectives",
      "--part",
      "severities",
    ]);
    await page.goto(`${folder}calculator.html`);
    await page.evaluate((path) => import(path) as Promise<unknown>, "/case-slo/elements/define-table.js");
    await page.evaluate(() => document.querySelector("main")?.replaceChildren(document.createElement("slo-table")));
    await expect(page.locator("slo-table tbody tr").first()).toBeVisible();
    // Words of the heads and numbers of the cells: the element says "in less than 15 minutes", the document "less than 15 min".
    const shown = await page
      .locator("slo-table table")
      .first()
      .evaluate((table) =>
        [...table.querySelectorAll("tr")].map((row) =>
          [...row.children].map((cell) =>
            cell.tagName === "TH" ? cell.textContent?.trim() : /\d+/.exec(cell.textContent ?? "")?.[0],
          ),
        ),
      );
    const written = [...stdout.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)]
      .map(([, row = ""]) =>
        [...row.matchAll(/<(t[hd])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, kind, cell = ""]) => {
          const text = cell
            .replace(/<a\b[\s\S]*?<\/a>/g, "")
            .replace(/<[^>]+>/g, "")
            .trim();
          return kind === "th" ? text : /\d+/.exec(text)?.[0];
        }),
      )
      .slice(0, shown.length);
    expect(shown.length).toBe(5);
    expect(written).toEqual(shown);
  });
}

test("every snippet with a tag of the package loads what defines it, in both languages", async ({ page }) => {
  for (const { folder } of languages) {
    await page.goto(`${folder}embed.html`);
    const snippets = (await page.locator("pre code").allTextContents()).filter((text) => /<slo-/.test(text));
    expect(snippets.length).toBeGreaterThan(5);
    for (const snippet of snippets) expect(snippet).toMatch(/<script[^>]* src="|<script\s+src="/);
  }
});

test("every element can be tried, with its attributes and events from the manifest", async ({ page }) => {
  const found = await open(page, "start");
  const choice = found.getByLabel("Element", { exact: true });
  const kinds = await choice
    .locator("option")
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
  expect(kinds.length).toBeGreaterThan(10);
  for (const kind of kinds) {
    await choice.selectOption(kind);
    const element = found.locator(`slo-${kind}`);
    await expect(found.locator(".heard")).toContainText('slo-ready {"policy":"cisco-spark-swss"');
    await expect(element.locator("[part=error]")).toHaveCount(0);
    await expect(code(page, "start")).toContainText(`case-slo/elements/define-${kind}.js`);
  }
  await choice.selectOption("tiers");
  await expect(found.locator(".events")).toContainText("the element can be used");
  await found.getByText("All the other attributes").click();
  await found.getByLabel("zone").fill("Asia/Tokyo");
  await expect(code(page, "start")).toContainText('zone="Asia/Tokyo"');
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("on a desktop the preview stays in view beside the settings", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const found = await open(page, "start");
  await found.getByText("All the other attributes").click();
  await found.getByLabel("now", { exact: true }).scrollIntoViewIfNeeded();
  await expect(found.locator("slo-wizard")).toBeInViewport();
  await expect(code(page, "start")).toBeInViewport();
});

test("the package of this version is there to download, and the line that installs it to copy", async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("en/embed.html");
  const link = page.getByRole("link", { name: /^Download case-slo/ });
  const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
  expect((await request.get(address)).status()).toBe(200);
  await page.getByRole("button", { name: "Copy – In a project, beside the file" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`npm install ./${address.split("/").at(-1)}`);
});
