/** "Write a policy": from nothing to a policy by typing, undo, JSON, drafts, findings with their fixes, both languages. */

import { readdirSync, readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, findingsOfAxe, languages, overflow, test } from "./support/site.js";

const builder = (page: Page): Locator => page.locator("slo-policy-builder");

/** Opens the page in English with a template. */
async function start(page: Page, template: string | RegExp, folder = "en/"): Promise<Locator> {
  await page.goto(`${folder}builder.html`);
  const element = builder(page);
  await element.getByRole("button", { name: template }).click();
  return element;
}

/** Shows a part of the builder. */
const show = (element: Locator, part: string): Promise<void> =>
  element.getByRole("navigation").getByRole("button", { name: part }).click();

/** Adds entries by their names, as somebody types them: one name and Enter after the other. */
async function add(element: Locator, field: string, names: readonly string[], within?: Locator): Promise<void> {
  const input = (within ?? element).getByRole("textbox", { name: field, exact: true });
  for (const name of names) {
    await input.fill(name);
    await input.press("Enter");
  }
}

/** The document that is being written. */
const documentOf = (page: Page): Promise<Record<string, never>> =>
  builder(page).evaluate((element) => JSON.parse((element as HTMLElement & { text: string }).text));

const findingsOf = (page: Page): Promise<{ level: string; code: string; path: string }[]> =>
  builder(page).evaluate((element) =>
    (element as HTMLElement & { findings: { level: string; code: string; path: string }[] }).findings.map(
      ({ level, code, path }) => ({ level, code, path }),
    ),
  );

/** Waits until the check has seen the last change. */
const checked = (element: Locator): Promise<void> =>
  expect(element.locator(".bar .verdict")).not.toHaveText(/Checking|Vérification/);

