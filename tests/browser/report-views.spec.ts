/** The views of `<slo-report>`: attainment and availability, in the address, by keyboard, on paper, and from a file in the wrong place. */

import type { Locator, Page } from "@playwright/test";
import { casesLog, csv, outages, times } from "./support/logs.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const now = "2026-03-10T12:00:00Z";

const cases = casesLog([
  ...times(19, "low", "2026-01-10T15:00:00Z", 30),
  ...times(1, "low", "2026-02-20T15:00:00Z", 61),
  ...times(4, "critical", "2026-02-12T15:00:00Z", 10),
]);

const words = {
  "en/": { availability: "Availability", attainment: "Attainment", choose: "Choose a file", view: "View" },
  "": { availability: "Disponibilité", attainment: "Taux de respect", choose: "Choisir un fichier", view: "Vue" },
} as const;

/** Opens the page of the report with a fixed clock. */
async function open(page: Page, folder: keyof typeof words = "en/", fragment = ""): Promise<Locator> {
  await page.goto(`${folder}report.html${fragment}`);
  const element = page.locator("slo-report");
  await element.evaluate(
    async (each, all) => {
      await customElements.whenDefined("slo-report");
      for (const [name, value] of Object.entries(all)) each.setAttribute(name, value);
    },
    { now, zone: "America/Toronto" },
  );
  return element;
}

const choose = (element: Locator, name: string, text: string, folder: keyof typeof words = "en/") =>
  element.getByLabel(words[folder].choose).setInputFiles(csv(name, text));
const viewButton = (element: Locator, name: string) =>
  element.getByRole("group", { name: /^(View|Vue)$/ }).getByRole("button", { name, exact: true });
const figures = (element: Locator): Locator => element.locator(".key-figures > div");

