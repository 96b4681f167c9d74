/** Elements that a server has rendered: seen before scripts run, taken over without a flash, and plain text without JavaScript. */

import type { Page } from "@playwright/test";
import type * as Server from "../../js/ssr/index.js";
import { expect, findingsOfAxe, test } from "./support/site.js";

// The package as it is built; the types are those of its source.
const { elementCss, renderElement } = (await import(
  new URL("../../dist/ssr.js", import.meta.url).href
)) as typeof Server;
type RenderOptions = Server.RenderOptions;
type RenderedTag = Server.RenderedTag;

const now = "2026-02-03T07:14:00Z";
const attributes = { tier: "premium", severity: "critical", submitted: now, now, zone: "America/Toronto" };

/** Serves a page whose elements a server has rendered; its script waits until the returned function is called. */
async function open(
  page: Page,
  elements: [RenderedTag, RenderOptions][],
  { strict = false } = {},
): Promise<() => void> {
  let go = () => {};
  const released = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/case-slo/elements/define.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.route("**/*.from-server.css", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1)?.replace(".from-server.css", "");
    return route.fulfill({ contentType: "text/css", body: elementCss(name as RenderedTag) });
  });
  const body = elements.map(([name, options]) =>
    renderElement(name, { lang: "en", ...options, ...(strict ? { stylesheet: `${name}.from-server.css` } : {}) }),
  );
  const header = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
  await page.route("**/rendered.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      ...(strict ? { headers: { "content-security-policy": header } } : {}),
      body: `<!doctype html><html lang="en"><head><title>Rendered</title>
        <script type="module" src="case-slo/elements/define.js"></script></head><body><main><h1>Rendered</h1>${body.join("")}</main></body></html>`,
    }),
  );
  await page.goto("rendered.html", { waitUntil: "commit" });
  return go;
}

/** Waits until an element has its policy and has drawn itself. */
const running = (page: Page, name: string) =>
  page.waitForFunction((each) => (document.querySelector(each) as { policy?: unknown } | null)?.policy, name);

for (const strict of [false, true])
  test(`the first question is there before any script, and the element takes over the same nodes (${strict ? "style-src 'self'" : "inline style"})`, async ({
    page,
  }) => {
    const go = await open(page, [["slo-wizard", { content: "<p>Call us.</p>" }]], { strict });
    const wizard = page.locator("slo-wizard");
    const option = wizard.getByRole("radio").first();
    await expect(option).toBeVisible();
    await expect(page.getByText("Call us.")).toBeHidden();
    await expect(wizard.locator(".card").first()).toHaveCSS("border-top-style", "solid");
    // The visitor is faster than the script.
    await option.check();
    const before = await wizard.boundingBox();
    await wizard.evaluate((element) => {
      const marked = element.shadowRoot?.querySelectorAll("h2, input, button") ?? [];
      for (const each of marked) Object.assign(each, { fromServer: true });
    });
    const shifts = await page.evaluateHandle(() => {
      const values: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) values.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift" });
      return values;
    });
    go();
    await running(page, "slo-wizard");
    await expect(option).toBeChecked();
    expect(await wizard.boundingBox()).toEqual(before);
    expect(await shifts.jsonValue()).toEqual([]);
    const strangers = await wizard.evaluate(
      (element) =>
        [...(element.shadowRoot?.querySelectorAll("h2, input, button") ?? [])].filter((each) => !("fromServer" in each))
          .length,
    );
    expect(strangers).toBe(0);
    await wizard.getByRole("button", { name: "Continue" }).click();
    await expect(wizard.locator(".verdict h2")).toHaveText("Critical");
  });

test("every element shows the same before and after", async ({ page }) => {
  const names = ["slo-calculator", "slo-clock", "slo-table", "slo-tiers", "slo-wizard"] as const;
  const go = await open(
    page,
    names.map((name) => [name, { attributes: { ...attributes, permalink: "off" } }]),
  );
  await expect(page.locator("slo-wizard").getByRole("radio").first()).toBeVisible();
  const texts = () =>
    Promise.all(
      names.map((name) =>
        page.locator(name).evaluate(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>("div, form")?.innerText),
      ),
    );
  const before = await texts();
  expect(await findingsOfAxe(page)).toEqual([]);
  go();
  await running(page, "slo-table");
  expect(await texts()).toEqual(before);
});

test("a due time that the server cannot know is hidden until the element runs", async ({ page }) => {
  const go = await open(page, [["slo-calculator", { attributes: { tier: "premium", severity: "critical" } }]]);
  await expect(page.locator("slo-calculator #tier")).toBeVisible();
  await expect(page.locator("slo-calculator .moment")).toBeHidden();
  go();
  await expect(page.locator("slo-calculator .moment")).toBeVisible();
});

test("an element in another state than that of the server shows its own", async ({ page }) => {
  const go = await open(page, [["slo-wizard", {}]]);
  await page.evaluate(() => {
    location.hash = "cisco-spark-swss@1/service:unavailable";
  });
  go();
  await expect(page.locator("slo-wizard .verdict h2")).toHaveText("Critical");
  await expect(page.locator("slo-wizard [part=question]")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test("the text inside the tag stands in place of the question", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(renderElement("slo-wizard", { lang: "en", content: "<p>Call us.</p>" }));
    await expect(page.getByText("Call us.")).toBeVisible();
    await expect(page.getByRole("radio").first()).toBeHidden();
    await context.close();
  });
});

for (const [missing, files] of [
  ["the engine", "**/engine.wasm"],
  ["the code of the element", "**/scripts/wizard-en.js"],
] as const)
  test(`an answer that is given before ${missing} has come counts once it has`, async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(files, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("en/index.html", { waitUntil: "commit" });
    if (missing === "the engine") await page.waitForFunction(() => customElements.get("slo-wizard") !== undefined);
    await page.locator('slo-wizard input[value="unavailable"]').check();
    await page.locator("slo-wizard form button[type=submit]").click();
    expect(new URL(page.url()).search).toBe("");
    release();
    await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Critical");
  });
