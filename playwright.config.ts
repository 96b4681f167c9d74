/** Tests of the site in Chromium: `npm test` runs them; `npx playwright test` alone needs a site that is built. */

import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./tools/lib/browsers.mjs";

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: "line",
  // A retry would hide a fault. Waits end with their condition; the limits are for tests that never get there.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://127.0.0.1:${process.env.CASE_SLO_PORT}/`,
    browserName: "chromium",
    locale: "fr-CA",
    timezoneId: "America/Toronto",
    launchOptions: chromiumLaunch(),
  },
  // The server takes the first free port and prints it, so several checkouts can be tested at once.
  webServer: {
    command: "node tools/serve/main.mjs",
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<case_slo_port>\d+)/ },
  },
});
