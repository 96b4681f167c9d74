/** The monthly dashboard: figures that add up, a page that prints as one, and nothing that leaves the tab. */

import type { Locator, Page } from "@playwright/test";
import { cellsOf as cellsOfCsv } from "./support/log.js";
import { casesLog, csv, outages, times } from "./support/logs.js";
import { opened, saved, sizeOfPng } from "./support/saved.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const now = "2026-03-10T12:00:00Z";

/** January: 20 low, one missed. February: 40 low, one missed; 6 critical, two missed, one open and in time. */
const cases = casesLog([
  ...times(19, "low", "2026-01-10T15:00:00Z", 30),
  ...times(1, "low", "2026-01-20T15:00:00Z", 90),
  ...times(39, "low", "2026-02-10T15:00:00Z", 30),
  ...times(1, "low", "2026-02-20T15:00:00Z", 61),
  ...times(4, "critical", "2026-02-12T15:00:00Z", 10),
  ["critical", "2026-02-14T15:00:00Z", 25],
  ["critical", "2026-02-15T15:00:00Z", 215],
]);

const labels = {
  "en/": {
    cases: "Choose a case log",
    outages: "Choose an outage log (optional)",
    sample: "Try it with sample data",
    month: "Month",
  },
  "": {
    cases: "Choisir un journal de cas",
    outages: "Choisir un journal de pannes (facultatif)",
    sample: "Essayer avec des données fictives",
    month: "Mois",
  },
} as const;

interface Given {
  folder?: keyof typeof labels;
  attributes?: Record<string, string>;
  log?: string;
  outages?: string | null;
}

/** Opens the page, and gives the element its logs. */
async function open(
  page: Page,
  { folder = "en/", attributes = {}, log = cases, outages: given = outages }: Given = {},
): Promise<Locator> {
  await page.goto(`${folder}dashboard.html`);
  const element = page.locator("slo-dashboard");
  await element.evaluate(
    async (each, all) => {
      await customElements.whenDefined("slo-dashboard");
      // Another policy starts the element anew, and what was chosen before with it.
      const isReady =
        "policy" in all
          ? new Promise((resolve) =>
              (each as HTMLElement).addEventListener(
                "slo-ready",
                ({ detail }) => detail.policy !== "cisco-spark-swss" && resolve(detail),
              ),
            )
          : null;
      for (const [name, value] of Object.entries(all)) each.setAttribute(name, value);
      await isReady;
    },
    { now, zone: "America/Toronto", ...attributes },
  );
  if (given !== null) await element.getByLabel(labels[folder].outages).setInputFiles(csv("outages.csv", given));
  await element.getByLabel(labels[folder].cases).setInputFiles(csv("cases.csv", log));
  if (given !== null) await expect(withCases(element)).toBeVisible();
  return element;
}

/** The page with cases: that of the outages alone is shown until these are read. */
const withCases = (element: Locator): Locator => element.locator(".page:not(.outages-only)");
const figures = (element: Locator): Locator => withCases(element).locator(".key-figures > div");
const cellsOf = (rows: Locator) =>
  rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replaceAll("\u00a0", " "))),
  );

test("the last month that is over is shown, its figures beside those of the month before", async ({ page }) => {
  const element = await open(page);
  const heading = element.getByRole("heading", { level: 2, name: /^Operations dashboard/ });
  await expect(heading).toHaveText("Operations dashboard, February\u00a02026 clause M14");
  await expect(heading).toBeFocused();
  await expect(figures(element)).toHaveText([
    /^Cases4626 more than in January.2026$/,
    /^Attainment93\.5%1\.5 points lower than in January.2026may be due to chance$/,
    /^Severity: Critical62 missed$/,
    /^Availability99\.75%1.h.40.min of downtime$/,
  ]);
  const rows = element.locator(".severities tbody tr, .severities tfoot tr");
  expect(await cellsOf(rows)).toEqual([
    ["Critical", "66.7%", "—", "6", "+6", "4", "2"],
    ["High", "—", "—", "0", "0", "0", "0"],
    ["Medium", "—", "—", "0", "0", "0", "0"],
    ["Low", "97.5%", "+2.5", "40", "+20", "39", "1"],
    ["All", "93.5%", "−1.5", "46", "+26", "43", "3"],
  ]);
});

