/** The charts of a report: read aloud, walked by keyboard, equal to their tables, readable in every light, saved. */

import type { Locator, Page } from "@playwright/test";
import { distribution, hours, misses, openCharts, show, weeksOf } from "./support/charts.js";
import type { Shown } from "./support/charts-page.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const all: Shown[] = [
  ["WeeksChart", { weeks: weeksOf(13) }],
  ["DistributionChart", { group: distribution, objectives: [{ bound: "under", seconds: 900 }] }],
  ["MissesChart", { misses, missed: misses.length }],
  ["HeatStrip", { hours, zone: "America/Toronto" }],
];

const chart = (page: Page, index = 0): Locator => page.locator(".chart").nth(index);
const marks = (of: Locator): Locator => of.getByRole("img");
/** Rows of the table of a chart, cell by cell, without its heading. */
async function rowsOf(of: Locator): Promise<string[][]> {
  await of.locator("details").evaluate((details: HTMLDetailsElement) => (details.open = true));
  return of
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

test.beforeEach(async ({ page }) => openCharts(page));

test("Tab stops once at a chart, the arrow keys walk its marks, and the mark is described", async ({ page }) => {
  await show(page, "en", ...all);
  const weeks = chart(page);
  await page.keyboard.press("Tab");
  // The latest week is the one that is asked about first.
  await expect(marks(weeks).last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(marks(weeks).first()).toBeFocused();
  await expect(marks(weeks).first()).toHaveAccessibleName(
    /^Week.1 of 2022, January.3 to 9: [\d.]+% met \(\d+ cases evaluated, \d missed\)\. Likely range: [\d.]+% to [\d.]+%\.$/,
  );
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowRight");
  await expect(marks(weeks).nth(3)).toBeFocused();
  await expect(marks(weeks).nth(3)).toHaveAccessibleName(
    /66\.7% met \(3 cases evaluated, 1 missed\)\. Too few cases to say more\.$/,
  );
  await expect(weeks.locator(".mark-label")).toHaveText((await marks(weeks).nth(3).getAttribute("aria-label")) ?? "");
  // The next stop is what opens the table, then the next chart.
  await page.keyboard.press("Tab");
  await expect(weeks.locator("summary")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(marks(chart(page, 1)).last()).toBeFocused();
});

test("the hours of the week are walked in both directions", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await show(page, "en", all[3]!);
  await marks(chart(page)).last().focus();
  await page.keyboard.press("Home");
  await expect(page.locator("#charts :focus")).toHaveAccessibleName(/^Sunday, 12.a\.m\. to 1.a\.m\.: no cases\.$/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#charts :focus")).toHaveAccessibleName(
    /^Friday, 12.a\.m\. to 1.a\.m\.: 6 cases, 83\.3% met \(6 cases evaluated, 1 missed\)\.$/,
  );
});

test("an hour that is clearly below the overall rate is framed, and says so; one that chance may explain is not", async ({
  page,
}) => {
  const day = Array.from({ length: 24 }, (_, hour) => ({ weekday: 1, hour, cases: 50, met: 48, missed: 2 }));
  const bad = { weekday: 2, hour: 9, cases: 50, met: 30, missed: 20 };
  const unlucky = { weekday: 2, hour: 10, cases: 50, met: 46, missed: 4 };
  await show(page, "en", ["HeatStrip", { hours: [...day, bad, unlucky] }]);
  await expect(chart(page).locator(".plot .worse")).toHaveCount(1);
  await expect(marks(chart(page)).filter({ has: page.locator(".worse") })).toHaveAccessibleName(
    /^Tuesday, 9.a\.m\. to 10.a\.m\.: .* Clearly below the overall rate\.$/,
  );
  await expect(chart(page).locator("figcaption p")).toContainText("1 hour is clearly below the overall rate.");
});

test("a mark under the pointer is described below the chart", async ({ page }) => {
  await show(page, "en", all[1]!);
  await marks(chart(page)).nth(2).hover();
  await expect(chart(page).locator(".mark-label")).toHaveText(
    "5 min to 10 min: 140 cases, 38.8%.".replaceAll(/(\d) min/g, "$1\u00a0min"),
  );
});

test("a mark that comes under a pointer at rest does not take the place of the focused one", async ({ page }) => {
  await show(page, "en", ...all);
  await page.setViewportSize({ width: 1280, height: 500 });
  const [focused, other] = [marks(chart(page, 3)).nth(20), marks(chart(page, 3)).nth(50)];
  await focused.scrollIntoViewIfNeeded();
  const place = await other.boundingBox();
  if (place === null) throw new Error("no such mark");
  await page.evaluate(() => scrollBy(0, -100));
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await focused.evaluate((each: SVGGElement) => each.focus({ preventScroll: true }));
  await page.evaluate(() => scrollBy(0, 100));
  // The browser has noticed what lies under the pointer now.
  await expect.poll(() => other.evaluate((each) => each.matches(":hover"))).toBe(true);
  await expect(chart(page, 3).locator(".mark-label")).toHaveText((await focused.getAttribute("aria-label")) ?? "");
});

test("the table of a chart contains everything that its marks say", async ({ page }) => {
  await show(page, "en", ...all);
  const [weeks, times, overruns] = [
    await rowsOf(chart(page, 0)),
    await rowsOf(chart(page, 1)),
    await rowsOf(chart(page, 2)),
  ];
  const given = weeksOf(13);
  expect(weeks.map((cells) => cells.slice(1, 4).map(Number))).toEqual(
    given.map(({ cases, met, missed }) => [cases, met, missed]),
  );
  expect(times.map((cells) => Number(cells[1]))).toEqual(distribution.histogram.map(({ count }) => count));
  expect(overruns.reduce((sum, cells) => sum + Number(cells[1]), 0)).toBe(misses.length);
  for (const [index, rows] of [weeks, times, overruns].entries()) {
    const names = await marks(chart(page, index)).evaluateAll((all) =>
      all.map((mark) => mark.getAttribute("aria-label") ?? ""),
    );
    expect(names).toHaveLength(rows.length);
    rows.forEach((cells, at) => {
      const [name = "", count = ""] = cells;
      expect(names[at]?.toLowerCase()).toContain(name.toLowerCase());
      expect(names[at]).toMatch(new RegExp(`\\b${count}\\b`));
    });
  }
  const table = await rowsOf(chart(page, 3));
  expect(table).toHaveLength(hours.length);
  const count = await marks(chart(page, 3)).evaluateAll(
    (all) => all.filter((mark) => !mark.getAttribute("aria-label")?.endsWith("no cases.")).length,
  );
  expect(count).toBe(hours.length);
});

test("bars are as tall as their counts, and times beyond the objective are hatched", async ({ page }) => {
  await show(page, "en", all[1]!);
  const heights = await marks(chart(page)).evaluateAll((all) =>
    all.map((mark) => Number(mark.querySelector("rect:not(.reach)")?.getAttribute("height"))),
  );
  const scale = (heights[2] ?? 0) / 140;
  for (const [at, { count }] of distribution.histogram.entries())
    expect(Math.abs((heights[at] ?? 0) - count * scale)).toBeLessThan(0.2);
  const kinds = await marks(chart(page)).evaluateAll((all) =>
    all.map((mark) => mark.querySelector("rect:not(.reach)")?.getAttribute("class")),
  );
  expect(kinds).toEqual(["met", "met", "met", "met", "missed", "missed", "missed"]);
  const fill = await chart(page).locator(".plot .missed").first().getAttribute("fill");
  await expect(chart(page).locator(`.plot pattern[id="${fill?.slice(5, -1)}"]`)).toHaveCount(1);
});

test("running cases are hollow, in weeks and hours, and as tall as their count", async ({ page }) => {
  await show(
    page,
    "en",
    ["WeeksChart", { weeks: [{ week: "2026-W06", tier: null, severity: null, cases: 20, met: 10, missed: 5 }] }],
    ["HeatStrip", { hours: [{ weekday: 1, hour: 9, cases: 20, met: 10, missed: 5 }] }],
  );
  const height = (of: Locator, kind: string) =>
    of.locator(`.plot rect.${kind}`).evaluate((rect) => Number(rect.getAttribute("height")));
  const [weeks, heat] = [chart(page, 0), chart(page, 1)];
  const whole = (await height(weeks, "met")) * 2;
  expect(await height(weeks, "missed")).toBeCloseTo(whole / 4, 0);
  expect(await height(weeks, "others")).toBeCloseTo(whole / 4, 0);
  // Of a square, the hollow one is what the other two leave.
  const square = await height(heat, "others");
  expect(await height(heat, "met")).toBeCloseTo(square / 2, 0);
  expect(await height(heat, "missed")).toBeCloseTo(square / 4, 0);
  for (const each of [weeks, heat]) await expect(each.locator(".legend")).toContainText("Not counted");
});

test("lines and axes are hidden from screen readers; the objective is in the summary", async ({ page }) => {
  await show(page, "en", ...all);
  const loose = await page
    .locator("#charts")
    .evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll(".plot text") ?? [])]
        .filter((text) => text.closest("[role=img], [aria-hidden=true]") === null)
        .map((text) => text.textContent),
    );
  expect(loose).toEqual([]);
  await expect(chart(page, 1).locator("figcaption p")).toHaveText(/Objective: under 15.min\.$/);
});