test("the view of availability needs an outage log alone", async ({ page }) => {
  const element = await open(page);
  await expect(viewButton(element, "Attainment")).toHaveAttribute("aria-pressed", "true");
  await viewButton(element, "Availability").press("Enter");
  await expect(viewButton(element, "Availability")).toHaveAttribute("aria-pressed", "true");
  await choose(element, "outages.csv", outages);
  await expect(element.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Service availability, February\u00a02026 clause M19",
  );
  await expect(element.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(figures(element)).toHaveText([
    "Availability99.75%",
    /^Downtime1.h.40.min$/,
    "Outages1",
    "Services with outages2",
  ]);
  // A bar for each service and day, and the same in a table.
  const days = element.locator(".chart").filter({ hasText: "Outages, day by day" });
  await expect(days.getByRole("img")).toHaveCount(2 * 28);
  await expect(days.locator("tbody tr")).toHaveCount(2);
  await expect(element.locator(".chart").filter({ hasText: "Downtime, month by month" })).toBeVisible();

  await element.getByLabel("Month", { exact: true }).selectOption({ label: "January\u00a02026" });
  await expect(figures(element).first()).toHaveText("Availability99.966%");
});

test("the address keeps the view, and Back leads to the other one", async ({ page }) => {
  const element = await open(page);
  await choose(element, "cases.csv", cases);
  await expect(element.locator(".answer h2")).toBeVisible();
  await viewButton(element, "Availability").click();
  await expect(page).toHaveURL(/#view=availability$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/view=/);
  // The report is still there.
  await expect(element.locator(".answer h2")).toBeVisible();
  await page.goForward();
  await expect(viewButton(element, "Availability")).toHaveAttribute("aria-pressed", "true");

  const linked = await open(page, "", "#view=availability");
  await expect(viewButton(linked, "Disponibilité")).toHaveAttribute("aria-pressed", "true");
  await expect(linked.getByRole("heading", { name: "Choisir un journal de pannes" })).toBeVisible();
});

test("without a permalink the attribute chooses the view, and the address stays", async ({ page }) => {
  const element = await open(page);
  await element.evaluate((each) => {
    each.removeAttribute("permalink");
    each.setAttribute("view", "availability");
  });
  await expect(element.getByRole("heading", { name: "Choose an outage log" })).toBeVisible();
  await viewButton(element, "Attainment").click();
  await expect(element.getByRole("heading", { name: "Choose a case log" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("an outage log in the place of a case log leads to its availability", async ({ page }) => {
  const element = await open(page);
  await choose(element, "outages.csv", outages);
  await expect(element.getByRole("alert")).toContainText(
    "outages.csv has the columns of an outage log, not of a case log.",
  );
  await element.getByRole("button", { name: "Show the availability" }).click();
  await expect(figures(element).first()).toHaveText("Availability99.75%");
  await expect(page).toHaveURL(/#view=availability$/);
  await viewButton(element, "Attainment").click();
  await expect(element.getByRole("heading", { name: "Choose a case log" })).toBeVisible();
});

test("a case log in the place of an outage log leads to its attainment", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "cases.csv", cases);
  await expect(element.getByRole("alert")).toContainText(
    "cases.csv has the columns of a case log, not of an outage log.",
  );
  await element.getByRole("button", { name: "Show the attainment" }).click();
  await expect(element.locator(".answer h2")).toContainText("of 24 evaluated cases");
  await expect(page).not.toHaveURL(/view=/);
});

test("on the dashboard each log in the place of the other is used as such", async ({ page }) => {
  await page.goto("en/dashboard.html");
  const element = page.locator("slo-dashboard");
  await element.evaluate((each, now) => each.setAttribute("now", now), now);
  await element.getByLabel("Choose a case log").setInputFiles(csv("outages.csv", outages));
  await element.getByRole("button", { name: "Use it as the outage log" }).click();
  await expect(figures(element).first()).toHaveText(/^Availability99\.\d+%$/);
  await element.getByLabel("Choose an outage log (optional)").setInputFiles(csv("cases.csv", cases));
  await element.getByRole("button", { name: "Use it as the case log" }).click();
  await expect(element.getByRole("heading", { level: 2, name: /^Operations dashboard/ })).toBeVisible();
});

test("the cases of the report join the outages on the page of the month", async ({ page }) => {
  const element = await open(page);
  await choose(element, "cases.csv", cases);
  await expect(element.locator(".answer h2")).toBeVisible();
  await viewButton(element, "Availability").click();
  await choose(element, "outages.csv", outages);
  await element.getByRole("button", { name: "Use cases.csv" }).click();
  await expect(element.getByRole("heading", { level: 2, name: /^Operations dashboard, February/ })).toBeFocused();
  await expect(figures(element)).toHaveText([
    /^Cases5/,
    /^Attainment80/,
    /^Severity: Critical4/,
    /^Availability99\.75%/,
  ]);
});

test("notes are kept while the other view is shown", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "outages.csv", outages);
  await element.getByLabel("Choose a case log").setInputFiles(csv("cases.csv", cases));
  await element.getByRole("textbox").fill("Migration: on time.");
  await viewButton(element, "Attainment").click();
  await viewButton(element, "Availability").click();
  await expect(element.getByRole("textbox")).toHaveValue("Migration: on time.");
});

test("outages that could not be read are listed, and the figure is at most what was read", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "outages.csv", `${outages}\nCalls,soon,2026-02-04T11:40:00Z`);
  await expect(figures(element).first()).toHaveText("Availabilityat most 99.75%");
  await expect(element.getByText("1 of 4 rows in the outage log could not be read.").first()).toBeVisible();
  await expect(element.getByRole("region", { name: "Rows that could not be evaluated" })).toContainText("soon");
});

test("date and time in two columns, or a duration in place of the end, are read on the page", async ({ page }) => {
  const element = await open(page);
  await choose(element, "outages.csv", "service,start date,start time,duration (min)\nCalls,2026-02-03,05:00,100");
  await element.getByRole("button", { name: "Show the availability" }).click();
  await expect(figures(element)).toHaveText([/^Availability99\.75%$/, /^Downtime1.h.40.min$/, "Outages1", /1$/]);
});

test("an outage log whose header tells too little asks for its columns, and shows afterwards how it is read", async ({
  page,
}) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "log.csv", "thing,begun,back\nCalls,2026-02-03T10:00:00Z,2026-02-03T11:40:00Z");
  const asked = element.getByRole("region", { name: "How the outage log is read" });
  await expect(asked.locator("tbody td")).toHaveText(["Calls", "2026-02-03T10:00:00Z", "2026-02-03T11:40:00Z"]);
  await asked.getByLabel("Start", { exact: true }).selectOption("begun");
  await expect(asked.getByRole("button", { name: "Read the file" })).toBeDisabled();
  await asked.getByLabel("End", { exact: true }).selectOption("back");
  await asked.getByLabel("Service", { exact: true }).selectOption("thing");
  await asked.getByRole("button", { name: "Read the file" }).click();
  await expect(figures(element)).toHaveText([/^Availability99\.75%$/, /^Downtime1.h.40.min$/, "Outages1", /1$/]);
  await expect(element.getByRole("heading", { level: 2 }).first()).toBeFocused();

  await element.getByText("How the outage log is read").click();
  const shown = element.locator("details.file");
  await expect(shown.getByLabel("Start", { exact: true }).locator("option:checked")).toHaveText("begun");
  // The same log without its services.
  await shown.getByLabel("Service", { exact: true }).selectOption("None");
  await shown.getByRole("button", { name: "Read the file again" }).click();
  await expect(figures(element).last()).toHaveText("Services with outages0");
});

