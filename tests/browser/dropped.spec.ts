/** Logs of every kind, dropped on the report: each is read, or at most one question is asked that a manager can answer. */

import { readFileSync } from "node:fs";
import { choose, openReport } from "./support/log.js";
import { expect, test } from "./support/site.js";

interface Case {
  name: string;
  call: string;
  args: [Record<string, unknown>, string | Record<string, string>];
}

const { policy, cases } = JSON.parse(readFileSync(new URL("../data/logs.json", import.meta.url), "utf8")) as {
  policy: object;
  cases: Case[];
};

/** The bytes of a log, in the encoding that its member names. */
function bytesOf(log: Case["args"][1]): Buffer {
  if (typeof log === "string") return Buffer.from(log);
  const [encoding = "", text = ""] = Object.entries(log)[0] ?? [];
  if (encoding === "utf16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(text, encoding as BufferEncoding);
}

/** Options that the page asks about or finds out; a log with any other option is not for dropping. */
const found = ["asOf", "zone", "tier", "measure"];

test("every log of a help desk is read after it is dropped, or asks one question", async ({ page }) => {
  test.slow();
  const report = await openReport(page, "en/");
  await report.evaluate((element, text) => {
    (element as unknown as { policy: string }).policy = text;
  }, JSON.stringify(policy));
  const refused: string[] = [];
  for (const { name, call, args } of cases) {
    const [options, log] = args;
    if (call !== "report" || Object.keys(options).some((key) => !found.includes(key))) continue;
    const measure = typeof options["measure"] === "string" ? options["measure"] : "initial-response";
    await report.evaluate((element, value) => element.setAttribute("measure", value), measure);
    await choose(report, bytesOf(log), `${name}.csv`);
    await expect(report.locator(".file").getByText(`${name}.csv`)).toHaveCount(1);
    const settled = report.locator("section.file, .answer, .values");
    await settled.first().waitFor();
    const asked = await report.locator("section.file .needed").count();
    if (asked > 1) refused.push(`${name}: ${asked} questions`);
    const button = report.locator("section.file form .primary");
    if ((await button.count()) > 0) {
      if (asked > 0 && (await button.isDisabled())) continue;
      await button.click();
      await report.locator(".answer, .values").first().waitFor();
    }
    // No figure without rows, and none that hides how many rows could not be read.
    await expect(report.getByRole("alert")).toHaveCount(0);
  }
  expect(refused).toEqual([]);
});
