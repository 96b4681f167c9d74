/** `<slo-report>`: from a file that is chosen or dropped to a report, in both languages, with its comparisons. */

import type { Page } from "@playwright/test";
import { expect, findingsOfAxe, hear, overflow, test, visibleText } from "./support/site.js";
import { choose, drop, logOf, openReport, smallLog } from "./support/log.js";

for (const { folder, sentence, missed, running, notStated } of [
  {
    folder: "",
    sentence: "L’objectif « Réponse initiale » a été respecté dans 66,7 % des 3 cas évalués.",
    missed: "Un cas a reçu sa réponse avec 45 minutes de retard.",
    running: "1 cas ouvert, encore dans les délais : non compté",
    notStated: "1 cas sans objectif : non compté",
  },
  {
    folder: "en/",
    sentence: "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
    missed: "One case was answered 45 minutes late.",
    running: "1 open case still within its deadline: not counted",
    notStated: "1 case without an objective: not counted",
  },
]) {
  test(`a file that is chosen is answered in one sentence (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await choose(report, smallLog);
    await expect(report.getByRole("heading", { level: 2 }).first()).toHaveText(sentence);
    await expect(report.getByRole("heading", { level: 2 }).first()).toBeFocused();
    const answer = report.locator(".answer");
    for (const text of [missed, running, notStated]) await expect(answer).toContainText(text);
  });
}

test("a file that is dropped is read by a worker, and its name is shown", async ({ page }) => {
  const report = await openReport(page, "en/");
  const read = await hear<{ file: string }>(page, "slo-report");
  await drop(report, smallLog);
  await expect.poll(async () => (await read()).map(({ file }) => file)).toEqual(["dropped.csv"]);
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining("report-worker.js")]);
});

test("a file that is dropped beside the element leaves the page where it is", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, smallLog);
  const isKept = await page.locator("h1").evaluate((heading) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "picture.png"));
    return !heading.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  expect(isKept).toBe(true);
  await expect(report.locator(".answer h2")).toHaveText(/66\.7%/);
});

test("a log is chosen and answered by keyboard alone", async ({ page }) => {
  const report = await openReport(page, "en/");
  // From the start: the browser has to know in time that somebody waits for its window.
  const choosing = page.waitForEvent("filechooser");
  const focused = () =>
    report.evaluate((element) => (element.shadowRoot?.activeElement as HTMLInputElement | null)?.type ?? "");
  await report.locator(".choose").press("Tab");
  for (let step = 0; step < 20 && (await focused()) !== "file"; step += 1) await page.keyboard.press("Tab");
  await expect.poll(focused).toBe("file");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(smallLog) });
  await expect(report.locator(".answer h2")).toBeFocused();
});

test("the table contains the objective of a tier, the interval of the figure, and groups with too few cases", async ({
  page,
}) => {
  const report = await openReport(page, "en/");
  await choose(report, smallLog);
  const rows = report.getByRole("region", { name: "By tier and severity" }).getByRole("row");
  const critical = rows.filter({ hasText: "Critical" });
  await expect(critical).toContainText("in less than 15 min");
  await expect(critical).toContainText("clause S2");
  await expect(critical.locator(".pale")).toContainText("50.0%9.5–90.5%");
  await expect(report.getByText("Greyed out: fewer than 5 evaluated cases")).toBeVisible();
  await expect(rows.last()).toContainText(/All cases66\.7%.*5211/);
  await expect(report.locator(".answer")).toContainText("This is an objective, not a guarantee.");
  await report.evaluate((element) => element.setAttribute("sale", "reseller"));
  await expect(report.locator(".answer")).toContainText(
    "the contract, if any, is with the company that sold you the service",
  );
});

test("misses have their row and id, and problems have their rows", async ({ page }) => {
  const report = await openReport(page);
  await choose(
    report,
    logOf(
      "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T08:14:00Z,phone",
      "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,phone",
      "C-2,premium,P9,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,phone",
      "C-3,premium,low,03/04/2026 07:14,2026-05-03T07:15:00Z,phone",
      "C-4,premium,low,2026-02-03T07:14:00Z,2026-02-02T07:15:00Z,phone",
    ),
  );
  // No date decides the order of day and month; the question stays open.
  await report.getByRole("button", { name: "Lire le fichier" }).click();
  // The value is asked about before the report, and left out.
  await expect(report.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Une valeur ne figure pas dans la politique",
  );
  await report.getByRole("button", { name: "Continuer" }).click();
  await expect(report.locator(".answer")).toContainText("4 lignes n’ont pas pu être évaluées");
  const misses = report.getByRole("region", { name: "Réponses en retard" });
  await expect(misses.getByRole("row").nth(1)).toHaveText(/45.min.*C-1.*2.*Critique.*Supérieur/);
  const problems = report.locator(".problems");
  await expect(problems).toContainText(
    /Une ligne précédente porte le même identifiant\.\s*1.ligne\s*Ligne 3.: «.C-1.»/,
  );
  await expect(problems).toContainText(
    /Le jour et le mois de cette date pourraient être inversés\.\s*1.ligne\s*Ligne 5/,
  );
  await expect(problems).toContainText(/La réponse précède la soumission\.\s*1.ligne\s*Ligne 6/);
  // The link in the answer leads there.
  await report.getByRole("link", { name: /voir lesquelles/ }).click();
  await expect(report.getByRole("heading", { name: "Les lignes qui n’ont pas pu être évaluées" })).toBeFocused();
});

test("a value that the policy does not know is given a meaning, and its rows are evaluated", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, logOf("1,gold,Emergency,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,phone"));
  await expect(report.getByRole("heading", { level: 2 }).first()).toHaveText("One value is not in the policy");
  await expect(report.locator(".answer")).toHaveCount(0);
  await report.getByLabel("Tier “gold” corresponds to").selectOption("Premium");
  await report.getByRole("button", { name: "Continue" }).click();
  await report.getByLabel("Severity “Emergency” corresponds to").selectOption("Critical");
  await report.getByRole("button", { name: "Continue" }).click();
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
  await expect(report.locator(".problems")).toHaveCount(0);
});

for (const { folder, sentence, reason, cure, show } of [
  {
    folder: "",
    sentence:
      "L’objectif « Réponse initiale » a été respecté dans 100 % des 2 cas évalués; 3 lignes sur 5 n’ont pas pu être évaluées.",
    reason: "Cette gravité ne figure pas dans la politique. (3 lignes)",
    cure: "Indiquer le sens de ces valeurs",
    show: "Continuer",
  },
  {
    folder: "en/",
    sentence:
      "The “Initial response” objective was met in 100% of 2 evaluated cases; 3 of 5 rows could not be evaluated.",
    reason: "The policy has no such severity. (3 rows)",
    cure: "Say what these values mean",
    show: "Continue",
  },
]) {
  test(`every figure says how many rows it rests on, with the costliest cause and its cure (${folder || "fr"})`, async ({
    page,
  }) => {
    const report = await openReport(page, folder);
    const row = (id: number, severity: string) =>
      `${id},premium,${severity},2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,phone`;
    await choose(report, logOf(row(1, "low"), row(2, "low"), row(3, "P9"), row(4, "P9"), row(5, "P9")));
    await report.getByRole("button", { name: show }).click();
    await expect(report.locator(".answer h2")).toHaveText(sentence);
    await expect(report.locator(".answer h2")).toBeFocused();
    await expect(report.locator(".cause")).toContainText(reason);
    const part = sentence.slice(sentence.indexOf("; ") + 2);
    await expect(report.locator("table.groups caption")).toHaveText(part);
    for (const summary of await report.locator(".chart figcaption p").all()) await expect(summary).toContainText(part);
    // The cure leads to the question; with its answer, the figure rests on every row.
    await report.locator(".cause").getByRole("button", { name: cure }).click();
    await report.locator(".values select").selectOption("critical");
    await report.getByRole("button", { name: show }).click();
    await expect(report.locator(".answer h2")).not.toContainText(";");
    await expect(report.locator(".cause, table.groups caption")).toHaveCount(0);
  });
}

test("of many unknown values, the most frequent ones are shown, and the others on demand", async ({ page }) => {
  const report = await openReport(page, "en/");
  const rows = Array.from(
    { length: 30 },
    (_, at) => `${at},premium,X-${"abcdefghijkl"[at < 12 ? at : 7]},2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,phone`,
  );
  await choose(report, logOf(...rows));
  const asked = report.locator(".values select");
  await expect(asked).toHaveCount(8);
  await expect(report.locator(".values label").first()).toHaveText("Severity “X-h” corresponds to");
  await expect(report.locator(".values .field").first()).toContainText("19 rows");
  await report.getByRole("button", { name: "Show 4 more" }).click();
  await expect(asked).toHaveCount(12);
  await report.getByRole("button", { name: "Continue" }).click();
  await expect(report.locator(".answer h2")).toHaveText(
    "None of the 30 rows could be evaluated, so there is no figure.",
  );
  // If no case could be evaluated, there are no filters.
  await expect(report.locator(".filters")).toHaveCount(0);
});

test("a column that is not recognized is asked for, beside the first rows", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(
    report,
    "nr,plan,how bad,created,answered\n1,premium,lowish,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z\n",
  );
  await expect(report.getByRole("table").getByRole("row").nth(1)).toHaveText(/1.*premium.*lowish/);
  await expect(report.getByRole("button", { name: "Read the file" })).toBeDisabled();
  await expect(report.getByLabel("Severity", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await report.getByLabel("Severity", { exact: true }).selectOption("how bad");
  await report.getByLabel("First response").selectOption("answered");
  await report.getByRole("button", { name: "Read the file" }).click();
  await report.getByLabel("Severity “lowish” corresponds to").selectOption("Low");
  await report.getByRole("button", { name: "Continue" }).click();
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
});

test("the visitor chooses the tier of a log without a tier column", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(report, "id,severity,created,first response\n1,low,2026-02-03T07:14:00Z,2026-02-03T08:14:00Z\n");
  await report.getByLabel("Tier of every case").selectOption("Premium");
  await report.getByRole("button", { name: "Read the file" }).click();
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
});

test("the zone is asked for once, and only if times have no offset", async ({ page }) => {
  const report = await openReport(page, "en/");
  const log = logOf("1,premium,critical,2026-02-03 02:14,2026-02-03T07:20:00Z,phone");
  await choose(report, log);
  await expect(report.getByText("Choose one, and the file will be read.")).toBeVisible();
  // By itself the zone of the reader's device: 02:14 there is 07:14Z.
  await expect(report.getByLabel("Time zone")).toHaveValue("America/Toronto");
  await report.getByRole("button", { name: "Read the file" }).click();
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
  await choose(report, log, "again.csv");
  await expect(report.locator(".file > p")).toHaveText("again.csv");
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 100% of evaluated cases (only one case).",
  );
});

test("a report that is replaced while it reads a log says nothing about it", async ({ page }) => {
  const report = await openReport(page, "en/");
  const late = logOf("1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,a long name of a channel");
  // The first log, told by its size, is read no further until the page is told so.
  await page.evaluate((size) => {
    const released = new Promise((resolve) => addEventListener("release", resolve, { once: true }));
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      if (this.size !== size) return await read.call(this);
      dispatchEvent(new Event("held"));
      await released;
      const bytes = await read.call(this);
      queueMicrotask(() => dispatchEvent(new Event("read")));
      return bytes;
    };
  }, late.length);
  const heard = await hear<{ file: string }>(page, "slo-report");
  const isHeld = page.evaluate(() => new Promise((resolve) => addEventListener("held", resolve, { once: true })));
  await choose(report, late, "late.csv");
  await isHeld;
  await report.evaluate((element) => element.setAttribute("now", "2026-03-01T00:00:00Z"));
  await page.evaluate(() => {
    const isRead = new Promise((resolve) => addEventListener("read", resolve, { once: true }));
    dispatchEvent(new Event("release"));
    return isRead;
  });
  await choose(report, smallLog, "next.csv");
  await expect(report.locator(".answer h2")).toBeVisible();
  // Readings come to an end in their order.
  expect((await heard()).map(({ file }) => file)).toEqual(["next.csv"]);
});

test("the same cases are evaluated with another tier, and compared with the period before", async ({ page }) => {
  const report = await openReport(page, "en/");
  await choose(
    report,
    logOf(
      "1,enhanced,critical,2026-01-10T07:00:00Z,2026-01-10T07:20:00Z,web",
      "2,enhanced,critical,2026-02-10T07:00:00Z,2026-02-10T07:20:00Z,web",
      "3,enhanced,critical,2026-02-11T07:00:00Z,2026-02-11T09:00:00Z,web",
    ),
  );
  await report.evaluate((element) => element.setAttribute("now", "2026-03-01T00:00:00Z"));
  await choose(
    report,
    logOf(
      "1,enhanced,critical,2026-01-10T07:00:00Z,2026-01-10T07:20:00Z,web",
      "2,enhanced,critical,2026-02-10T07:00:00Z,2026-02-10T07:20:00Z,web",
      "3,enhanced,critical,2026-02-11T07:00:00Z,2026-02-11T09:00:00Z,web",
    ),
  );
  const comparison = report.locator(".comparison");
  await report.getByRole("combobox", { name: "Compare with" }).selectOption("Objectives of the “Premium” tier");
  await expect(comparison).toHaveText(
    "Objectives of the “Premium” tier: met in 0% of the same 3 cases. Now it is 66.7%, 66.7 points higher.",
  );
  await expect(report.getByRole("row", { name: /Critical.*in less/ })).toContainText("+66.7 points");
  await report.getByRole("combobox", { name: "Submitted" }).selectOption("February 2026");
  await report.getByRole("combobox", { name: "Compare with" }).selectOption("before");
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 50.0% of 2 evaluated cases.",
  );
  await expect(comparison).toHaveText(
    /Previous period \(.*\): met in 100% of evaluated cases \(1\)\. Now it is 50\.0 points lower\./,
  );
});

test("the same cases are evaluated with another policy, chosen as a file or named by the page", async ({
  page,
  request,
}) => {
  const report = await openReport(page, "en/");
  const policy = JSON.parse(await (await request.get("policies/boreal-care.json")).text()) as {
    title: Record<string, string>;
    tiers: { id: string }[];
    severities: { id: string }[];
  };
  await report.evaluate((element) => element.setAttribute("compare", "../policies/boreal-care.json"));
  await choose(report, smallLog);
  await expect(report.locator(".answer h2")).toHaveText(/66\.7%/);
  const name = `Policy “${policy.title["en"]}”`;
  await report.getByRole("combobox", { name: "Compare with" }).selectOption(name);
  await expect(report.getByRole("columnheader", { name })).toBeVisible();
  // A policy with errors says so, and nothing is lost.
  await report
    .locator(".filters input[type=file]")
    .setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(report.getByRole("alert")).toContainText("The policy to compare with has errors.");
  await expect(report.locator(".answer h2")).toHaveText(/66\.7%/);
});

/** The report on a sample, with every part open. */
async function openSample(page: Page, folder: string) {
  const report = await openReport(page, folder);
  await report.locator(".samples button").first().click();
  await report.locator(".charts > :nth-child(4)").waitFor();
  for (const summary of await report.locator("details > summary").all()) await summary.click();
  return report;
}

for (const folder of ["", "en/"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing while a column is asked for (${folder || "fr"}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const report = await openReport(page, folder);
      await choose(report, "nr;what\n1;2\n");
      await report.locator("form").first().waitFor();
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    test(`axe finds nothing in the report (${folder || "fr"}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openSample(page, folder);
      expect(await findingsOfAxe(page)).toEqual([]);
    });
  }

  test(`the report fits every window from 320 pixels up (${folder || "fr"})`, async ({ page }) => {
    await openSample(page, folder);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} pixels`).toBeLessThanOrEqual(0);
    }
  });
}

test("the French answer is French, with the spaces of Québec", async ({ page }) => {
  const report = await openReport(page);
  await report.locator(".samples button").first().click();
  await report.locator(".charts > :nth-child(4)").waitFor();
  const text = await visibleText(page);
  expect(
    text.match(/[^\n]{0,20}(?: [:%$»]|« |[ \u00a0\u202f][;!?]|\d (?:h|min|s|minutes?|heures?|jours?)\b)[^\n]{0,10}/g) ??
      [],
  ).toEqual([]);
  expect(text.match(/\b(?:the|cases|missed|rows?|severity|tier|week)\b/gi) ?? []).toEqual([]);
  expect(text.match(/.{0,20}['"].{0,10}/g) ?? []).toEqual([]);
});

test("a print contains the answer, the tables and the charts, and no controls", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.locator(".samples button").first().click();
  await report.locator(".charts > :nth-child(4)").waitFor();
  await page.emulateMedia({ media: "print" });
  await expect(report.locator(".answer h2")).toBeVisible();
  await expect(report.locator("table.groups")).toBeVisible();
  await expect(report.locator(".plot svg").first()).toBeVisible();
  for (const hidden of [".filters", ".exports", ".choose", ".save"])
    await expect(report.locator(hidden).first()).toBeHidden();
  // The text of the page before the report is not part of the printed report.
  await expect(page.locator(".lead")).toBeHidden();
  await expect(report.locator(".answer")).toContainText("File: Sample of 1,000 cases.csv");
});

for (const folder of ["", "en/"]) {
  test(`the tables of a large log fit the paper (${folder || "fr"})`, async ({ page }) => {
    const report = await openReport(page, folder);
    await report.locator(".samples button").nth(1).click();
    await report.locator(".charts > :nth-child(4)").waitFor();
    // A4 less the margins that browsers leave.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("a table that goes on beyond a narrow window fades at its edge, until its end or its focus ring is seen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const report = await openReport(page, "en/");
  await choose(report, smallLog);
  const table = report.getByRole("region", { name: "By tier and severity" });
  const mask = () => table.evaluate((each) => getComputedStyle(each).maskImage);
  await expect.poll(mask).toMatch(/gradient/);
  await table.evaluate((each) => (each.scrollLeft = each.scrollWidth));
  await expect.poll(mask).toBe("none");
  await table.evaluate((each) => (each.scrollLeft = 0));
  await expect.poll(mask).toMatch(/gradient/);
  await page.keyboard.press("Tab");
  await table.focus();
  await expect.poll(mask).toBe("none");
  await table.blur();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(mask).toBe("none");
});

test("periods are named as people name them, in French too", async ({ page }) => {
  const report = await openReport(page);
  await report.evaluate((element) => element.setAttribute("now", "2026-03-01T00:00:00Z"));
  await choose(
    report,
    logOf(
      ...Array.from(
        { length: 150 },
        (_, at) => `a${at},premium,critical,2026-01-10T07:00:00Z,2026-01-10T${at < 1 ? "12" : "07"}:05:00Z,web`,
      ),
      ...Array.from(
        { length: 100 },
        (_, at) => `b${at},premium,critical,2026-02-01T07:00:00Z,2026-02-01T${at < 1 ? "12" : "07"}:05:00Z,web`,
      ),
    ),
  );
  await report.locator("#filter-period").selectOption("février\u00a02026");
  await report.locator("#comparison").selectOption("before");
  // Less than two is one, in French.
  await expect(report.locator(".comparison")).toHaveText(
    "Période précédente (janvier\u00a02026)\u00a0: objectif respecté dans 99,3\u00a0% des cas évalués (150). Maintenant\u00a0: 0,3\u00a0point de moins.",
  );
  await expect(report.getByRole("region", { name: "Réponses en retard" })).toContainText(/1er.févr\..2026/);
});