test("from nothing to a policy that the check is silent about, by typing alone", async ({ page }) => {
  const element = await start(page, "Nothing");
  await element.getByRole("textbox", { name: "Title", exact: true }).fill("Acme Care");

  await show(element, "Tiers");
  await add(element, "New tier", ["Standard", "Premium"]);
  await show(element, "Severities");
  await add(element, "New severity, the next less severe", ["Critical", "High", "Medium", "Low"]);

  await show(element, "Hours and holidays");
  await add(element, "New hours", ["Office, Montréal"]);
  await element.getByRole("combobox", { name: "Time zone" }).fill("america/toronto");
  await element.getByLabel("Friday").fill("9 to 4 pm");
  await element.getByLabel("Add the holidays of a country or province").selectOption({ label: "Québec" });
  await expect(element.getByText(/The next 12 months: \d+ days off/)).toBeVisible();

  await show(element, "Objectives");
  const targets = [
    ["Critical", "2 h", "30 min"],
    ["High", "4 business hours", "under 2 h"],
    ["Medium", "next business day", "4 business hours"],
    ["Low", "best effort", "none"],
  ] as const;
  for (const [severity, standard, premium] of targets) {
    await element.getByRole("textbox", { name: `${severity}, Standard` }).fill(standard);
    await element.getByRole("textbox", { name: `${severity}, Premium` }).fill(premium);
  }
  await element.getByRole("textbox", { name: "Low, Premium" }).press("Enter");

  await show(element, "Questions and rules");
  await add(element, "New question", ["Does the service work?", "Who is affected?"]);
  const questions = element.locator("li.entry[data-at^='/questions/']:not(:has-text('$$')):not([data-at*='options'])");
  await add(element, "New answer", ["Yes", "In part", "No"], questions.nth(0));
  await add(element, "New answer", ["One person", "Everyone"], questions.nth(1));

  // The rows without a rule are there at once, and become rules.
  const gaps = element.getByRole("row", { name: "No rule" });
  await expect(gaps).toHaveCount(1);
  await gaps.getByRole("combobox").selectOption("Low");
  const cell = element.getByRole("button", { name: "Rule 1, Does the service work?: any" });
  await cell.click();
  await element.getByRole("checkbox", { name: "Yes" }).check();
  await page.keyboard.press("Escape");
  await expect(element.getByRole("button", { name: "Rule 1, Does the service work?: Yes" })).toBeFocused();
  await expect(gaps).toHaveCount(1);
  await gaps.getByRole("combobox").selectOption("Medium");
  await element.getByRole("button", { name: "Rule 2, Does the service work?: In part, No" }).click();
  await element.getByRole("checkbox", { name: "No" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(gaps).toHaveCount(1);
  await gaps.getByRole("combobox").selectOption("Critical");
  await element.getByRole("button", { name: "Rule 3, Who is affected?: any" }).click();
  await element.getByRole("checkbox", { name: "Everyone" }).check();
  await page.keyboard.press("Escape");
  await expect(gaps).toHaveCount(1);
  await gaps.getByRole("combobox").selectOption("High");
  await expect(gaps).toHaveCount(0);
  await checked(element);

  await show(element, "Examples");
  await element.getByRole("button", { name: "Add an example for each" }).click();
  await expect(element.locator(".right")).toHaveCount(4);

  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
  await checked(element);
  expect(await findingsOf(page)).toEqual([]);
  const saving = page.waitForEvent("download");
  await element.getByRole("button", { name: "Save as a file" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("our-support.json");
  const policy = JSON.parse(readFileSync(await saved.path(), "utf8"));
  expect(policy.calendars).toEqual({
    "office-montreal": {
      name: { en: "Office, Montréal" },
      zone: "America/Toronto",
      weekly: { "mon-thu": [["09:00", "17:00"]], fri: [["09:00", "16:00"]] },
      holidays: ["@ca-qc"],
    },
  });
  const found = await page.evaluate(async (policy) => {
    const address = new URL("../case-slo/index.js", document.baseURI).href;
    const { init, check, loadPolicy } = (await import(address)) as typeof import("../../js/index.js");
    await init();
    const loaded = loadPolicy(policy);
    const objective = (tier: string, severity: string) => {
      const [first] = loaded.objectives(tier, severity);
      return [first?.bound, first?.seconds ?? first?.businessDays, first?.calendar, first?.note?.["en"]];
    };
    return {
      findings: check(policy),
      objectives: ["critical", "high", "medium", "low"].flatMap((severity) => [
        objective("standard", severity),
        objective("premium", severity),
      ]),
    };
  }, policy);
  expect(found.findings).toEqual([]);
  const office = "office-montreal";
  expect(found.objectives.map((each) => each.slice(0, 2))).toEqual([
    ["within", 7200],
    ["within", 1800],
    ["within", 14_400],
    ["under", 7200],
    ["within", 1],
    ["within", 14_400],
    [null, undefined],
    [null, undefined],
  ]);
  expect(found.objectives[2]?.[2]).toBe(office);
  expect(found.objectives[6]?.[3]).toBe("best effort");
});

for (const name of ["boreal-care", "cisco-spark-swss"]) {
  test(`${name} is the same after it was opened and saved`, async ({ page }) => {
    const text = readFileSync(`policies/${name}.json`, "utf8");
    await page.goto("en/builder.html");
    const element = builder(page);
    await element
      .getByLabel("A file")
      .setInputFiles({ name: `${name}.json`, mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(element.locator(".bar .verdict")).toHaveText("No errors");
    const save = async () => {
      const saving = page.waitForEvent("download");
      await element.getByRole("button", { name: "Save as a file" }).click();
      return readFileSync(await (await saving).path(), "utf8");
    };
    expect(await save()).toBe(text);
    // A form writes the document, and one step back is the document of before.
    const title = element.getByRole("textbox", { name: /^Title, English/ });
    await title.fill("Another title");
    expect(await save()).not.toBe(text);
    await element.getByRole("button", { name: "Undo" }).click();
    expect(JSON.stringify(JSON.parse(await save()))).toBe(JSON.stringify(JSON.parse(text)));
  });
}

test("a key that no form knows stays, and the finding about it offers to remove it", async ({ page }) => {
  const element = await start(page, /^Day and night/);
  await show(element, "JSON");
  const source = element.getByRole("textbox", { name: "JSON" });
  const text = await source.inputValue();
  await source.fill(text.replace('"version"', '"colour": "red",\n  "version"'));
  await show(element, "The policy");
  await element.getByRole("textbox", { name: /^Title, English/ }).fill("Ours");
  await expect(element.getByText(/Unknown key "colour"/)).toBeVisible();
  expect(await documentOf(page)).toMatchObject({ colour: "red", title: { en: "Ours" } });
  await element.locator("[part=builder]").getByRole("button", { name: "Remove “colour”" }).click();
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
  expect(await documentOf(page)).not.toHaveProperty("colour");
});

test("JSON that is not finished keeps the forms, and marks its line", async ({ page }) => {
  const element = await start(page, /^Day and night/);
  await show(element, "JSON");
  const source = element.getByRole("textbox", { name: "JSON" });
  await source.fill('{\n  "id": "acme",\n  "version" "1"\n}');
  await expect(element.getByText("This text is not JSON yet.")).toBeVisible();
  await element.getByRole("button", { name: "line 3" }).click();
  await expect(source).toBeFocused();
  await show(element, "Tiers");
  await expect(element.getByRole("heading", { name: "Premium" })).toBeVisible();
  await element.getByRole("button", { name: "Undo" }).click();
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
});

test("a target in words changes one cell of an entry that it shares", async ({ page }) => {
  const element = await start(page, /^Business hours Two/);
  await show(element, "Objectives");
  const cell = element.getByRole("textbox", { name: "Low, Standard" });
  await expect(cell).toHaveValue("2 business days");
  await cell.fill("sometime");
  await cell.press("Enter");
  await expect(element.getByText(/^Write 30 min/)).toBeVisible();
  await cell.fill("3 days");
  await expect(element.getByText(/24 hours or business days/)).toBeVisible();
  await cell.fill("5 jours ouvrables");
  await cell.press("Enter");
  await expect(cell).toHaveValue("5 business days");
  await expect(element.getByRole("textbox", { name: "Medium, Standard" })).toHaveValue("2 business days");
  const { objectives } = (await documentOf(page)) as unknown as { objectives: { id: string; severities: string[] }[] };
  expect(objectives.filter(({ severities }) => severities.includes("low")).map(({ id }) => id)).toEqual([
    "premium-others",
    "standard-low",
  ]);
  await element.getByRole("button", { name: "Undo" }).click();
  await expect(cell).toHaveValue("2 business days");
});

test("a fault of an objective stands in its cell, with the fix as a button", async ({ page }) => {
  const element = await start(page, /^Business hours Two/);
  await show(element, "JSON");
  const source = element.getByRole("textbox", { name: "JSON" });
  await source.fill((await source.inputValue()).replace(/"calendar": "office"/, '"calendar": "ofice"'));
  await show(element, "Objectives");
  const cell = element.locator("table.grid td").first();
  await expect(cell.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await cell.getByRole("button", { name: "Replace by “office”" }).click();
  await expect(cell.locator(".finding")).toHaveCount(0);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
});

test("an entry gets another id, and everything that names it follows", async ({ page }) => {
  const element = await start(page, /^Business hours Two/);
  await show(element, "Severities");
  const entry = element.locator("li.entry[data-at='/severities/0']");
  await entry.getByText("More", { exact: true }).click();
  const id = entry.getByRole("textbox", { name: "ID" });
  const { severities } = (await documentOf(page)) as unknown as { severities: { id: string }[] };
  const [first, second] = severities.map((severity) => severity.id);
  await id.fill(second ?? "");
  await id.press("Enter");
  await expect(entry.getByRole("alert")).toContainText("has this ID already");
  await id.fill("p1");
  await id.press("Enter");
  await expect(element.getByRole("status").filter({ hasText: "is now “p1” everywhere" })).toBeAttached();
  expect(JSON.stringify(await documentOf(page))).not.toContain(`"${first}"`);
  await checked(element);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
  await element.getByRole("button", { name: "Undo" }).click();
  expect(JSON.stringify(await documentOf(page))).not.toContain('"p1"');
});

test("a day that moves is a holiday, and its name says which day it is", async ({ page }) => {
  const element = await start(page, /^Business hours Two/);
  await show(element, "Hours and holidays");
  const hours = element.locator("li.entry[data-at='/calendars/office']");
  await hours.getByText(/^Add a day that moves/).click();
  const add = hours.locator("details.layer").getByRole("button", { name: "Add", exact: true });
  await hours.getByRole("combobox", { name: "moves with Easter" }).selectOption("Easter Monday");
  await add.click();
  await hours.getByRole("combobox", { name: "The day" }).selectOption("is a weekday of a month");
  await hours.getByRole("combobox", { name: "Which one" }).selectOption("last");
  await hours.getByRole("combobox", { name: "Month" }).selectOption("August");
  await add.click();
  await hours.getByRole("combobox", { name: "The day" }).selectOption("is a weekday before a date");
  await hours.getByRole("combobox", { name: "Month" }).selectOption("May");
  await add.click();
  const { calendars } = (await documentOf(page)) as unknown as { calendars: { office: { holidays: unknown[] } } };
  expect(calendars.office.holidays.slice(-3)).toEqual([
    { easter: 1, name: expect.objectContaining({ en: "Easter Monday" }) },
    { weekday: "mon", nth: -1, month: 8 },
    { weekday: "mon", before: "--05-25" },
  ]);
  await expect(hours.locator(".chip").filter({ hasText: "last Monday of August" })).toBeVisible();
  await expect(hours.locator(".chip").filter({ hasText: /last Monday before May\s25/ })).toBeVisible();
  await checked(element);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
});

test("a field of a ticket system depends on the severity, without a bracket", async ({ page }) => {
  const element = await start(page, /Boréal/);
  await show(element, "Ticket fields");
  const system = element.locator(".entry[data-at='/exports/servicenow']");
  await expect(system.locator("code", { hasText: '{"' })).toHaveCount(0);
  const impact = system.getByRole("group", { name: "impact" });
  await expect(impact.getByRole("textbox", { name: "Outage" })).toHaveValue("1");
  await impact.getByRole("textbox", { name: "Any other value" }).fill("3");
  await system.getByRole("combobox", { name: "u_boreal_plan: The value depends on" }).selectOption("Tier");
  await system.getByRole("group", { name: "u_boreal_plan" }).getByRole("textbox", { name: "Essential" }).fill("E");
  const { exports } = (await documentOf(page)) as unknown as {
    exports: { servicenow: { fields: Record<string, { by: string; values: Record<string, string>; else?: string }> } };
  };
  const { impact: changed, u_boreal_plan: plan } = exports.servicenow.fields;
  expect(changed?.else).toBe("3");
  expect([plan?.by, plan?.values["essential"], plan?.values["complete"]]).toEqual(["tier", "E", "{tier.name}"]);
  await checked(element);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
});

test("rules are moved by keyboard, and a contradiction names an example", async ({ page }) => {
  const element = await start(page, /^Business hours Two/);
  await show(element, "Questions and rules");
  const rules = async () =>
    ((await documentOf(page)) as unknown as { classification: { rules: { id: string }[] } }).classification.rules.map(
      ({ id }) => id,
    );
  const before = await rules();
  const cell = element.getByRole("button", { name: /^Rule 1, Who is affected/ });
  await cell.focus();
  await page.keyboard.press("Alt+ArrowDown");
  expect(await rules()).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(element.getByRole("button", { name: /^Rule 2, Who is affected/ })).toBeFocused();
  await page.keyboard.press("Control+z");
  expect(await rules()).toEqual(before);

  await element.getByLabel("If several rules match").selectOption({ label: "it is an error" });
  await element.getByRole("button", { name: /^Rule 2, Who is affected/ }).click();
  await element.getByRole("checkbox", { name: "Everyone" }).check();
  await expect(element.getByText("For example: Does the service work? No Who is affected? Everyone")).toBeVisible();
});

test("a reload keeps the draft, and the page asks before it is left", async ({ page }) => {
  const element = await start(page, /^Day and night/);
  await element.getByRole("textbox", { name: /^Title, English/ }).fill("Night desk");
  await checked(element);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    expect(dialog.type()).toBe("beforeunload");
    void dialog.accept();
  });
  await page.reload();
  await expect(element.getByRole("textbox", { name: /^Title, English/ })).toHaveValue("Night desk");
  expect(asked).toBe(1);
  // The same page in French has the draft, so nobody is asked.
  await page.getByRole("link", { name: "Français" }).click();
  await expect(element.getByRole("textbox", { name: /^Titre, anglais/ })).toHaveValue("Night desk");
  expect(asked).toBe(1);
});

test("an answer of the wizard is kept as an example", async ({ page }) => {
  const element = await start(page, /^Day and night/);
  await element.getByRole("radio", { name: "Yes" }).check();
  await element.getByRole("button", { name: "Continue" }).click();
  await element.getByRole("button", { name: "This answer is right" }).click();
  const { examples } = (await documentOf(page)) as unknown as { examples: unknown[] };
  expect(examples.at(-1)).toEqual({ name: "Low, 6", answers: { service: "works" }, expect: { severity: "low" } });
});

test("findings are in the language of the page, beside their field", async ({ page }) => {
  const element = await start(page, /^Un centre ouvert/, "");
  await show(element, "Canaux et conseils");
  await element.getByRole("textbox", { name: "Lien ou numéro de téléphone" }).first().fill("514 555-0100");
  const field = element.locator("[data-at='/channels/0/href']");
  await expect(field).toContainText("Un lien commence par https, mailto ou tel");
  await expect(field.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await field.getByRole("button", { name: "Remplacer par «\u00a0tel:5145550100\u00a0»" }).click();
  await expect(field.locator(".finding")).toHaveCount(0);
});

for (const { language, folder } of languages) {
  test(`every part fits a phone and has nothing that axe objects to (${language})`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${folder}builder.html`);
    const element = builder(page);
    await element.getByRole("button", { name: /Boréal/ }).click();
    await checked(element);
    const parts = element.locator("nav.parts").getByRole("button");
    for (let index = 0; index < (await parts.count()); index += 1) {
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 });
        if (!(await parts.nth(index).isVisible())) continue;
        await parts.nth(index).click();
        expect(await overflow(page), `part ${index} at ${width} pixels`).toBeLessThanOrEqual(0);
        expect(await findingsOfAxe(page), `part ${index} at ${width} pixels`).toEqual([]);
      }
    }
  });
}

test("the keyboard alone is enough", async ({ page }) => {
  await page.goto("en/builder.html");
  const element = builder(page);
  const tabTo = async (target: Locator): Promise<void> => {
    for (let count = 0; count < 80; count += 1) {
      if (await target.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node)) return;
      await page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  };
  await element.getByRole("heading", { name: "Start from" }).waitFor();
  await tabTo(element.getByRole("button", { name: /^Nothing/ }));
  await page.keyboard.press("Enter");
  await expect(element.getByRole("heading", { name: "The policy", exact: true })).toBeFocused();
  await tabTo(element.getByRole("textbox", { name: "Title", exact: true }));
  await page.keyboard.type("Acme");
  await tabTo(element.getByRole("button", { name: "Next: Tiers" }));
  await page.keyboard.press("Enter");
  await tabTo(element.getByRole("textbox", { name: "New tier" }));
  await page.keyboard.type("Standard");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Premium");
  await page.keyboard.press("Enter");
  await expect(element.getByRole("heading", { name: "Premium" })).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Alt+ArrowUp");
  const ids = async () =>
    ((await documentOf(page)) as unknown as { tiers: { id: string }[] }).tiers.map(({ id }) => id);
  expect(await ids()).toEqual(["premium", "standard"]);
  await page.keyboard.press("Control+z");
  expect(await ids()).toEqual(["standard", "premium"]);
  await page.keyboard.press("Control+Shift+z");
  expect(await ids()).toEqual(["premium", "standard"]);
});

test("a file over an open policy is a step that can be undone", async ({ page }) => {
  const element = await start(page, /^Day and night/);
  await element.getByRole("textbox", { name: /^Title, English/ }).fill("Ours");
  await element
    .getByLabel("Open a file")
    .setInputFiles({ name: "theirs.json", mimeType: "application/json", buffer: Buffer.from('{"id": "theirs"}') });
  // "No errors" is what the bar says before the file is open.
  await expect(element.locator(".bar .verdict")).toHaveText(/^\d+ errors/);
  await element.getByRole("button", { name: "Undo" }).click();
  await expect(element.getByRole("textbox", { name: /^Title, English/ })).toHaveValue("Ours");
  await element.getByRole("button", { name: "Start over" }).click();
  await expect(element.locator(".bar").getByRole("alert")).toContainText("Press again to discard them");
  await element.getByRole("button", { name: "Discard and start over" }).click();
  await expect(element.getByRole("heading", { name: "Start from" })).toBeVisible();
});

test("without a worker, the page checks the policy itself", async ({ page }) => {
  await page.route("**/en/builder.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(' worker="case-slo"', "") });
  });
  const element = await start(page, /^Day and night/);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
  expect(page.workers()).toEqual([]);
});

test("the settings of a help desk become a policy, and what is not carried over is said", async ({ page }) => {
  await page.goto("en/builder.html");
  const element = builder(page);
  await element
    .getByLabel("A file")
    .setInputFiles(["policies", "schedules"].map((name) => `tests/data/imports/zendesk-${name}.json`));
  await expect(element.getByRole("heading", { name: /^Imported, with \d+ notes?/ })).toBeVisible();
  await element.getByRole("button", { name: "Understood" }).click();
  const { objectives } = (await documentOf(page)) as unknown as { objectives: unknown[] };
  expect(objectives.length).toBeGreaterThan(3);
  await expect(element.locator(".bar .verdict")).not.toHaveClass(/error/);
});

for (const [name, files] of [
  ["Zendesk", ["zendesk-policies.json", "zendesk-schedules.json", "zendesk-holidays.json"]],
  ["Freshdesk", ["freshdesk-policies.json", "freshdesk-hours.json"]],
  ["Freshservice", ["freshservice-policies.json", "freshservice-hours.json"]],
  ["Zammad", ["zammad-slas.json", "zammad-calendars.json"]],
  ["a table of response times", ["matrix.csv"]],
] as const) {
  test(`the page imports the files of ${name} without an error, in the language of the page`, async ({ page }) => {
    await page.goto("builder.html");
    const element = builder(page);
    await element.getByLabel("Un fichier").setInputFiles(files.map((file) => `tests/data/imports/${file}`));
    await expect(element.locator(".bar .verdict")).toHaveText(/^Aucune erreur|avertissement/);
    expect((await findingsOf(page)).filter(({ level }) => level === "error")).toEqual([]);
    const document = (await documentOf(page)) as unknown as { tiers: unknown[]; objectives: unknown[] };
    expect(document.tiers.length * document.objectives.length).toBeGreaterThan(0);
    const notes = await element.locator(".notes").allInnerTexts();
    expect(notes.join("\n")).not.toMatch(/\b(?:The|is not|was)\b/);
  });
}

test("a table of response times becomes a policy, and goes back into a spreadsheet", async ({ page }) => {
  await page.goto("builder.html");
  const element = builder(page);
  await element.getByLabel("Un fichier").setInputFiles("tests/data/imports/matrice.csv");
  await show(element, "Objectifs");
  const first = element.locator("table.grid input").first();
  await expect(first).not.toHaveValue("");
  const saving = page.waitForEvent("download");
  await element.getByRole("button", { name: "Enregistrer en CSV" }).click();
  const text = readFileSync(await (await saving).path(), "utf8");
  expect(text.startsWith("\ufeffNiveau de service,Niveau de gravité,")).toBe(true);
  // As a spreadsheet saves it in French, with another target.
  const [header = "", row = "", ...rows] = text.split("\r\n");
  const changed = [header, row.replace(/[^,]+$/, "20 min"), ...rows].join("\r\n").replaceAll(",", ";");
  const before = (await documentOf(page)) as unknown as { objectives: unknown[] };
  await element
    .getByLabel("Reprendre un fichier CSV")
    .setInputFiles({ name: "objectifs.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  await expect
    .poll(() =>
      element.locator("table.grid input").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
    )
    .toContain("20 min");
  await element.getByRole("button", { name: "Annuler" }).click();
  expect(await documentOf(page)).toEqual(before);
});

test("rules go out as CSV and come back the same", async ({ page }) => {
  const element = await start(page, /Boréal/);
  await show(element, "Questions and rules");
  const before = await documentOf(page);
  const saving = page.waitForEvent("download");
  await element.getByRole("button", { name: "Save as CSV" }).click();
  const table = readFileSync(await (await saving).path());
  await element
    .getByLabel("Take from a CSV file")
    .setInputFiles({ name: "rules.csv", mimeType: "text/csv", buffer: table });
  await expect(element.getByRole("button", { name: "Undo" })).toBeEnabled();
  await checked(element);
  await expect(element.locator(".bar .verdict")).toHaveText("No errors");
  const rulesOf = ({
    classification,
  }: {
    classification?: { rules: { id: string; when?: object; severity: string }[] };
  }) => classification?.rules.map(({ id, when = {}, severity }) => ({ id, when, severity }));
  expect(rulesOf(await documentOf(page))).toEqual(rulesOf(before));
  await element
    .getByLabel("Take from a CSV file")
    .setInputFiles({ name: "rules.csv", mimeType: "text/csv", buffer: Buffer.from("colour,severity\nred,critical\n") });
  await expect(
    element.getByText(/^This table cannot be read: row 1: the policy has no question "colour"/),
  ).toBeVisible();
});

test("every template is a policy about which the check has nothing to say", async ({ page }) => {
  await page.goto("en/builder.html");
  const element = builder(page);
  const cards = element.locator("button.card");
  await cards.first().waitFor();
  const names = await cards.locator(".card-name").allTextContents();
  expect(names).toContain("Follow the sun");
  for (const name of names.filter((each) => each !== "Nothing")) {
    await cards.filter({ has: page.getByText(name, { exact: true }) }).click();
    await expect(element.locator(".bar .verdict"), name).toHaveText("No errors");
    expect(await findingsOf(page), name).toEqual([]);
    await element.getByRole("button", { name: "Start over" }).click();
    await element.getByRole("button", { name: "Discard and start over" }).click();
  }
});

test("each policy of the tree is the same after it was opened and saved", async ({ page }) => {
  const folder = "tests/data/descriptions/";
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(5);
  await page.goto("en/builder.html");
  const element = builder(page);
  for (const name of names) {
    const text = readFileSync(`${folder}${name}`, "utf8");
    await element
      .locator("input[type=file][accept^='.json']")
      .first()
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await expect.poll(() => builder(page).evaluate((node) => (node as HTMLElement & { text: string }).text)).toBe(text);
    await expect(element.locator(".bar .verdict"), name).not.toHaveText(/^\d+ error|Checking/);
  }
});

test("in French, a target in business hours brings the hours in which it counts", async ({ page }) => {
  const element = await start(page, /^Rien/, "");
  await element.getByRole("textbox", { name: "Titre", exact: true }).fill("Soutien");
  await show(element, "Niveaux de service");
  await add(element, "Nouveau niveau", ["Standard"]);
  await show(element, "Niveaux de gravité");
  await add(element, "Nouvelle gravité, moins grave que les autres", ["Critique", "Faible"]);
  await show(element, "Objectifs");
  await element.getByRole("textbox", { name: "Critique, Standard" }).fill("4 heures d’ouverture");
  await element.getByRole("textbox", { name: "Faible, Standard" }).fill("au mieux");
  await element.getByRole("textbox", { name: "Critique, Standard" }).press("Enter");
  await expect(element.getByRole("textbox", { name: "Critique, Standard" })).toHaveValue("4 h d’ouverture");
  await expect(element.locator(".bar .verdict")).toHaveText("Aucune erreur");
  const { calendars } = (await documentOf(page)) as unknown as { calendars: object };
  expect(calendars).toEqual({
    office: {
      name: { "fr-CA": "heures d’ouverture" },
      zone: "America/Toronto",
      weekly: { "mon-fri": [["09:00", "17:00"]] },
    },
  });
  // The hours are one step with the target.
  await element.getByRole("button", { name: "Annuler" }).click();
  await element.getByRole("button", { name: "Annuler" }).click();
  expect(await documentOf(page)).not.toHaveProperty("calendars");
});
