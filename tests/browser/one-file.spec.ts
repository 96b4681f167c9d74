/** The page of `case-slo page`: from a disk without a network, as a folder that a service worker keeps, and without JavaScript. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const folder = mkdtempSync(join(tmpdir(), "case-slo-page-"));
const boreal = "policies/boreal-care.json";

/** Runs the command and returns what it prints. */
const write = (...args: string[]): Buffer =>
  execFileSync(process.execPath, ["dist/cli.js", "page", boreal, ...args], { maxBuffer: 1 << 24 });

function file(name: string, ...args: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, write(...args));
  return pathToFileURL(path).href;
}

const words = {
  "fr-CA": { go: "Continuer", call: "Appeler le +1 514 555-0199", worst: "Arrêt", late: "À une autre date" },
  en: { go: "Continue", call: "Call +1 514 555-0199", worst: "Outage", late: "At another date" },
};

/** Answers every question with the first option. */
async function answerAll(page: Page, go: string): Promise<void> {
  const result = page.locator("slo-wizard [part=result]");
  const option = page.locator("slo-wizard").getByRole("radio").first();
  await expect(option).toBeVisible();
  while (!(await result.isVisible())) {
    const title = await page.title();
    await option.check();
    await page.getByRole("button", { name: go }).click();
    await expect(page).not.toHaveTitle(title);
  }
}

const view = (page: Page, name: string) => page.locator(`.edition.current .views [data-view=${name}]`);

for (const engine of ["wasm", "js"]) {
  for (const language of ["fr-CA", "en"] as const) {
    test(`one file from a disk guides a customer to a call, offline (${language}, ${engine})`, async ({
      browser,
      page,
    }) => {
      const { go, call, worst } = words[language];
      const url = file(`${engine}.html`, "--engine", engine, "--phone", "+1 514 555-0199");
      await page.context().setOffline(true);
      await page.goto(`${url}?lang=${language}`);
      await answerAll(page, go);
      await expect(page.getByRole("heading", { name: worst })).toBeVisible();
      await expect(page.locator("slo-wizard").getByRole("link", { name: call })).toHaveAttribute(
        "href",
        "tel:+15145550199",
      );
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(browser.isConnected()).toBe(true);
    });
  }
}