test("a week with fewer than five cases is a ring without an interval", async ({ page }) => {
  await show(page, "en", all[0]!);
  const [few, many] = [marks(chart(page)).nth(3), marks(chart(page)).nth(4)];
  await expect(few.locator("circle.few")).toHaveCount(1);
  await expect(few.locator(".interval")).toHaveCount(0);
  await expect(many.locator("circle.few")).toHaveCount(0);
  await expect(many.locator(".interval")).toHaveCount(1);
  await expect(chart(page).locator(".legend")).toContainText("Fewer than 5 cases");
});

test("without a case, each chart says so in a sentence", async ({ page }) => {
  await show(
    page,
    "fr-CA",
    ["WeeksChart", { weeks: [] }],
    ["DistributionChart", { group: { histogram: [], p50: null, p90: null, p95: null }, objectives: [] }],
    ["MissesChart", { misses: [], missed: 0 }],
    ["HeatStrip", { hours: [] }],
  );
  await expect(page.locator(".chart p")).toHaveText([
    "Il n’y a aucun cas à afficher.",
    "Il n’y a aucun cas à afficher.",
    "L’objectif n’a été manqué dans aucun cas.",
    "Il n’y a aucun cas à afficher.",
  ]);
  await expect(page.locator(".chart svg")).toHaveCount(0);
});

