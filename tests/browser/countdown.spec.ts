/** The countdown over time, and the picture of a long one. */

import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const submitted = "2026-02-03T07:14:00Z";

/** A case with thirty minutes to respond, and the clock `minutes` after its submission; it stands until it is moved. */
async function running(page: Page, minutes: number) {
  await page.clock.install({ time: Date.parse(submitted) });
  await page.clock.pauseAt(Date.parse(submitted) + minutes * 60_000);
  await page.goto("en/calculator.html");
  const clock = page.locator("slo-clock");
  await clock.evaluate((element, at) => {
    element.removeAttribute("policy");
    element.removeAttribute("now");
    for (const [name, value] of Object.entries({ tier: "enhanced", severity: "high", submitted: at })) {
      element.setAttribute(name, value);
    }
  }, submitted);
  await expect(clock.locator(".moment")).toHaveAttribute("datetime", "2026-02-03T07:44:00Z");
  const [timer, status] = [clock.getByRole("timer"), clock.locator(".countdown [role=status]")];
  return { clock, timer, status, forward: (seconds: number) => page.clock.runFor(seconds * 1_000) };
}

test("minutes are counted above ten minutes, seconds below", async ({ page }) => {
  const { timer, forward } = await running(page, 19);
  await expect(timer).toHaveText("11 min remaining");
  await forward(20);
  await expect(timer).toHaveText("11 min remaining");
  await forward(40);
  await expect(timer).toHaveText("10 min remaining");
  await forward(21);
  await expect(timer).toHaveText("9 min 39 s remaining");
});

test("a visitor who prefers reduced motion sees no seconds", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { timer, forward } = await running(page, 24);
  await expect(timer).toHaveText("6 min remaining");
  await forward(90);
  await expect(timer).toHaveText("5 min remaining");
});

test("the status is empty at first, then announces each mark once, at the deadline and after it", async ({ page }) => {
  const { status, timer, forward } = await running(page, 14);
  await expect(status).toHaveText("");
  const said: string[] = [];
  for (let minute = 14; minute < 33; minute += 1) {
    await forward(60);
    const text = (await status.textContent()) ?? "";
    if (text !== said.at(-1) && text) said.push(text);
  }
  expect(said.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
    "15 minutes remaining.",
    expect.stringMatching(/^A quarter of the time remains: 7 minutes/),
    "5 minutes remaining.",
    "1 minute remaining.",
    "The deadline is now.",
    "The deadline has passed.",
  ]);
  await expect(timer).toHaveText("Overdue by 3 min");
});

test("a deadline that moves is not announced as one that passes", async ({ page }) => {
  const { clock, status, timer, forward } = await running(page, 10);
  await expect(timer).toHaveText("20 min remaining");
  await clock.evaluate((element) => element.setAttribute("submitted", "2026-02-03T06:50:00Z"));
  await expect(timer).toHaveText("Overdue by 4 min");
  await forward(2);
  await expect(status).toHaveText("");
});

test("a paused timer keeps its figure, and a resumed one shows the clock's", async ({ page }) => {
  const { clock, timer, forward } = await running(page, 5);
  await clock.getByRole("button", { name: "Pause" }).click();
  await forward(180);
  await expect(timer).toHaveText("25 min remaining");
  await clock.getByRole("button", { name: "Resume" }).click();
  await expect(timer).toHaveText("22 min remaining");
  await clock.getByRole("button", { name: "Hide" }).click();
  await expect(timer).toBeHidden();
  await expect(clock.getByRole("button", { name: "Show the time remaining" })).toBeFocused();
});

test("hundreds of stretches scroll inside their column, each in the picture and in the table", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("en/calculator.html");
  const clock = page.locator("slo-clock");
  await expect(clock.locator(".moment")).toBeVisible();
  await clock.evaluate(async (element) => {
    // No objective of the policies here is paused this often: one with a first response that can be.
    const policy = await (await fetch("../policies/boreal-care.json")).json();
    for (const objective of policy.measures) objective.pausable = true;
    const at = (minute: number) => Date.parse("2026-12-28T14:00:00Z") + minute * 15_000;
    const pauses = Array.from({ length: 120 }, (_, index) => [at(2 * index), at(2 * index + 1)]);
    element.setAttribute("now", new Date(at(240)).toISOString());
    Object.assign(element, { policy, facts: { tier: "complete", severity: "moderate", submittedAt: at(0), pauses } });
  });
  const counting = clock.locator("details").first();
  await counting.locator("summary").click();
  const stretches = counting.locator("svg.picture .stretch");
  await expect.poll(() => stretches.count()).toBeGreaterThan(200);
  await expect(counting.locator("tbody tr")).toHaveCount(await stretches.count());
  await expect(counting.getByRole("region", { name: "Chart of the time counted" })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect((await findingsOfAxe(page)).filter((finding) => finding.includes("slo-clock"))).toEqual([]);
});