test("the case goes from the wizard to the request, the deadlines and the tiers, through the history and the other language", async ({
  page,
}) => {
  await page.goto(`${file("case.html")}?lang=en`);
  await answerAll(page, words.en.go);
  await expect(page).toHaveURL(/#boreal-care/);
  const vector = new URL(page.url()).hash;
  for (const [name, text] of [
    ["request", "Outage"],
    ["deadlines", "Outage"],
    ["objectives", "Outage"],
    ["tiers", "Complete"],
  ] as const) {
    await view(page, name).click();
    await expect(page.locator(`.current .view-${name}`)).toContainText(text);
    await expect(page.locator(`.current .view-${name} > h1`)).toBeFocused();
    expect(await findingsOfAxe(page), name).toEqual([]);
    expect(await overflow(page), name).toBeLessThanOrEqual(0);
  }
  await page.goBack();
  await expect(page.locator(".current .view-objectives")).toBeVisible();
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await view(page, "help").click();
  await expect(page.getByRole("heading", { name: "Arrêt" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe(vector);
  await page.reload();
  await expect(page.locator("slo-wizard [part=result]")).toBeVisible();
});

test("a case that is submitted has a clock, and a link to a clause leads to its text and leaves the address alone", async ({
  page,
}) => {
  await page.goto(`${file("clock.html", "--zone", "America/Toronto")}?lang=en`);
  await view(page, "deadlines").click();
  await expect(page.locator(".current .running")).toBeHidden();
  await page.locator("slo-calculator").getByRole("radio", { name: words.en.late }).check();
  await expect(page.locator(".current .running slo-clock [part=due]").first()).toBeVisible();
  await page.locator("slo-calculator a.cite, slo-calculator .cite a").first().click();
  await expect(page.locator(".current .document")).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("the deadlines show the case of the address: the tier, the severity and the time of the submission", async ({
  page,
}) => {
  const url = file("address.html", "--zone", "America/Toronto");
  const at = "2026-11-30T14:00:00Z";
  for (const facts of [`tier=complete&at=${at}`, `tier=complete&severity=moderate&at=${at}`]) {
    await page.goto("about:blank");
    await page.goto(`${url}?lang=en#boreal-care@2026.2&${facts}`);
    await view(page, "deadlines").click();
    const clock = page.locator(".current .running slo-clock");
    await expect(clock).toHaveAttribute("submitted", "2026-11-30T14:00:00.000Z");
    await expect(clock).toHaveAttribute("tier", "complete");
    if (facts.includes("severity")) await expect(clock).toHaveAttribute("severity", "moderate");
    await page.getByRole("link", { name: "Français" }).click();
    await expect(clock).toHaveAttribute("submitted", "2026-11-30T14:00:00.000Z");
  }
});

test("the file is small and names its script and its style by digests, with a brand and a logo", async ({ page }) => {
  const logo = join(folder, "logo.svg");
  writeFileSync(logo, `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40v40z"/></svg>`);
  await page.goto(`${file("brand.html", "--accent", "#0b6e4f", "--logo", logo, "--theme", "light", "--lang", "en")}`);
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  expect(policy).toMatch(
    /default-src 'none'.*script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; trusted-types 'none'$/,
  );
  const button = page.getByRole("button", { name: "Continue" });
  await expect(button).toHaveCSS("background-color", "rgb(11, 110, 79)");
  expect(await page.locator(".current .brand img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  await expect(page.locator(".current .languages")).toHaveCount(0);
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("on paper there is the answer without anything to click", async ({ page }) => {
  await page.goto(`${file("print.html")}?lang=en`);
  await answerAll(page, words.en.go);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Outage" })).toBeVisible();
  await expect(page.locator(".current header .urgent")).toBeVisible();
  await expect(page.locator(".current .views")).toBeHidden();
  await expect(page.locator(".current .languages")).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("every language can be read whole, the number first", async ({ browser, locale }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(locale === undefined ? {} : { locale }) });
    const page = await context.newPage();
    await page.goto(file("plain.html", "--phone", "+1 514 555-0199"));
    for (const text of [
      "Le service est en panne?",
      "Is the service down?",
      "Essentiel",
      "Essential",
      "soutien@example.com",
    ])
      await expect(page.getByText(text).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "+1 514 555-0199" })).toHaveCount(2);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await context.close();
  });
});

test("a folder for a static host works after the network is gone", async ({ page, problems }) => {
  const out = join(folder, "host");
  write("--out", out, "--lang", "en");
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    try {
      const name = path === "/" ? "index.html" : path.slice(1);
      const body = readFileSync(join(out, name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await page.reload();
  await answerAll(page, words.en.go);
  await expect(page.getByRole("heading", { name: "Outage" })).toBeVisible();
  // The browser reports that the network does not answer.
  expect(problems.filter((problem) => !/ERR_CONNECTION_REFUSED/.test(problem))).toEqual([]);
  problems.length = 0;
});

test("in a sandboxed frame of a portal, the file guides to a call as well", async ({ page }) => {
  const html = write("--lang", "en", "--phone", "+1 514 555-0199");
  await page.route("**/support.html", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await page.route("**/intranet.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'none'; frame-src 'self'; style-src 'unsafe-inline'" },
      body: `<!doctype html><html lang="en"><head><title>Intranet</title></head><body><main><h1>Intranet</h1>
        <iframe src="support.html" title="Support" sandbox="allow-scripts allow-popups allow-downloads" width="100%" height="900"></iframe>
        </main></body></html>`,
    }),
  );
  await page.goto("intranet.html");
  const frame = page.frameLocator("iframe");
  const option = frame.locator("slo-wizard").getByRole("radio").first();
  const result = frame.locator("slo-wizard [part=result]");
  for (let step = 1; step <= 2; step += 1) {
    await expect(frame.getByText(`Question ${step} of`)).toBeVisible();
    await option.check();
    await frame.getByRole("button", { name: "Continue" }).click();
  }
  await expect(result).toBeVisible();
  await expect(frame.locator("slo-wizard").getByRole("link", { name: words.en.call })).toBeVisible();
  await frame.locator(".current .views [data-view=request]").click();
  await expect(frame.locator(".current .view-request")).toContainText("Outage");
});

test.describe("on the site", () => {
  const phone = "+1 514 555-0199";
  const logo = {
    name: "logo.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };

  for (const [name, path, language] of [
    ["builder", "en/builder.html", "en"],
    ["check", "policy.html", "fr-CA"],
  ] as const) {
    test(`the page of the ${name} makes the file of the command line from the policy at hand`, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(path);
      await page.locator("input[type=file]").first().setInputFiles(boreal);
      const form = page.locator(".one-file");
      const words = {
        en: ["Number to call", "Main colour", "Download the page", "has been downloaded"],
        "fr-CA": ["Numéro à appeler", "Couleur principale", "Télécharger la page", "est téléchargé"],
      } as const;
      const [number, colour, download, done] = words[language];
      await form.getByLabel(number).fill(phone);
      await form.getByLabel(colour).fill("#0b6e4f");
      await form.getByLabel("Logo").setInputFiles(logo);
      expect(asked.filter((each) => /page(-file)?\.js$/.test(each))).toEqual([]);
      const [made] = await Promise.all([
        page.waitForEvent("download"),
        form.getByRole("button", { name: download }).click(),
      ]);
      expect(made.suggestedFilename()).toBe("support.html");
      const logoFile = join(folder, logo.name);
      writeFileSync(logoFile, logo.buffer);
      const written = write("--phone", phone, "--accent", "#0b6e4f", "--logo", logoFile);
      expect(readFileSync(await made.path()).equals(written)).toBe(true);
      await expect(form.getByRole("status")).toContainText(done);
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }

  test("it says what is wrong with a colour, a logo and a policy, and downloads nothing", async ({ page }) => {
    await page.goto("en/builder.html");
    const form = page.locator(".one-file");
    await expect(page.locator("slo-policy-builder").getByRole("button").first()).toBeVisible();
    await expect(form).toBeHidden();
    await page.locator("input[type=file]").first().setInputFiles(boreal);
    const make = form.getByRole("button", { name: "Download the page" });
    page.on("download", () => expect.soft("a download").toBe("none"));
    await form.getByLabel("Main colour").fill("teal");
    await make.click();
    await expect(form.getByRole("status")).toHaveText("Write the colour in hexadecimal, such as #0b6e4f.");
    await form.getByLabel("Main colour").fill("");
    await form.getByLabel("Logo").setInputFiles({ ...logo, name: "logo.pdf" });
    await make.click();
    await expect(form.getByRole("status")).toContainText("This logo is not an SVG");
    await form.getByLabel("Logo").setInputFiles([]);
    const builder = page.locator("slo-policy-builder");
    await builder.getByRole("navigation").getByRole("button", { name: "JSON" }).click();
    await builder.getByRole("textbox", { name: "JSON" }).fill("{");
    await make.click();
    await expect(form.getByRole("status")).toHaveText("The policy has errors. Correct them first.");
  });
});