test("one week, and one case, are sentences that are true", async ({ page }) => {
  await show(page, "fr-CA", [
    "WeeksChart",
    { weeks: [{ week: "2026-W06", tier: null, severity: null, cases: 1, met: 1, missed: 0 }] },
  ]);
  await expect(chart(page).locator("figcaption p")).toHaveText("L’objectif a été respecté dans le seul cas évalué.");
  await expect(marks(chart(page))).toHaveCount(1);
  await expect(marks(chart(page)).first()).toHaveAccessibleName(
    /^Semaine.6 de 2026, du 2 au 8.février.: taux de respect de 100.% \(1.cas évalué, 0.manqué\)\./,
  );
});

test("two hundred weeks stay readable: texts keep apart, and a narrow window scrolls to the latest", async ({
  page,
}) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await show(page, "en", ["WeeksChart", { weeks: weeksOf(200) }]);
    await expect(marks(chart(page))).toHaveCount(200);
    const boxes = await chart(page)
      .locator(".plot text.tick")
      .evaluateAll((texts) =>
        texts
          .map((text) => text.getBoundingClientRect())
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      );
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        expect(
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
          JSON.stringify([one, other]),
        ).toBe(false);
      }
    });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 360, height: 900 });
  await show(page, "en");
  await show(page, "en", ["WeeksChart", { weeks: weeksOf(200) }]);
  await expect(marks(chart(page)).last()).toBeInViewport();
  await expect(marks(chart(page)).first()).not.toBeInViewport();
});

test("of a million cases, the overruns that are not listed are counted together", async ({ page }) => {
  await show(page, "en", ["MissesChart", { misses, missed: 50_000 }]);
  await expect(chart(page).locator("figcaption p")).toContainText("Only the 7 longest delays are listed one by one");
  const rows = await rowsOf(chart(page));
  expect(rows.reduce((sum, cells) => sum + Number(cells[1]?.replaceAll(",", "")), 0)).toBe(50_000);
});

test("French numbers have a decimal comma and no-break spaces", async ({ page }) => {
  await show(page, "fr-CA", all[1]!, ["MissesChart", { misses, missed: 50_000 }]);
  await expect(marks(chart(page)).nth(2)).toHaveAccessibleName(
    "De 5\u00a0min à 10\u00a0min\u00a0: 140\u00a0cas, 38,8\u00a0%.",
  );
  await expect(chart(page, 1).locator("figcaption p")).toContainText(
    "L’objectif a été manqué dans 50\u00a0000\u00a0cas",
  );
});

