// Firefox, through WebDriver BiDi.

import { launch } from "puppeteer-core";
import { findBrowser } from "../../../../tools/lib/browsers.mjs";

/** Opens Firefox. @returns {Promise<import("./essentials.mjs").Browser>} */
export async function openFirefox() {
  const browser = await launch({ browser: "firefox", executablePath: findBrowser("firefox"), headless: true });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    evaluate: (script) => page.evaluate(script),
    // Here a key goes by what it writes.
    press: (key) => page.keyboard.press(key === "Space" ? " " : key),
    close: () => browser.close(),
  };
}
