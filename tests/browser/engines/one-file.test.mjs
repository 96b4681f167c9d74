// The page of `case-slo page` from a disk, in Firefox and WebKit as in Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openChromium } from "./support/chromium.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { until } from "./support/portal.mjs";
import { openWebKit } from "./support/webkit.mjs";

const wizard = `document.querySelector("slo-wizard")?.shadowRoot`;
const option = `${wizard}?.querySelector("input[type=radio]")`;

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit })) {
  describe(`in ${name}`, { timeout: 300_000 }, () => {
    let browser;
    let folder;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "case-slo-file-"));
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test("the file runs from a disk and leads to the number to call", async () => {
      const args = ["dist/cli.js", "page", "policies/boreal-care.json", "--lang", "en", "--phone", "+1 514 555-0199"];
      const file = join(folder, "support.html");
      writeFileSync(file, execFileSync(process.execPath, args, { maxBuffer: 1 << 24 }));
      await browser.open(pathToFileURL(file).href);
      for (const step of [1, 2]) {
        await until(browser, `${wizard}?.textContent.includes("Question ${step} of") === true && !!${option}`);
        await browser.evaluate(`(${option}.click(), true)`);
        await browser.evaluate(`(${wizard}.querySelector("form button[type=submit]").click(), true)`);
      }
      await until(browser, `!!${wizard}?.querySelector('[part=result] a[href="tel:+15145550199"]')`);
      await browser.evaluate(`(document.querySelector(".current [data-view=deadlines]").click(), true)`);
      await until(
        browser,
        `document.querySelector("slo-calculator")?.shadowRoot?.textContent.includes("Outage") === true`,
      );
      assert.equal(
        await browser.evaluate(`getComputedStyle(document.querySelector(".current .document")).display`),
        "none",
      );
    });
  });
}
