/** Logs of cases for the tests of reports, and how they get into the element. */

import type { Locator, Page } from "@playwright/test";

const header = "id,tier,severity,submitted_at,first_response_at,channel";

/** Three cases that can be judged, two of them in time; one without an objective, and one that runs at `moment`. */
export const smallLog = [
  header,
  "C-1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone",
  "C-2,premium,critical,2026-02-03T07:14:00Z,2026-02-03T08:14:00Z,phone",
  "C-3,enhanced,low,2026-02-03T07:14:00Z,2026-02-03T09:14:00Z,web",
  "C-4,basic,low,2026-02-03T07:14:00Z,2026-02-05T07:14:00Z,web",
  "C-5,premium,low,2026-02-03T09:30:00Z,,web",
].join("\n");

/** The instant as of which the small log is evaluated. */
export const moment = "2026-02-03T10:00:00Z";

/** A log of some rows below the usual header. */
export const logOf = (...rows: string[]): string => [header, ...rows].join("\n");

/** Opens the page of reports, its clock at `moment`. */
export async function openReport(page: Page, folder = ""): Promise<Locator> {
  await page.goto(`${folder}report.html`);
  const report = page.locator("slo-report");
  await report.locator(".choose").waitFor();
  await report.evaluate((element, now) => element.setAttribute("now", now), moment);
  return report;
}

/** Chooses a file by a click. */
export async function choose(report: Locator, content: string | Buffer, name = "cases.csv"): Promise<void> {
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await report.locator(".choose input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Drops a file that consists of the same text many times over: as large as it has to be, without taking as much room. */
export async function drop(report: Locator, head: string, repeated = "", times = 0): Promise<void> {
  await report.locator(".report").evaluate(
    (target, given) => {
      const piece = new Blob([given.repeated]);
      const file = new File([given.head, ...Array<Blob>(given.times).fill(piece)], "dropped.csv", { type: "text/csv" });
      const data = new DataTransfer();
      data.items.add(file);
      for (const type of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }),
        );
      }
    },
    { head, repeated, times },
  );
}

/** The rows of CSV, read as a spreadsheet of the language does. */
export function cellsOf(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|$)`, "y");
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (found === null) throw new Error("no CSV");
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
