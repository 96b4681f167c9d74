/** Two versions of the package on one page, as two parts of a portal may bring them. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { elementNames, tagOf } from "./support/elements.mjs";
import { openStage, shown } from "./support/stage.js";
import { expect, test } from "./support/site.js";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const types = { js: "text/javascript", wasm: "application/wasm" } as const;

/** The same files once more, where another version would stand. */
async function serveAnother(page: Page): Promise<void> {
  await page.route("**/another/**", (route) => {
    const path = new URL(route.request().url()).pathname.split("/another/")[1] ?? "";
    const contentType = path.endsWith(".wasm") ? types.wasm : types.js;
    return route.fulfill({ contentType, body: readFileSync(`${dist}${path}`) });
  });
}

const module = (path: string): string => `<script type="module" src="${path}"></script>`;
const classic = (path: string): string => `<script src="${path}"></script>`;

for (const [title, script] of [
  ["two copies of the modules", module("another/elements/define.js") + module("case-slo/elements/define.js")],
  ["the modules after the classic script", classic("another/case-slo.js") + module("case-slo/elements/define.js")],
  ["the classic script twice", classic("another/case-slo.js") + classic("case-slo/case-slo.js")],
] as const) {
  test(`${title}: the first defines the elements, and nothing breaks`, async ({ page }) => {
    await serveAnother(page);
    const inClassic = ["slo-calculator", "slo-clock", "slo-table", "slo-term", "slo-wizard"];
    const names = script.includes("define.js") ? elementNames : inClassic;
    await openStage(page, names.map((name) => tagOf(name)).join(""), { script });
    await shown(page);
    await page.locator("slo-wizard").getByRole("radio").first().check();
    await page.locator("slo-wizard").getByRole("button", { name: "Continue" }).click();
    await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Critical");
  });
}

test("each version has its engine, and the policy of one is understood by the elements of the other", async ({
  page,
}) => {
  await serveAnother(page);
  await openStage(page, "<slo-table></slo-table>");
  await shown(page);
  const other = new URL("another/index.js", page.url()).href;
  await page.evaluate(async (address) => {
    const { init, referencePolicy } = (await import(address)) as typeof import("../../js/index.js");
    await init();
    (document.querySelector("slo-table") as HTMLElement & { policy: unknown }).policy = referencePolicy();
  }, other);
  await expect(page.locator("slo-table").getByRole("table").first()).toBeVisible();
  await shown(page);
});
