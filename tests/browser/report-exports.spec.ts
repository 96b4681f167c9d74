/** The exports of `<slo-report>`, opened again as the programs that they are for would. */

import { cellsOf, choose, logOf, openReport, smallLog } from "./support/log.js";
import { opened, saved, sizeOfPng } from "./support/saved.js";
import { expect, hear, test } from "./support/site.js";

for (const { folder, table, csv, delimiter, half, name, header } of [
  {
    folder: "",
    table: "Tableau",
    csv: "Enregistrer le tableau en CSV",
    delimiter: ";",
    half: "66,667",
    name: "bilan-groups.csv",
    header: "Niveau de service",
  },
  {
    folder: "en/",
    table: "Table",
    csv: "Save the table as CSV",
    delimiter: ",",
    half: "66.667",
    name: "report-groups.csv",
    header: "Tier",
  },
]) {
  test(`the table opens in a spreadsheet of the language (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await choose(report, smallLog);
    await expect(report.getByLabel(table, { exact: true })).toBeVisible();
    const file = await saved(page, report.getByRole("button", { name: csv }));
    expect(file.name).toBe(name);
    const text = file.bytes.toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows = cellsOf(text.slice(1), delimiter);
    expect(rows[0]?.[0]).toBe(header);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([13]));
    // All together: five cases, two met, one missed, one running, one without an objective.
    expect(rows.at(-1)?.slice(2, 8)).toEqual(["5", "2", "1", "1", "1", half]);
  });
}

test("no cell of a log is taken for a formula", async ({ page }) => {
  const report = await openReport(page, "en/");
  const ids = ["=1+1", "+1", "-1", "@SUM(A1)", 'a"b', "a,b"];
  await choose(
    report,
    logOf(
      ...ids.map(
        (id) => `"${id.replaceAll('"', '""')}",premium,critical,2026-02-03T07:14:00Z,2026-02-03T08:14:00Z,web`,
      ),
    ),
  );
  await report.getByLabel("Table", { exact: true }).selectOption("Delays");
  const text = (await saved(page, report.getByRole("button", { name: "Save the table as CSV" }))).bytes.toString();
  const cells = cellsOf(text.slice(1), ",")
    .slice(1)
    .map((row) => row[1] ?? "");
  expect(cells.toSorted()).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", 'a"b', "a,b"].toSorted());
  // Such cells stand in quotes too, for readers that drop the apostrophe.
  expect(text).toContain(`"'=1+1"`);
});

test("the export as JSON is the report of the event", async ({ page }) => {
  const report = await openReport(page, "en/");
  const events = await hear<{ result: object }>(page, "slo-report");
  await choose(report, smallLog);
  await expect.poll(events).toHaveLength(1);
  const [{ result }] = (await events()) as [{ result: object }];
  const file = await saved(page, report.getByRole("button", { name: "Save everything as JSON" }));
  const json = JSON.parse(file.bytes.toString()) as { file: string; policy: string; result: object };
  expect(json.file).toBe("cases.csv");
  expect(json.policy).toBe("cisco-spark-swss");
  expect(json.result).toEqual(result);
});

// A page for each chart: Chromium lets a page save no more than ten files in a second.
for (const place of [1, 2, 3, 4])
  test(`chart ${place} is saved as complete SVG, as PNG, and its figures as CSV, under the strict header`, async ({
    page,
  }) => {
    const report = await openReport(page, "en/");
    await report.locator(".samples button").first().click();
    await report.locator(".charts > :nth-child(4)").waitFor();
    const chart = report.locator(".chart").nth(place - 1);
    const by = (name: string) => saved(page, chart.getByRole("button", { name }));
    const [svg, png, csv] = [await by("Save as SVG"), await by("Save as PNG"), await by("Save the figures as CSV")];
    // Opened on a page of its own, as a browser opens such a file; behind it, the report would be slowed down.
    const image = await opened(await page.context().newPage(), svg);
    expect(svg.name).toMatch(/^report-\w+\.svg$/);
    expect(image?.colours).toBeGreaterThan(20);
    expect(sizeOfPng(png.bytes)).toEqual({ width: 2 * (image?.width ?? 0), height: 2 * (image?.height ?? 0) });
    // The rows of the table beside the chart, and as many cells in each; numbers instead of words.
    const [head, ...rows] = cellsOf(csv.bytes.toString().slice(1), ",");
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head?.length]));
    expect(rows.every((row) => row.slice(2).every((cell) => /^[\d.]*$/.test(cell)))).toBe(true);
  });

test("every chart of a report is walked by keyboard, and has its figures as a table", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.locator(".samples button").first().click();
  await report.locator(".charts > :nth-child(4)").waitFor();
  for (const chart of await report.locator(".chart").all()) {
    await chart.locator(".plot [tabindex='0']").first().focus();
    const label = chart.locator(".mark-label");
    const names = new Set<string>();
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
      await page.keyboard.press(key);
      const name = await report.evaluate(
        (element) => element.shadowRoot?.activeElement?.getAttribute("aria-label") ?? "",
      );
      await expect(label).toHaveText(name);
      names.add(name);
    }
    expect(names.size).toBeGreaterThan(1);
    await chart.locator("summary").click();
    await expect.poll(() => chart.getByRole("row").count()).toBeGreaterThan(3);
  }
});