test("critical issues are listed with their outcome, the latest first", async ({ page }) => {
  const element = await open(page);
  await expect(element.locator("section.critical")).toContainText(
    /Severity “Critical”: 6 cases submitted in February.2026; 4 met the objective, 2 missed it\./,
  );
  const rows = await cellsOf(element.locator("section.critical tbody tr"));
  expect(rows.map(([id, , late]) => [id, late])).toEqual([
    ["C-66", "3 h 20 min"],
    ["C-65", "10 min"],
  ]);
  // The day of the week, or the year, by how long ago it is.
  expect(rows.map(([, submitted]) => submitted)).toEqual([
    expect.stringMatching(/February 15.*10:00 a\.m\./),
    expect.stringMatching(/February 14.*10:00 a\.m\./),
  ]);
});

test("outages that overlap are counted once, and each service is listed", async ({ page }) => {
  const element = await open(page);
  const section = element.locator("section.availability");
  // 100 minutes of 28 days: 99.7519 %, never rounded up.
  await expect(section.locator(":scope > p").filter({ hasText: "was available" })).toHaveText(
    /available 99\.75% of the time in February.2026: one outage caused 1.h.40.min of downtime\. In January.2026: 99\.966%\./,
  );
  expect(await cellsOf(section.locator("table").last().locator("tbody tr"))).toEqual([
    ["Calls", "99.77%", "1 h 30 min", "1", "1 h 30 min"],
    ["Messages", "99.925%", "30 min", "1", "30 min"],
  ]);
});

test("each service has a bar for each day, and the days of an outage are hatched", async ({ page }) => {
  const element = await open(page);
  const chart = element.locator(".chart").filter({ hasText: "Outages, day by day" });
  await expect(chart.getByRole("img")).toHaveCount(2 * 28);
  await expect(chart.locator("rect.missed")).toHaveCount(2 + 1);
  await expect(chart.getByRole("img", { name: /^Calls, February.3: 1 h 30 min of downtime, 1.outage\.$/ })).toHaveCount(
    1,
  );
  await expect(chart.getByRole("img", { name: /^Messages, February.4: no outage\.$/ })).toHaveCount(1);
});

test("another month is one choice away, and said when it is there", async ({ page }) => {
  const element = await open(page);
  await element.getByLabel("Month", { exact: true }).selectOption({ label: "January\u00a02026" });
  await expect(element.getByRole("heading", { level: 2, name: /^Operations dashboard/ })).toContainText(
    "January\u00a02026",
  );
  await expect(element.getByRole("status")).toHaveText("The dashboard for January\u00a02026 is ready.");
  await expect(figures(element).first()).toHaveText("Cases20");
  await expect(figures(element).nth(2)).toHaveText("Severity: Critical0");
});

test("the number of a thirtieth and last day is whole", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("en/dashboard.html");
  const element = page.locator("slo-dashboard");
  const april = "service,start,end\nCalls,2026-04-03T01:00:00Z,2026-04-03T02:00:00Z\n";
  await element.getByLabel("Choose an outage log (optional)").setInputFiles(csv("outages.csv", april));
  await element.getByLabel("Month", { exact: true }).selectOption({ label: "April\u00a02026" });
  const last = element.locator("svg text.tick", { hasText: /^30$/ });
  await expect(last).toHaveCount(1);
  const [label, picture] = await last.evaluate((text: SVGTextElement) => [
    text.getBoundingClientRect().right,
    text.ownerSVGElement?.getBoundingClientRect().right ?? 0,
  ]);
  expect(label).toBeLessThanOrEqual(picture ?? 0);
});

test("a month that is chosen while an outage log is read has the last word in the status line", async ({ page }) => {
  const element = await open(page, { outages: null });
  await expect(figures(element)).toHaveCount(4);
  // The outage log, told by its size, is read no further until the page is told so.
  await page.evaluate((size) => {
    const released = new Promise((resolve) => addEventListener("release", resolve, { once: true }));
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      if (this.size === size) await released;
      return await read.call(this);
    };
  }, outages.length);
  const status = element.getByRole("status");
  await element.getByLabel("Choose an outage log", { exact: true }).setInputFiles(csv("outages.csv", outages));
  await expect(status).toHaveText("The outage log is being read.");
  await element.getByLabel("Month", { exact: true }).selectOption({ label: "January\u00a02026" });
  await expect(status).toHaveText("The dashboard for January\u00a02026 is ready.");
  await page.evaluate(() => dispatchEvent(new Event("release")));
  await expect(figures(element).nth(3)).toHaveText(/^Availability99\.966%/);
  await expect(status).toHaveText("The dashboard for January\u00a02026 is ready.");
});