test("French names, sentences and tables have the spaces of Québec", async ({ page }) => {
  await show(page, "fr-CA", ...all, [
    "WeeksChart",
    { weeks: weeksOf(3).map((week) => ({ ...week, cases: week.cases + 2 })) },
  ]);
  const texts = await page.locator("#charts").evaluate((host) => {
    const root = host.shadowRoot;
    const names = [...(root?.querySelectorAll("[aria-label]") ?? [])].map((each) => each.getAttribute("aria-label"));
    return [
      ...names,
      ...[...(root?.querySelectorAll("h3, p, td, th, text, summary, .key") ?? [])].map((each) => each.textContent),
    ].join("\n");
  });
  expect(texts.length).toBeGreaterThan(5_000);
  // See pages.spec.ts.
  expect(
    texts.match(
      /[^\n]{0,20}(?: [:%$»]|« |[ \u00a0\u202f][;!?]|\d (?:h|min|s|minutes?|heures?|jours?)\b)[^\n]{0,10}/g,
    ) ?? [],
  ).toEqual([]);
  expect(texts).not.toMatch(/\b(?:week|case|missed|at most)\b/i);
});

for (const mode of ["light", "dark", "forced colours"] as const) {
  test(`axe objects to nothing, ${mode}`, async ({ page }) => {
    await page.emulateMedia({
      colorScheme: mode === "dark" ? "dark" : "light",
      forcedColors: mode === "forced colours" ? "active" : "none",
      reducedMotion: "reduce",
    });
    await show(page, "en", ...all);
    for (const details of await page.locator(".chart details").all())
      await details.evaluate((each: HTMLDetailsElement) => (each.open = true));
    await marks(chart(page)).first().focus();
    expect(await findingsOfAxe(page)).toEqual([]);
  });
}

test("in forced colours, met and missed are of the system's text colour, and still differ by hatching", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await show(page, "en", all[1]!);
  const style = (selector: string, property: string) =>
    chart(page)
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  const text = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.color = "CanvasText";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  expect(await style(".plot rect.met", "fill")).toBe(text);
  expect(await style(".plot rect.missed", "stroke")).toBe(text);
  expect(await style(".plot .hatch-line", "stroke")).toBe(text);
});

test("a saved chart is complete: it contains every colour, and the PNG shows the same", async ({ page }) => {
  await show(page, "en", ...all);
  for (const index of all.keys()) {
    const { svg, png } = await page.evaluate((at) => window.saveChart(at), index);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/class=|style=|var\(|tabindex|currentColor/);
    // Parsed anew as a file of its own, and drawn by the browser: the reference for what was painted on the canvas.
    const file = await page.context().newPage();
    await file.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
    const difference = await file.evaluate(async (bytes) => {
      const image = async (address: string) => {
        const made = document.createElementNS("http://www.w3.org/1999/xhtml", "img") as HTMLImageElement;
        made.src = address;
        await made.decode();
        return made;
      };
      const root = document.documentElement;
      const [width, height] = [Number(root.getAttribute("width")), Number(root.getAttribute("height"))];
      const drawn = await image(
        `data:image/svg+xml;utf8,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`,
      );
      const painted = await image(`data:image/png;base64,${bytes}`);
      const pixels = (picture: HTMLImageElement) => {
        const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
        [canvas.width, canvas.height] = [Math.round(width / 4), Math.round(height / 4)];
        const context = canvas.getContext("2d");
        context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      };
      const [one, other] = [pixels(drawn), pixels(painted)];
      let sum = 0;
      for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
      return {
        mean: sum / one.length,
        sharp: painted.naturalWidth / width,
        blank: one.every((value, at) => value === one[at % 4]),
      };
    }, png);
    await file.close();
    expect(difference.blank).toBe(false);
    expect(difference.sharp).toBe(2);
    expect(difference.mean).toBeLessThan(4);
  }
});

test("on paper, a chart is as wide as the column, and shows no more than the picture and its sentence", async ({
  page,
}) => {
  await show(page, "en", ...all);
  await page.emulateMedia({ media: "print" });
  await expect(chart(page).locator(".plot svg")).toBeVisible();
  await expect(chart(page).locator("details")).toBeHidden();
  await expect(chart(page).locator(".mark-label")).toBeHidden();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
