/** How `<slo-report>` reads a log: progress, workers, damaged files. */

import type { Page } from "@playwright/test";
import { expect, test } from "./support/site.js";
import { choose, drop, logOf, moment, openReport, smallLog } from "./support/log.js";
import { openPortal, strict, strictWithWasm } from "./support/portal.js";

/** A megabyte of rows; many times over it is a log that takes its time. */
const megabyte = "1,premium,low,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n".repeat(16_500);
const head = logOf("0,premium,low,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");

/** Opens the page with or without leave for a worker. */
async function open(page: Page, place: "worker" | "page") {
  const report = await openReport(page, "en/");
  if (place === "page") await report.evaluate((element) => element.removeAttribute("worker"));
  return report;
}

for (const place of ["worker", "page"] as const) {
  test(`while a log is read on the ${place}, progress is shown, input works, and reading can be cancelled`, async ({
    page,
  }) => {
    const report = await open(page, place);
    await drop(report, head, megabyte, 3_000);
    const bar = report.getByRole("progressbar");
    await expect(bar).toBeVisible();
    await expect.poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value)).toBeGreaterThan(1e6);
    await expect(report.locator(".reading")).toContainText(/rows per second/);
    await expect(report.locator(".reading")).toContainText(/about .* left/);
    expect(page.workers()).toHaveLength(place === "worker" ? 1 : 0);
    // Keys that are pressed while it reads are handled while it reads.
    await page.evaluate(() => {
      const progress = () => document.querySelector("slo-report")?.shadowRoot?.querySelector("progress");
      const keys: string[] = [];
      Object.assign(window, { keys });
      addEventListener("keydown", ({ key }) => keys.push(`${key} while ${progress() ? "reading" : "done"}`));
    });
    for (const key of ["a", "b", "c"]) await page.keyboard.press(key);
    const keys = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys);
    await expect.poll(keys).toEqual(["a while reading", "b while reading", "c while reading"]);

    await report.getByRole("button", { name: "Cancel" }).press("Enter");
    await expect(bar).toHaveCount(0);
    await expect(report.getByRole("status").first()).toHaveText("Reading was cancelled.");
    await expect(report.locator(".answer")).toHaveCount(0);
    // Another file is read as if nothing had been.
    await choose(report, smallLog);
    await expect(report.locator(".answer h2")).toHaveText(
      "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
    );
  });
}

test("a sample that is being made can be cancelled, and a file takes its place", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.getByRole("button", { name: "1,000,000 cases" }).click();
  await expect(report.getByRole("heading", { name: "The sample is being prepared." })).toBeVisible();
  await report.getByRole("button", { name: "Cancel" }).click();
  await expect(report.getByRole("progressbar")).toHaveCount(0);
  await report.getByRole("button", { name: "1,000,000 cases" }).click();
  await choose(report, smallLog);
  await expect(report.locator(".answer h2")).toHaveText(
    "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
  );
  await expect(report.getByRole("progressbar")).toHaveCount(0);
});

test("a hundred thousand cases give the same report in a worker and on the page", async ({ page }) => {
  const results: unknown[] = [];
  for (const place of ["worker", "page"] as const) {
    const report = await open(page, place);
    await report.getByRole("button", { name: "100,000 cases" }).click();
    await expect(report.locator(".answer h2")).toContainText("“Initial response” objective");
    results.push(
      await report.evaluate((element) => (element as unknown as { outcome: { result: object } }).outcome.result),
    );
  }
  expect(results[0]).toEqual(results[1]);
  expect((results[0] as { rows: number }).rows).toBe(100_000);
});

for (const [name, header, engine] of [
  ["with WebAssembly", strictWithWasm, "auto"],
  ["without WebAssembly", strict, "js"],
] as const) {
  test(`under the strictest header, ${name}, a log is read without one violation`, async ({ page }) => {
    await openPortal(page, { header, body: `<slo-report engine="${engine}" now="${moment}">Fallback</slo-report>` });
    const report = page.locator("slo-report");
    await choose(report, smallLog);
    await expect(report.locator(".answer h2")).toHaveText(
      "The “Initial response” objective was met in 66.7% of 3 evaluated cases.",
    );
    await expect(report.locator(".plot svg").first()).toBeVisible();
    expect(page.workers()).toHaveLength(0);
  });
}

test("a worker runs the engine in JavaScript if the page chooses it", async ({ page }) => {
  const header = strict.replace("trusted-types 'none'", "trusted-types logs");
  await openPortal(page, { header, body: `<slo-report engine="js" worker="logs" now="${moment}"></slo-report>` });
  await choose(page.locator("slo-report"), smallLog);
  await expect(page.locator("slo-report .answer h2")).toHaveText(/66\.7%/);
  expect(page.workers()).toHaveLength(1);
});

