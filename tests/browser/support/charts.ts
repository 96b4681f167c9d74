/** Charts on a page of their own, under the headers of the site, and figures to show. */

import type { Page } from "@playwright/test";
import type { HourAttainment, ReportResult, Week } from "../../../js/types.js";
import { contentSecurityPolicy } from "../../../tools/serve/headers.mjs";
import { bundledSource } from "../../package/support/source.mjs";
import type { Shown } from "./charts-page.js";

let script: Promise<string> | undefined;

/** Opens the page of charts. */
export async function openCharts(page: Page): Promise<void> {
  script ??= bundledSource("tests/browser/support/charts-page.tsx");
  const body = await script;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="site.css"><script type="module" src="charts-test.js"></script></head><body><main><h1>Charts</h1><h2>All</h2></main></body></html>`;
  await page.route("**/charts-test.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  await page.route("**/charts-test.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": contentSecurityPolicy },
      body: html,
    }),
  );
  await page.goto("charts-test.html");
  await page.waitForFunction(() => "showCharts" in window);
}

export const show = (page: Page, language: string, ...shown: Shown[]): Promise<void> =>
  page.evaluate(([tag, all]) => window.showCharts(tag, all), [language, shown] as const);

/** The same numbers for the same seed, in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Weeks from the first of 2022 on; the fourth has three cases, and none is evaluated in the last one. */
export function weeksOf(count: number): Week[] {
  const next = seeded(1);
  const names = Array.from({ length: count }, (_, at) => {
    const monday = new Date(Date.UTC(2022, 0, 3) + at * 7 * 86_400_000);
    const thursday = new Date(monday.getTime() + 3 * 86_400_000);
    const year = thursday.getUTCFullYear();
    const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
    return `${year}-W${String(number).padStart(2, "0")}`;
  });
  return names.map((week, at) => {
    const cases = at === 3 ? 3 : 20 + Math.floor(next() * 30);
    const missed = at === 3 ? 1 : Math.floor(next() * 5);
    return { week, tier: null, severity: null, cases, met: at === 3 ? 2 : cases - missed, missed };
  });
}

export const distribution = {
  histogram: [
    [60, 12],
    [300, 85],
    [600, 140],
    [900, 93],
    [1_200, 17],
    [1_800, 12],
    [3_600, 2],
  ].map(([upToSeconds = 0, count = 0]) => ({ upToSeconds, count })),
  p50: 480,
  p90: 1_100,
  p95: 1_750,
};

export const misses: ReportResult["misses"] = [40_000, 9_000, 1_000, 700, 600, 200, 100].map((overrunSeconds, at) => ({
  row: at + 2,
  id: `C-${at}`,
  tier: "premium",
  severity: at % 2 === 0 ? "critical" : "low",
  submittedAt: "2026-02-03T08:00:00Z",
  overrunSeconds,
  open: at < 2,
}));

/** Every hour of the working days; two cases at Sunday noon, both missed. */
export const hours: HourAttainment[] = [
  ...Array.from({ length: 5 * 24 }, (_, at) => ({
    weekday: 1 + Math.floor(at / 24),
    hour: at % 24,
    cases: 6 + (at % 24),
    met: 5 + (at % 24),
    missed: 1,
  })),
  { weekday: 7, hour: 12, cases: 2, met: 0, missed: 2 },
];
