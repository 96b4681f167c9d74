/** Pages as people write them: tags of a document editor, languages of a server, old libraries (cases 80 to 87). */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/site.js";

/** Opens a page of the site's server with this markup, in English unless `lang` says otherwise. */
async function open(page: Page, body: string, { lang = "en", script = "" } = {}): Promise<void> {
  await page.route("**/old.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="${lang}"><head><title>Old</title>${script}<script src="case-slo/case-slo.js"></script></head>
        <body>${body}</body></html>`,
    }),
  );
  await page.goto("old.html");
}

/** The messages of level warning. */
function warnings(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => message.type() === "warning" && found.push(message.text()));
  return found;
}

test("a self-closed tag does not swallow the page, and the console names it", async ({ page }) => {
  const said = warnings(page);
  await open(page, `<p>Before</p><slo-table tier="premium"/><h2>After</h2><slo-calculator/><main>The rest</main>`);
  await expect(page.locator("slo-table").getByRole("table").first()).toBeVisible();
  for (const text of ["Before", "After", "The rest"]) await expect(page.getByText(text, { exact: true })).toBeVisible();
  await expect(page.locator("slo-calculator #tier")).toBeVisible();
  expect(said).toEqual([
    "<slo-table> contains the rest of the page: HTML ignores the slash of a self-closed tag, so write <slo-table></slo-table>",
    "<slo-calculator> contains the rest of the page: HTML ignores the slash of a self-closed tag, so write <slo-calculator></slo-calculator>",
  ]);
});

test("the text inside a tag, with terms and a policy, is not taken for the rest of the page", async ({ page }) => {
  const said = warnings(page);
  const policy = readFileSync("policies/boreal-care.json", "utf8");
  await open(
    page,
    `<slo-table policy="#own"><table><tr><td><slo-term>P1</slo-term></td></tr></table>
     <script type="application/json" id="own">${policy}</script></slo-table>`,
  );
  await expect(page.locator("slo-table").getByRole("table").first()).toBeVisible();
  await expect(page.getByText("P1")).toBeHidden();
  expect(said).toEqual([]);
});

for (const [lang, heading] of [
  ["en_US", "Severity"],
  ["en_CA.UTF-8", "Severity"],
  ["eng", "Severity"],
  ["EN-gb", "Severity"],
  ["fr_CA", "Gravité"],
  ["fra", "Gravité"],
  ["not a language", "Gravité"],
] as const)
  test(`lang="${lang}" is understood`, async ({ page }) => {
    await open(page, "<slo-table></slo-table>", { lang });
    await expect(page.locator("slo-table").getByRole("columnheader").first()).toHaveText(heading);
  });

test(`an object in the attribute "policy" is refused with the cure`, async ({ page, problems }) => {
  await open(page, `<slo-wizard policy="[object Object]">Call us.</slo-wizard>`);
  await expect(page.getByText("Call us.")).toBeVisible();
  await expect
    .poll(() => problems)
    .toEqual([
      "console: <slo-wizard> policy-unavailable: no policy at [object Object]: set the property, not the attribute, to an object",
    ]);
  problems.length = 0;
});

/** The methods that Prototype 1.6 and MooTools give to the objects of every page. */
const prototype = `<script>
  Array.prototype.toJSON = function () { return "[" + this.map(function (each) { return JSON.stringify(each); }).join(", ") + "]"; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
  Object.defineProperty(Array, "from", { configurable: true, writable: true, value: function (list) {
    var length = list ? list.length || 0 : 0, copy = new Array(length);
    while (length--) copy[length] = list[length];
    return copy;
  } });
</script>`;

test("on a page with an old library, the elements and the API answer as everywhere", async ({ page }) => {
  await open(page, `<slo-wizard></slo-wizard><slo-table id="own"></slo-table>`, { script: prototype });
  await page.locator("slo-wizard").getByRole("radio").first().check();
  await page.locator("slo-wizard").getByRole("button", { name: "Continue" }).click();
  await expect(page.locator("slo-wizard .verdict h2")).toHaveText("Critical");
  const boreal = JSON.parse(readFileSync("policies/boreal-care.json", "utf8")) as object;
  const found = await page.evaluate(async (document_) => {
    const { loadPolicy, referencePolicy } = (globalThis as unknown as { caseSlo: typeof import("../../js/index.js") })
      .caseSlo;
    const own = loadPolicy(document_);
    Object.assign(document.getElementById("own") ?? {}, { policy: document_ });
    const reference = referencePolicy();
    const at = (time: string) => new Date(`2026-02-03T${time}Z`);
    const [pauses] = [[[at("08:00:00"), at("09:00:00")]] as [Date, Date][]];
    const policy = reference.toJSON();
    const [question] = policy.questions ?? [];
    return {
      id: own.id,
      deadline: own.deadline("always", at("07:00:00"), 7200, pauses),
      possible: reference.classify({ [question?.id ?? ""]: (question?.options ?? []).map(({ id }) => id) }).decided,
    };
  }, boreal);
  expect(found).toEqual({ id: "boreal-care", deadline: "2026-02-03T10:00:00Z", possible: false });
  await expect(page.locator("#own").getByRole("table").first()).toContainText("Outage");
  await expect(page.locator("#own")).toContainText(/business hours/);
  await expect(page.locator("#own")).not.toContainText("undefined");
});