test("a month begins at midnight of the zone", async ({ page }) => {
  const log = casesLog([
    ["low", "2026-02-01T04:30:00Z", 5],
    ["low", "2026-02-01T05:00:00Z", 5],
    ["low", "2026-03-01T04:59:00Z", 5],
  ]);
  const element = await open(page, { log });
  await expect(figures(element).first()).toHaveText(/^Cases21 more than in January/);
});

test("availability is for SaaS alone: the on-premises offer leaves it out, by attribute or by choice", async ({
  page,
}) => {
  const element = await open(page);
  await expect(element.locator("section.availability > h3")).toContainText("M19");
  await element.getByLabel("Which offer do you use?").selectOption({ label: "The on-premises offer" });
  await expect(element.locator("section.availability")).toHaveCount(0);
  await expect(figures(element)).toHaveCount(3);
  await element.getByLabel("Which offer do you use?").selectOption({ label: "The cloud offer (SaaS)" });
  await expect(element.locator("section.availability")).toBeVisible();

  const other = await open(page, { attributes: { delivery: "on-premises" }, outages: null });
  await expect(other.locator("section.critical")).toBeVisible();
  await expect(other.locator("section.availability")).toHaveCount(0);
  await expect(other.getByLabel("Which offer do you use?")).toHaveCount(0);
});

test("without a log of outages the page is complete, and accepts one later", async ({ page }) => {
  const element = await open(page, { outages: null });
  await expect(figures(element).nth(3)).toHaveText("Availability—no outage log");
  await element.getByLabel("Choose an outage log", { exact: true }).setInputFiles(csv("outages.csv", outages));
  await expect(figures(element).nth(3)).toHaveText(/^Availability99\.75%/);
});

test("each part cites the clauses that promise it, and links to them", async ({ page }) => {
  const element = await open(page);
  await expect(figures(element)).toHaveCount(4);
  const cited = async (selector: string) =>
    await element
      .locator(`${selector} a`)
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));
  expect(await cited("article > header h2")).toEqual(["#M14"]);
  expect(await cited("section.cases > h3")).toEqual(["#M3", "#M4", "#M13"]);
  expect(await cited("section.critical > h3")).toEqual(["#M8", "#M13"]);
  expect(await cited("section.status > h3")).toEqual(["#M13"]);
  expect(await cited("section.availability > h3")).toEqual(["#M19"]);
});

test("another policy names its own promises, or does without", async ({ page }) => {
  const log = cases
    .replaceAll("premium", "complete")
    .replaceAll(/critical|low/g, (word) => ({ critical: "emergency", low: "minor" })[word] ?? word);
  await page.goto("en/dashboard.html");
  const policy = (await (await page.request.get("policies/boreal-care.json")).json()) as {
    severities: { id: string }[];
    tiers: { id: string }[];
  };
  const [severest, mildest] = [policy.severities[0]?.id ?? "", policy.severities.at(-1)?.id ?? ""];
  const own = log
    .replaceAll("complete", policy.tiers.at(-1)?.id ?? "")
    .replaceAll("emergency", severest)
    .replaceAll("minor", mildest);
  const element = await open(page, {
    log: own,
    outages: null,
    attributes: { policy: "../policies/boreal-care.json", "promise-cases": "quality-report" },
  });
  await expect(element.locator("section.cases > h3 a")).toHaveText(["clause 6.4"]);
  await expect(element.locator("section.critical > h3 a")).toHaveCount(0);
  // Nothing in that policy excludes availability.
  await expect(element.locator("section.availability")).toBeVisible();
});

