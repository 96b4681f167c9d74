// Chromium, through Playwright.

import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../../../../tools/lib/browsers.mjs";

/** Opens Chromium. @returns {Promise<import("./essentials.mjs").Browser>} */
export async function openChromium() {
  const browser = await chromium.launch(chromiumLaunch());
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
