// Tests on a page of another site, in Firefox and WebKit as in Chromium: form, keyboard, theme, countdown.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openChromium } from "./support/chromium.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { openPortal, until } from "./support/portal.mjs";
import { openWebKit } from "./support/webkit.mjs";

const bodies = {
  form: `<form><slo-wizard name="severity" required permalink="off"></slo-wizard><button>Send</button></form>`,
  theme: ["light", "dark", "momentum"]
    .map((theme) => `<slo-wizard id="${theme}" theme="${theme}" permalink="off"></slo-wizard>`)
    .join(""),
  clock: `<slo-clock tier="premium" severity="critical"></slo-clock>`,
};

const wizard = `document.querySelector("slo-wizard").shadowRoot`;
const sent = `new FormData(document.querySelector("form")).get("severity")`;

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit })) {
  describe(`in ${name}`, { timeout: 300_000 }, () => {
    let browser;
    let portal;
    before(async () => {
      portal = await openPortal(bodies);
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await portal?.close();
    });

    test("a form waits for the severity, sends it, and forgets it when it is reset", async () => {
      await browser.open(portal.url("form"));
      await until(browser, `!!${wizard}?.querySelector("input")`);
      await until(browser, `!document.querySelector("form").checkValidity()`);
      assert.equal(await browser.evaluate(sent), null);
      await browser.evaluate(`(${wizard}.querySelector('input[value="unavailable"]').click(), true)`);
      await browser.evaluate(`(${wizard}.querySelector("form button[type=submit]").click(), true)`);
      await until(browser, `${sent} === "critical"`);
      await until(browser, `document.querySelector("form").checkValidity()`);
      await browser.evaluate(`(document.querySelector("form").reset(), true)`);
      await until(browser, `!!${wizard}.querySelector("input") && ${sent} === null`);
      await until(browser, `!document.querySelector("form").checkValidity()`);
      assert.deepEqual(await browser.evaluate("noted"), []);
    });

    test("the keyboard alone is enough", async () => {
      await browser.open(portal.url("form"));
      await until(browser, `!!${wizard}?.querySelector("input")`);
      await browser.evaluate(`(${wizard}.querySelector("input").focus(), true)`);
      await browser.press("Space");
      await until(browser, `${wizard}.querySelector("input").checked`);
      await browser.press("Enter");
      await until(browser, `${wizard}.querySelector(".verdict :is(h1, h2)")?.textContent === "Critical"`);
      // The focus moves after the result is painted.
      await until(browser, `${wizard}.activeElement?.localName === "h2"`);
    });

    test("each theme has colours of its own", async () => {
      await browser.open(portal.url("theme"));
      const ids = ["light", "dark", "momentum"];
      await until(
        browser,
        `${JSON.stringify(ids)}.every((id) => document.getElementById(id).shadowRoot?.querySelector("input"))`,
      );
      const colours = await browser.evaluate(`${JSON.stringify(ids)}.map((id) => {
        const element = document.getElementById(id);
        const { color, backgroundColor } = getComputedStyle(element);
        const accent = getComputedStyle(element.shadowRoot.querySelector("[part=continue]")).backgroundColor;
        return color + " on " + backgroundColor + ", " + accent;
      })`);
      assert.equal(new Set(colours).size, ids.length, colours.join("; "));
    });

    test("the countdown counts the seconds of the last ten minutes", async () => {
      await browser.open(portal.url("clock"));
      const submitted = new Date(Date.now() - 8 * 60_000).toISOString();
      await browser.evaluate(`(document.querySelector("slo-clock").setAttribute("submitted", "${submitted}"), true)`);
      const timer = `document.querySelector("slo-clock").shadowRoot?.querySelector("[role=timer]")?.textContent`;
      const first = await until(browser, timer);
      assert.match(first.replaceAll("\u00a0", " "), /^6 min \d+ s remaining$/);
      const second = await until(browser, `${timer} !== ${JSON.stringify(first)} && ${timer}`);
      const left = (text) => Number(/(\d+)\D+min/.exec(text)[1]) * 60 + Number(/(\d+)\D+s/.exec(text)[1]);
      assert.ok(left(second) < left(first), `${first}, then ${second}`);
    });
  });
}