test("a log with unknown columns asks for them and continues", async ({ page }) => {
  // Neither the header nor the cells tell the severity.
  const log = cases.replace("severity", "wie").replaceAll(/,(critical|high|medium|low),/g, ",$1ish,");
  const element = await open(page, { log, outages: null });
  const button = element.getByRole("button", { name: "Create the dashboard" });
  await expect(button).toBeDisabled();
  await expect(element.getByRole("region", { name: "How the file is read" })).toContainText(
    "One of the columns could not be recognized from the header.",
  );
  await element.locator("#column-severity").selectOption({ label: "wie" });
  await button.click();
  await expect(element.getByRole("heading", { name: /not in the policy$/ })).toBeVisible();
  await element.getByRole("button", { name: "Continue" }).click();
  await expect(element.getByText("No case in the log could be read, so there is no month to show.")).toBeVisible();
});

test("a value that the policy does not know is given a meaning, and the month is read again", async ({ page }) => {
  const element = await open(page, { log: cases.replaceAll(",critical,", ",P0,"), outages: null });
  // The page asks before it shows figures.
  await expect(element.getByRole("heading", { name: "One value is not in the policy" })).toBeFocused();
  await expect(figures(element)).toHaveCount(0);
  await element.getByRole("button", { name: "Continue" }).click();
  await expect(figures(element).nth(2)).toHaveText("Severity: Critical0");
  await expect(element.locator("article header .covered")).toHaveText(/^\d+ of \d+ rows could not be evaluated\.$/);
  await element.getByRole("button", { name: "Say what these values mean" }).click();
  await element.getByLabel(/P0/).selectOption({ label: "Critical" });
  await element.getByRole("button", { name: "Continue" }).click();
  await expect(figures(element).nth(2)).toHaveText("Severity: Critical62 missed");
});

test("a tier that does not include the dashboard says so, and has no measures of availability", async ({ page }) => {
  const element = await open(page, { attributes: { tier: "enhanced" }, outages: null });
  await expect(element.locator("article header")).toContainText("The “Enhanced” tier does not include this dashboard.");
  await expect(element.locator("section.availability")).toHaveCount(0);
  await expect(element.locator("article header h2 a")).toHaveCount(0);
});

test("the page states the standing of the objectives for a customer of a reseller", async ({ page }) => {
  const element = await open(page, { attributes: { sale: "reseller" } });
  await expect(element.locator("[part=standing]")).toContainText("the company that sold you the service");
});

for (const [what, content, sentence] of [
  ["an empty file", "", "The file is empty"],
  ["a log of NUL bytes", "\ufeffid,tier".split("").join("\0"), "is not text"],
] as const) {
  test(`${what} is answered in words`, async ({ page }) => {
    const element = await open(page, { log: content, outages: null });
    await expect(element.getByRole("alert")).toContainText(sentence);
    await expect(element.getByLabel(labels["en/"].cases)).toBeAttached();
  });
}

test("a log of outages that is none is refused or asked about, and the page stays", async ({ page }) => {
  const element = await open(page, { outages: null });
  const choose = element.getByLabel("Choose an outage log", { exact: true });
  await choose.setInputFiles(csv("outages.csv", ""));
  await expect(element.getByRole("alert")).toHaveText("The file is empty: it does not even have a header.");
  await expect(figures(element).nth(3)).toHaveText("Availability—no outage log");
  await choose.setInputFiles(csv("outages.csv", "a,b\n1,2"));
  await expect(element.getByRole("region", { name: "How the outage log is read" })).toBeVisible();
  await expect(element.getByRole("status")).toContainText("Choose the start of the outages");
  await expect(element.getByRole("alert")).toHaveCount(0);
  await expect(figures(element).nth(3)).toHaveText("Availability—no outage log");
});

test("a log with a header alone says that there is no month to show", async ({ page }) => {
  const element = await open(page, { log: "id,tier,severity,submitted_at,responded_at\n", outages: null });
  await expect(element.getByText("there is no month to show")).toBeVisible();
});

