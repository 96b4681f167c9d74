// A page of a project in Chromium: its title is the answer, and the wizard on it is there.

import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../../../tools/lib/browsers.mjs";

/** The title that every fixture gives itself, and no trouble. */
export const works = { title: "wasm critical", problems: [] };

/** Opens Chromium. @returns {Promise<{open: (url: string, options?: object) => Promise<typeof works>, close: () => Promise<void>}>} */
export async function browser() {
  const running = await chromium.launch(chromiumLaunch());
  return { open: (url, options) => open(running, url, options), close: () => running.close() };
}

async function open(running, url, { wizard = true } = {}) {
  const tab = await running.newPage();
  const problems = [];
  tab.on("pageerror", (error) => problems.push(error.message));
  tab.on("console", (message) => {
    if (message.type() === "error" && !/favicon/.test(message.location().url)) problems.push(message.text());
  });
  try {
    await tab.goto(url, { timeout: 60_000 });
    await tab
      .waitForFunction(() => document.title.includes("critical"), undefined, { timeout: 60_000 })
      .catch(() => {});
    const question = tab.locator("slo-wizard").getByRole("radio").first();
    if (wizard) await question.waitFor({ timeout: 60_000 }).catch(() => problems.push("the wizard did not come"));
    return { title: await tab.title(), problems };
  } finally {
    await tab.close();
  }
}
