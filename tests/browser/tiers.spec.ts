/** The page of tiers: the features of each, the change that another would make, recurring services, and terms that explain themselves. */

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

for (const { folder, yes, no, perhaps, none, applies, barred, delivery, onPremises } of [
  {
    folder: "",
    yes: "Compris",
    no: "Non compris",
    perhaps: "Sous condition",
    none: "Sans objet",
    applies: "S’applique",
    barred: "Exclu",
    delivery: "Quelle offre utilisez-vous?",
    onPremises: "L’offre sur site",
  },
  {
    folder: "en/",
    yes: "Included",
    no: "Not included",
    perhaps: "Conditional",
    none: "Does not apply",
    applies: "Applies",
    barred: "Excluded",
    delivery: "Which offer do you use?",
    onPremises: "The on-premises offer",
  },
]) {
  test(`a tier includes the features of the tiers below it, and features of one offer follow the answer (${folder || "fr"})`, async ({
    page,
  }) => {
    await page.goto(`${folder}tiers.html`);
    const features = page.locator("slo-tiers");
    const cells = (clause: string) =>
      features
        .getByRole("row")
        .filter({ has: page.locator(`a[href$="#${clause}"]`) })
        .first()
        .getByRole("cell");
    await expect(cells("E1")).toHaveText([no, yes, yes]);
    await expect(cells("M1")).toHaveText([no, no, yes]);
    await expect(cells("M9")).toHaveText([no, no, perhaps]);
    // An exclusion is no service that a tier includes (E10).
    await expect(cells("E10")).toHaveText([none, barred, barred]);
    await features.getByLabel(delivery).selectOption({ label: onPremises });
    // It is part of Premium, and does not concern this customer.
    await expect(cells("M9")).toHaveText([no, no, none]);
    await expect(
      features
        .getByRole("row")
        .filter({ has: page.locator('a[href$="#M14"]') })
        .last()
        .getByRole("cell"),
    ).toHaveText([none, none, applies]);
  });
}

test("the objectives of Premium are shown next to those of the customer’s tier", async ({ page }) => {
  await page.goto("en/tiers.html");
  await page.locator("slo-tiers").evaluate((element) => {
    for (const [name, value] of Object.entries({
      tier: "enhanced",
      severity: "low",
      now: "2026-02-03T07:14:00Z",
      sale: "reseller",
    })) {
      element.setAttribute(name, value);
    }
  });
  const rows = page
    .locator("slo-tiers")
    .getByRole("table", { name: /severity: Low/ })
    .getByRole("row");
  await expect(rows.nth(1)).toContainText("not stated here");
  await expect(rows.nth(2)).toContainText(/within 2.hours/);
  await expect(rows.nth(2)).toContainText("your tier");
  await expect(rows.nth(3)).toContainText(/within 1.hour/);
  await expect(rows.nth(3)).toContainText(/1.hour sooner/);
  // Wherever an objective is shown, its standing is shown too (P3).
  await expect(
    page.locator("slo-tiers").getByText("the contract, if any, is with the company that sold you the service"),
  ).toBeVisible();
});

test("a Premium customer finds next quarter’s technical review in their own calendar", async ({ page }) => {
  await page.goto("en/tiers.html");
  const element = page.locator("slo-deliverables");
  await element.evaluate((each) => each.setAttribute("from", "2027-01-31"));
  const row = element.locator("[part=list]").getByRole("row").filter({ hasText: "Technical review meeting" });
  await expect(row).toContainText("January 31, 2027");
  await row.locator("summary").click();
  await expect(row.locator("ol")).toContainText("April 30, 2027");

  const downloading = page.waitForEvent("download");
  await element.getByRole("button", { name: "Add to my calendar" }).click();
  const file = await downloading;
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await file.path(), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  const review = events.find(({ uid }) => uid === "cisco-spark-swss-technical-review@case-slo");
  expect(datesOf(review)).toEqual(["2027-01-31", "2027-04-30", "2027-07-31", "2027-10-31"]);
  // The file and the list agree on every entry.
  for (const event of events) {
    const shown = await element.evaluate((each, id) => {
      const { policy } = each as unknown as {
        policy: { deliverables(tier: string, options: object): { id: string; dates: string[] }[] };
      };
      const found = policy.deliverables("premium", { from: "2027-01-31", until: "2028-01-30" });
      return found.find((deliverable) => id.includes(`swss-${deliverable.id}@`))?.dates;
    }, event.uid);
    expect(datesOf(event), event.summary).toEqual(shown);
  }
});