/** As much as a page can hold: missed cases and services beyond what is listed, a year of months, notes. */
const crowded = {
  cases: casesLog([
    ...Array.from({ length: 14 }, (_, month) =>
      times(30, "low", new Date(Date.UTC(2025, month, 3)).toISOString(), 30 + month),
    ).flat(),
    ...times(9, "critical", "2026-02-12T15:00:00Z", 4_000),
    ...times(2, "high", "2026-02-12T15:00:00Z", null),
    ...times(40, "medium", "2026-02-12T15:00:00Z", 59),
  ]),
  outages: [
    "service,start,end",
    ...Array.from({ length: 14 }, (_, month) =>
      ["Calls", "Messages", "Meetings", "Sign-in", "Recordings", "Directory, with a long name"].map((service, at) => {
        const start = Date.UTC(2025, month, 4 + at, 10);
        return `"${service}",${new Date(start).toISOString()},${new Date(start + (at + 1) * 1_900_000).toISOString()}`;
      }),
    ).flat(),
  ].join("\n"),
};

for (const folder of ["", "en/"] as const) {
  for (const format of ["A4", "Letter"] as const) {
    test(`the crowded month of a year prints on one page of ${format} (${folder || "fr"})`, async ({ page }) => {
      const element = await open(page, { folder, log: crowded.cases, outages: crowded.outages });
      await element
        .getByRole("textbox")
        .fill("Migration of the branches: on time.\nSign-in with certificates: waits for a date of the customer.");
      await expect(element.locator("section.availability table").last().locator("tbody tr")).toHaveCount(5);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        const pdf = (await page.pdf({ format })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), `${width} pixels`).toHaveLength(1);
      }
    });
  }
}

test("a print contains the page and the notes, and no controls", async ({ page }) => {
  const element = await open(page);
  await element.getByRole("textbox").fill("Migration: on time.");
  await page.emulateMedia({ media: "print" });
  for (const hidden of [
    page.locator(".masthead"),
    page.locator("h1"),
    page.locator(".colophon"),
    element.locator(".controls"),
    element.getByRole("textbox"),
    element.locator("details").first(),
  ]) {
    await expect(hidden).toBeHidden();
  }
  await expect(element.getByText("Migration: on time.").last()).toBeVisible();
  await expect(element.locator("article")).toBeVisible();
});

test("without notes, the projects leave no empty place on paper", async ({ page }) => {
  const element = await open(page);
  await expect(figures(element)).toHaveCount(4);
  await page.emulateMedia({ media: "print" });
  await expect(element.getByText("Status of current projects", { exact: true })).toBeHidden();
});

test("charts are drawn anew for paper, at the width that they have there, and back", async ({ page }) => {
  const element = await open(page);
  const svg = element.locator("section.cases .plot svg");
  const before = await svg.getAttribute("width");
  const onPaper = await svg.evaluate((each) => {
    dispatchEvent(new Event("beforeprint"));
    return each.getAttribute("width");
  });
  expect(onPaper).toBe("340");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(svg).toHaveAttribute("width", before ?? "");
});