test("columns that were chosen are kept when the cases join the outages", async ({ page }) => {
  await page.goto("en/dashboard.html");
  const element = page.locator("slo-dashboard");
  await element.evaluate((each, now) => each.setAttribute("now", now), now);
  const log = "thing,begun,back\nCalls,2026-02-03T10:00:00Z,2026-02-03T11:40:00Z";
  await element.getByLabel("Choose an outage log (optional)").setInputFiles(csv("log.csv", log));
  const asked = element.getByRole("region", { name: "How the outage log is read" });
  await asked.getByLabel("Start", { exact: true }).selectOption("begun");
  await asked.getByLabel("End", { exact: true }).selectOption("back");
  await asked.getByRole("button", { name: "Read the file" }).click();
  await expect(figures(element).first()).toHaveText("Availability99.75%");
  await element.getByLabel("Choose a case log").setInputFiles(csv("cases.csv", cases));
  await expect(figures(element).last()).toHaveText(/^Availability99\.75%/);
});

test("the month that was chosen stays when the cases join the outages", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "outages.csv", outages);
  await element.getByLabel("Month", { exact: true }).selectOption({ label: "January\u00a02026" });
  await expect(figures(element).first()).toHaveText("Availability99.966%");
  await element.getByLabel("Choose a case log").setInputFiles(csv("cases.csv", cases));
  await expect(element.getByRole("heading", { level: 2, name: /^Operations dashboard, January/ })).toBeFocused();
});

test("sample outages are said to be sample data, and are not offered to be mixed with cases", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await element.getByRole("button", { name: "Try it with sample data" }).click();
  await expect(figures(element)).toHaveCount(4);
  await expect(element.locator("article header")).toContainText("Sample data");
  await expect(element.getByRole("heading", { name: "Add the cases of the month" })).toHaveCount(0);
});

test("a hidden view keeps its logs and leaves nothing on the page", async ({ page }) => {
  const element = await open(page, "en/", "#view=availability");
  await choose(element, "outages.csv", outages);
  await expect(figures(element)).toHaveCount(4);
  await viewButton(element, "Attainment").click();
  await expect(figures(element)).toHaveCount(0);
  await viewButton(element, "Availability").click();
  await expect(figures(element).first()).toHaveText("Availability99.75%");
});

for (const folder of ["", "en/"] as const) {
  test(`the page of outages prints alone, with its days, on one page (${folder || "fr"})`, async ({ page }) => {
    const element = await open(page, folder, "#view=availability");
    await choose(element, "outages.csv", outages, folder);
    await expect(element.locator(".chart")).toHaveCount(2);
    await page.emulateMedia({ media: "print" });
    for (const hidden of [page.locator("h1"), page.locator(".masthead"), element.locator(".views, .controls")])
      for (const each of await hidden.all()) await expect(each).toBeHidden();
    for (const chart of await element.locator(".chart").all()) await expect(chart).toBeVisible();
    const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  test(`axe objects to nothing in the view of availability, and it fits a phone (${folder || "fr"})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: folder === "" ? "dark" : "light", reducedMotion: "reduce" });
    const element = await open(page, folder, "#view=availability");
    expect(await findingsOfAxe(page)).toEqual([]);
    await choose(element, "cases.csv", cases, folder);
    await expect(element.getByRole("alert")).toBeVisible();
    expect(await findingsOfAxe(page)).toEqual([]);
    await choose(element, "outages.csv", outages, folder);
    await expect(element.locator(".chart")).toHaveCount(2);
    for (const details of await element.locator("details").all())
      await details.evaluate((each: HTMLDetailsElement) => (each.open = true));
    expect(await findingsOfAxe(page)).toEqual([]);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} pixels`).toBeLessThanOrEqual(0);
    }
  });
}