test("a service of the SaaS offer is marked in the list, in the year and in the calendar; ongoing services are named", async ({
  page,
}) => {
  await page.goto("en/tiers.html");
  const element = page.locator("slo-deliverables");
  const sentence = "SaaS only";
  await expect(
    element.locator("[part=list]").getByRole("row").filter({ hasText: "Change management platform" }),
  ).toContainText(sentence);
  await expect(element.locator("[part=year] tr.conditional th")).toHaveText(["Change management platform"]);
  await expect(element).toContainText("Ongoing, with no set dates: Issue tracking.");
  const downloading = page.waitForEvent("download");
  await element.getByRole("button", { name: "Add to my calendar" }).click();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await (await downloading).path(), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  expect(events.filter(({ description }) => description.includes(sentence)).map(({ summary }) => summary)).toEqual([
    "Change management platform",
  ]);
  await element.getByLabel("Which offer do you use?").selectOption({ label: "The on-premises offer" });
  await expect(element.getByRole("row").filter({ hasText: "Change management platform" })).toHaveCount(0);
});

test("on a phone, tiers stay side by side, and the year fits", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("tiers.html");
  const features = page.locator("slo-tiers");
  const row = features
    .getByRole("row")
    .filter({ has: page.locator('a[href$="#M1"]') })
    .first();
  // The words are heard where only the marks are seen.
  await expect(row.getByRole("cell")).toHaveText(["Non compris", "Non compris", "Compris"]);
  for (const cell of await row.getByRole("cell").all())
    expect((await cell.boundingBox())!.x + (await cell.boundingBox())!.width).toBeLessThanOrEqual(360);
  const year = page.locator("slo-deliverables").locator("[part=year]");
  await expect(year.getByRole("rowheader", { name: "Réunion de revue technique" })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("meetings at an hour stay at that hour when the clocks change", async ({ page }) => {
  await page.goto("en/tiers.html");
  const element = page.locator("slo-deliverables");
  await element.evaluate((each) => {
    each.setAttribute("from", "2027-03-08");
    each.setAttribute("zone", "America/Toronto");
  });
  await element.getByLabel("Time of the meetings (optional)").fill("09:00");
  await expect(element.getByLabel("Time zone of the meetings")).toHaveValue("America/Toronto");
  const downloading = page.waitForEvent("download");
  await element.getByRole("button", { name: "Add to my calendar" }).click();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await (await downloading).path(), "utf8")));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone")!);
  ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const weekly = events.find(({ uid }) => uid.includes("case-review"))!;
  const iterator = weekly.iterator();
  const moments = [iterator.next(), iterator.next()].map((time) => time?.toJSDate().toISOString());
  // The clocks of Toronto went forward on 2027-03-14.
  expect(moments).toEqual(["2027-03-08T14:00:00.000Z", "2027-03-15T13:00:00.000Z"]);
});

test("the time zone of the meetings is the customer’s to choose", async ({ page }) => {
  await page.goto("en/tiers.html");
  const element = page.locator("slo-deliverables");
  await element.evaluate((each) => each.setAttribute("from", "2027-01-04"));
  await element.getByLabel("Time of the meetings (optional)").fill("09:00");
  await element.getByLabel("Time zone of the meetings").fill("Mars/Olympus");
  await expect(element.getByRole("alert")).toHaveText("Choose a time zone, such as America/Toronto.");
  await expect(element.getByRole("button", { name: "Add to my calendar" })).toBeDisabled();
  await element.getByLabel("Time zone of the meetings").fill("Europe/Paris");
  const downloading = page.waitForEvent("download");
  await element.getByRole("button", { name: "Add to my calendar" }).click();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await (await downloading).path(), "utf8")));
  ICAL.TimezoneService.register(new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone")!));
  const [event] = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  expect(event?.startDate.toJSDate().toISOString()).toBe("2027-01-04T08:00:00.000Z");
});

test("tiers and recurring services can be read without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("en/tiers.html");
  await expect(page.getByRole("row").filter({ hasText: "Technical review meeting" })).toContainText("every quarter");
  await expect(page.getByRole("listitem").filter({ hasText: "Adoption plan" })).toBeVisible();
  await context.close();
});

test("a year shows each service as a lane, and longer periods a year at a time", async ({ page }) => {
  await page.goto("tiers.html");
  const element = page.locator("slo-deliverables");
  await element.evaluate((each) => {
    each.setAttribute("from", "2027-01-15");
    each.setAttribute("months", "24");
  });
  const year = element.locator("[part=year]");
  const lane = year.getByRole("row").filter({ hasText: "Réunion de revue technique" }).getByRole("cell");
  await expect(year.getByRole("table", { name: "De janvier 2027 à décembre 2027" })).toBeVisible();
  await expect(lane).toHaveText(["15", "", "", "15", "", "", "15", "", "", "15", "", ""]);
  await expect(element.getByRole("button", { name: "Année précédente" })).toBeDisabled();
  await element.getByRole("button", { name: "Année suivante" }).click();
  await expect(year.getByRole("table", { name: "De janvier 2028 à décembre 2028" })).toBeVisible();
  await element.getByLabel("Premier jour").fill("");
  await expect(element.getByRole("alert")).toHaveText("Choisissez un premier jour entre 1970 et 2199.");
});