for (const { folder, prefix, svg, png, figures: name, delimiter, titles, rows } of [
  {
    folder: "",
    prefix: "tableau-de-bord-2026-02",
    svg: "Enregistrer en SVG",
    png: "Enregistrer en PNG",
    figures: "Enregistrer les chiffres en CSV",
    delimiter: ";",
    titles: { availability: "L’indisponibilité, mois par mois", days: "Les pannes, jour par jour" },
    rows: {
      cases: [
        ["Mois", "Cas", "Respectés", "Manqués"],
        ["2026-02", "46", "43", "3", "0", "93,478"],
      ],
      availability: [
        ["Mois", "Disponibilité (%)", "Indisponibilité (min)"],
        ["2026-02", "99,751", "100", "1", "100"],
      ],
      days: [
        ["Service", "Jour", "Indisponibilité (min)"],
        ["Messages", "2026-02-28", "0", "0"],
      ],
    },
  },
  {
    folder: "en/",
    prefix: "dashboard-2026-02",
    svg: "Save as SVG",
    png: "Save as PNG",
    figures: "Save the figures as CSV",
    delimiter: ",",
    titles: { availability: "Downtime, month by month", days: "Outages, day by day" },
    rows: {
      cases: [
        ["Month", "Cases", "Met", "Missed"],
        ["2026-02", "46", "43", "3", "0", "93.478"],
      ],
      availability: [
        ["Month", "Availability (%)", "Downtime (min)"],
        ["2026-02", "99.751", "100", "1", "100"],
      ],
      days: [
        ["Service", "Day", "Downtime (min)"],
        ["Messages", "2026-02-28", "0", "0"],
      ],
    },
  },
] as const) {
  test(`each chart is saved as a picture that opens, and its figures as CSV (${folder || "fr"})`, async ({ page }) => {
    const element = await open(page, { folder });
    await expect(figures(element).nth(3)).toContainText(/99[.,]75/);
    const files = [];
    for (const part of ["cases", "availability", "days"] as const) {
      const title = part === "cases" ? "" : titles[part];
      const chart = element.locator(`section.${part === "cases" ? part : "availability"} .chart`);
      const by = (button: string) =>
        saved(page, chart.filter({ hasText: title }).getByRole("button", { name: button }));
      files.push({ part, drawing: await by(svg), painted: await by(png), table: await by(name) });
    }
    const viewer = await page.context().newPage();
    for (const { part, drawing, painted, table } of files) {
      expect(drawing.name).toBe(`${prefix}-${part}.svg`);
      const image = await opened(viewer, drawing);
      expect(image?.colours).toBeGreaterThan(20);
      expect(painted.name).toBe(`${prefix}-${part}.png`);
      // Twice as large, so that it is sharp in a document.
      expect(sizeOfPng(painted.bytes)).toEqual({ width: 2 * (image?.width ?? 0), height: 2 * (image?.height ?? 0) });
      expect((await opened(viewer, painted))?.colours).toBeGreaterThan(20);
      expect(table.name).toBe(`${prefix}-${part}.csv`);
      const [head, ...cells] = cellsOfCsv(table.bytes.toString().slice(1), delimiter);
      const [wantedHead, wanted] = rows[part];
      expect(head?.slice(0, wantedHead.length)).toEqual(wantedHead);
      expect(cells.at(-1)?.slice(0, wanted.length)).toEqual(wanted);
      if (part !== "cases") expect(image?.texts.join(" ")).toContain(titles[part]);
    }
  });
}

for (const folder of ["", "en/"] as const) {
  test(`sample logs make a page at once, in its language (${folder || "fr"})`, async ({ page }) => {
    await page.goto(`${folder}dashboard.html`);
    const element = page.locator("slo-dashboard");
    await element.getByRole("button", { name: labels[folder].sample }).click();
    await expect(figures(element)).toHaveCount(4);
    await expect(element.locator("article header")).toContainText(folder === "" ? "Données fictives" : "Sample data");
    const text = await element.evaluate((each) => {
      const shown = each.shadowRoot?.querySelector(".dashboard");
      return shown instanceof HTMLElement ? shown.innerText : "";
    });
    expect(text).toMatch(folder === "" ? /Données et tendances des cas/ : /Case data and trends/);
    if (folder === "") {
      // Typography that is wrong in Québec French; see pages.spec.ts.
      expect(
        text.match(
          /[^\n]{0,20}(?: [:%$»]|« |[ \u00a0\u202f][;!?]|\d (?:h|min|s|minutes?|heures?|jours?)\b)[^\n]{0,10}/g,
        ) ?? [],
      ).toEqual([]);
      expect(text).not.toMatch(/\b(of|cases|missed|outage)\b/);
    }
  });
}

for (const mode of ["light", "dark", "forced colours"] as const) {
  test(`axe objects to nothing, ${mode}, and the page fits a phone`, async ({ page }) => {
    await page.emulateMedia({
      colorScheme: mode === "dark" ? "dark" : "light",
      forcedColors: mode === "forced colours" ? "active" : "none",
      reducedMotion: "reduce",
    });
    const element = await open(page, { folder: "", log: crowded.cases, outages: crowded.outages });
    await expect(figures(element)).toHaveCount(4);
    for (const details of await element.locator("details").all())
      await details.evaluate((each: HTMLDetailsElement) => (each.open = true));
    expect(await findingsOfAxe(page)).toEqual([]);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} pixels`).toBeLessThanOrEqual(0);
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ problems }) => void problems);
  test("the promises, and how a case counts, can be read", async ({ page }) => {
    await page.goto("dashboard.html");
    for (const clause of ["M13", "M14", "M19"])
      await expect(page.locator("slo-dashboard").getByRole("link", { name: clause, exact: true })).toBeVisible();
    await expect(page.getByText("npx case-slo report cas.csv")).toBeVisible();
  });
});
