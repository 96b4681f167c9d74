/** The package on foreign pages: headers without WebAssembly, one classic script, a file on a disk. */

import { mkdtempSync, copyFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/site.js";

/** The strictest header that a portal sets: no WebAssembly either. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** A foreign page beside the package, under a header of its own. */
async function open(page: Page, body: string, header = strict): Promise<void> {
  await page.route("**/portal.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": header },
      body: `<!doctype html><html lang="en"><head><title>Portal</title>
        <script type="module" src="case-slo/elements/define.js"></script></head><body>${body}</body></html>`,
    }),
  );
  await page.goto("portal.html");
}

async function classify(page: Page): Promise<void> {
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("under a header that refuses WebAssembly, the wizard works in JavaScript without one violation", async ({
  page,
}) => {
  await open(page, '<slo-wizard engine="js"></slo-wizard>');
  await expect(page.getByRole("radio").first()).toBeVisible();
  await classify(page);
  await expect(page.locator("slo-wizard")).toContainText("Critical");
});

test("every element works in JavaScript on a policy of the page", async ({ page }) => {
  await open(
    page,
    `<slo-calculator engine="js" policy="policies/boreal-care.json"></slo-calculator>
     <slo-clock engine="js" tier="complete" severity="outage" policy="policies/boreal-care.json" now="2026-02-03T15:00:00Z" submitted="2026-02-03T14:00:00Z"></slo-clock>`,
  );
  await expect(page.locator("slo-calculator").getByRole("heading").first()).toBeVisible();
  await expect(page.locator("slo-clock")).toContainText(/\d/);
});

test("by default, an element uses JavaScript if the page refuses WebAssembly", async ({ page, problems }) => {
  await open(page, "<slo-wizard></slo-wizard>");
  await expect(page.getByRole("radio").first()).toBeVisible();
  const address = new URL("case-slo/index.js", page.url()).href;
  expect(await page.evaluate(async (path) => ((await import(path)) as { engine(): string }).engine(), address)).toBe(
    "js",
  );
  // Trying is what the browser reports; engine="js" spares it.
  expect(problems.filter((problem) => !/wasm-eval|WebAssembly|wasm-unsafe-eval/.test(problem))).toEqual([]);
  problems.length = 0;
});

test("a browser that refuses the whole engine reads logs in JavaScript, whether an element runs already or not", async ({
  page,
  problems,
}) => {
  // A browser refuses a module that it cannot read, as it refuses all of them under a strict header.
  await page.route("**/analysis.wasm", (route) =>
    route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0xff]) }),
  );
  for (const element of ["", "<slo-wizard></slo-wizard>"]) {
    await page.unroute("**/portal.html");
    await open(page, element, strict.replace("'self'", "'self' 'wasm-unsafe-eval'"));
    if (element !== "") await expect(page.getByRole("radio").first()).toBeVisible();
    const address = new URL("case-slo/index.js", page.url()).href;
    const found = await page.evaluate(async (path) => {
      const { init, engine, referencePolicy } = (await import(path)) as typeof import("../../js/index.js");
      const before = engine();
      await init();
      const report = referencePolicy().report({ asOf: "2026-07-01T00:00:00Z" });
      report.push(
        new TextEncoder().encode(
          "id,tier,severity,submitted,responded\n1,premium,critical,2026-06-01T00:00:00Z,2026-06-01T00:10:00Z\n",
        ),
      );
      return { before, after: engine(), rows: report.finish().rows };
    }, address);
    expect(found).toEqual({ before: "wasm", after: "js", rows: 1 });
    if (element !== "") {
      await classify(page);
      await expect(page.locator("slo-wizard")).toContainText("Critical");
    }
  }
  problems.length = 0;
});

test("one classic script and one tag are enough from a disk", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "case-slo-"));
  copyFileSync("dist/case-slo.js", join(folder, "case-slo.js"));
  writeFileSync(
    join(folder, "page.html"),
    `<!doctype html><html lang="fr-CA"><title>Page</title><script src="case-slo.js"></script><slo-wizard>Repli</slo-wizard></html>`,
  );
  await page.goto(pathToFileURL(join(folder, "page.html")).href);
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.locator("slo-wizard")).toContainText("Critique");
  expect(await page.evaluate("caseSlo.engine()")).toBe("wasm");
});