test("each service has a first date of its own, in list, year and calendar; entries leave the days free", async ({
  page,
}) => {
  await page.goto("en/tiers.html");
  const element = page.locator("slo-deliverables");
  await element.evaluate((each) => each.setAttribute("from", "2027-01-04"));
  await element.getByLabel("First date: Technical review meeting").fill("2027-02-10");
  const row = element.locator("[part=list]").getByRole("row");
  await expect(row.filter({ hasText: "Technical review meeting" })).toContainText("February 10, 2027");
  await expect(row.filter({ hasText: "Training refresh" })).toContainText("January 4, 2027");
  await expect(
    element
      .locator("[part=year]")
      .getByRole("row")
      .filter({ hasText: "Technical review meeting" })
      .getByRole("cell")
      .nth(1),
  ).toHaveText("10");
  const saved = async () => {
    const downloading = page.waitForEvent("download");
    await element.getByRole("button", { name: "Add to my calendar" }).click();
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await (await downloading).path(), "utf8")));
    return calendar.getAllSubcomponents("vevent");
  };
  const events = await saved();
  const review = events.find((each) => new ICAL.Event(each).uid.includes("technical-review"));
  expect(review && datesOf(new ICAL.Event(review))[0]).toBe("2027-02-10");
  expect(events.map((each) => each.getFirstPropertyValue("transp"))).toEqual(events.map(() => "TRANSPARENT"));
  // Daily work fills no calendar unless it is asked for.
  const daily = (list: ICAL.Component[]) => list.filter((each) => new ICAL.Event(each).uid.includes("trend-analysis"));
  expect(daily(events)).toHaveLength(0);
  await element.getByLabel("Add the daily services to the calendar too").check();
  expect(daily(await saved())).toHaveLength(1);
});

for (const [folder, lines] of [
  ["", ["Critique, Élevée : en moins de 15 min", "Moyenne, Faible : en 1 h au plus"]],
  ["en/", ["Critical, High: in less than 15 min", "Medium, Low: within 1 h"]],
] as const) {
  test(`on top, a few lines say what each tier adds (${folder || "fr"})`, async ({ page }) => {
    await page.goto(`${folder}tiers.html`);
    const premium = page.locator("slo-tiers [part=summary] li").last();
    for (const line of lines) await expect(premium).toContainText(line.replaceAll(/(?<=\d) | (?=:)/g, "\u00a0"));
    await expect(premium.locator("dd")).toHaveCount(3);
    await expect(premium).toBeInViewport();
  });
}

test("the heads of the columns stay in view, and the table prints on one page", async ({ page }) => {
  await page.goto("en/tiers.html");
  const features = page.locator("slo-tiers [part=features]");
  const head = features.getByRole("columnheader", { name: "Premium" });
  await features.getByText("Post-mortem", { exact: true }).scrollIntoViewIfNeeded();
  await expect(head).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  // A page of letter paper within its margins, at 96 pixels an inch.
  expect((await features.boundingBox())?.height).toBeLessThan(10 * 96);
});

test("a policy of one’s own shows its tiers and recurring services without a line of code", async ({ page }) => {
  await page.goto("en/tiers.html");
  for (const tag of ["slo-tiers", "slo-deliverables"]) {
    await page.locator(tag).evaluate((each) => each.setAttribute("policy", "../policies/boreal-care.json"));
  }
  await expect(page.locator("slo-tiers").getByRole("columnheader", { name: "Complete" }).first()).toBeVisible();
  await expect(page.locator("slo-tiers").getByRole("columnheader", { name: "Restoration" })).toBeVisible();
  await expect(
    page.locator("slo-deliverables [part=list]").getByRole("row").filter({ hasText: "9-1-1 test" }).first(),
  ).toContainText("Every year");
});

test("a term shows its definition when it is pressed, and closes by Escape", async ({ page }) => {
  await page.goto("en/tiers.html");
  const term = page.getByRole("button", { name: "designated support manager (DSM)" });
  await expect(term).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator("slo-term").getByText(/main contact/)).toBeHidden();
  await term.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("slo-term").getByText(/main contact/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(term).toHaveAttribute("aria-expanded", "false");
});

test("with everything open, axe objects to nothing and the page fits a phone", async ({ page }) => {
  await page.goto("tiers.html");
  await expect(page.locator("slo-deliverables").getByRole("table").first()).toBeVisible();
  await page.locator("slo-term").getByRole("button").click();
  for (const tag of ["slo-tiers", "slo-deliverables"]) {
    await page.locator(tag).evaluate((each) => {
      for (const details of each.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
    });
  }
  expect(await findingsOfAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

function datesOf(event: ICAL.Event | undefined): string[] {
  const dates: string[] = [];
  const iterator = event?.iterator();
  for (let next = iterator?.next(); next; next = iterator?.next()) dates.push(next.toString());
  return dates;
}