test("a page that wrongly states that it permits a worker has its log read as well", async ({ page, problems }) => {
  await openPortal(page, {
    header: strictWithWasm,
    body: `<slo-report worker="case-slo" now="${moment}"></slo-report>`,
  });
  await choose(page.locator("slo-report"), smallLog);
  await expect(page.locator("slo-report .answer h2")).toHaveText(/66\.7%/);
  // It is the page that has asked for it.
  expect(problems.filter((problem) => !/trusted-?types|TrustedTypePolicy/i.test(problem))).toEqual([]);
  problems.length = 0;
});

test("where nothing requires Trusted Types, a worker needs no policy", async ({ page }) => {
  const header = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
  await openPortal(page, { header, body: `<slo-report worker now="${moment}"></slo-report>` });
  await choose(page.locator("slo-report"), smallLog);
  await expect(page.locator("slo-report .answer h2")).toHaveText(/66\.7%/);
  expect(page.workers()).toHaveLength(1);
});

const utf16 = Buffer.from(`\ufeff${smallLog}`, "utf16le");
const binary = Buffer.from(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256));
for (const [name, content, english, french] of [
  ["an empty file", Buffer.alloc(0), /The file is empty/, /Le fichier est vide/],
  ["UTF-16", utf16, /Encoding: UTF-16le/, /Encodage.: UTF-16le/],
  ["a picture that is called .csv", binary, /is not text/, /n’est pas du texte/],
  ["a header alone", Buffer.from(logOf()), /a header but no cases/, /un en.tête, mais aucun cas/],
  ["one column", Buffer.from("id\n1\n2\n"), /could not be recognized from the header/, /ne permet pas de reconnaître/],
  [
    "a quote that is never closed",
    Buffer.from(logOf('"1,premium,low,2026-02-03T07:14:00Z,,web')),
    /never closed/,
    /n’est jamais fermé/,
  ],
  [
    "a cell of 1 MiB",
    Buffer.from(logOf(`${"x".repeat(1_100_000)},premium,low,2026-02-03T07:14:00Z,,web`)),
    /larger than 1 MiB/,
    /dépasse 1.Mio/,
  ],
  ["NUL bytes", Buffer.from(logOf("\0,premium,low,2026-02-03T07:14:00Z,,web")), /NUL bytes/, /octets nuls/],
  [
    "bytes that are not UTF-8",
    Buffer.concat([
      Buffer.from(logOf("")),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(",premium,low,2026-02-03T07:14:00Z,,web"),
    ]),
    /Encoding: Windows-1252/,
    /Encodage.: Windows-1252/,
  ],
  [
    "dates in 1969 and 2200",
    Buffer.from(logOf("1,premium,low,1969-12-31T23:00:00Z,,web", "2,premium,low,2200-01-01T00:00:00Z,,web")),
    /not between 1970 and 2199/,
    /pas entre 1970 et 2199/,
  ],
  [
    "the same id in every row",
    Buffer.from(logOf(...Array<string>(2_000).fill("1,premium,low,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z,web"))),
    /1,999.rows/,
    /1.999.lignes/,
  ],
] as const) {
  test(`${name} gets an answer in words`, async ({ page }) => {
    for (const [folder, words] of [
      ["en/", english],
      ["", french],
    ] as const) {
      const report = await openReport(page, folder);
      await choose(report, content);
      await expect(report.getByText(words).first()).toBeVisible();
      await expect(report.locator(".choose input[type=file]")).toBeEnabled();
    }
  });
}

test("a file that has disappeared when it is read again is reported", async ({ page }) => {
  const report = await openReport(page, "en/");
  await report.evaluate((element) => element.removeAttribute("worker"));
  const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
  const folder = mkdtempSync(`${(await import("node:os")).tmpdir()}/case-slo-`);
  writeFileSync(`${folder}/cases.csv`, smallLog);
  await report.locator(".choose input[type=file]").setInputFiles(`${folder}/cases.csv`);
  await expect(report.locator(".answer h2")).toHaveText(/66\.7%/);
  rmSync(folder, { recursive: true });
  await report.getByRole("button", { name: /^Tier / }).click();
  await report.getByRole("checkbox", { name: "Premium" }).check();
  await expect(report.getByRole("alert")).toContainText("It may have been moved, changed or locked");
  // The report of the first file stays.
  await expect(report.locator(".answer h2")).toHaveText(/66\.7%/);
});
