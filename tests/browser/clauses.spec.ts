/** Every clause of the service description appears in its place, in both languages; support/clauses.ts has the table. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { cases, clauses, type PageView } from "./support/clauses.js";
import { expect, languages, test } from "./support/site.js";

type Text = Record<string, string>;
interface Entry {
  id: string;
  text?: Text;
  name?: Text;
  definition?: Text;
}

const policy = JSON.parse(readFileSync(new URL("../../policies/cisco-spark-swss.json", import.meta.url), "utf8")) as {
  id: string;
  version: string;
  clauses: Record<string, { text: Text }>;
  advice: Entry[];
  features: Entry[];
  severities: Entry[];
};

test("the table names every clause of the policy, and no other", () => {
  expect(Object.keys(clauses).sort()).toEqual(Object.keys(policy.clauses).sort());
});

const addressOf = ({ page, severity, context }: PageView): string => {
  if (severity === undefined) return `${page}.html`;
  const vector = `${policy.id}@${policy.version}/${cases[severity]}`;
  return `${page}.html#${[vector, ...(context === undefined ? [] : [context])].join("&")}`;
};

/** The text of the entry of an id. */
const saying = (id: string, language: string): string => {
  const entry = [...policy.advice, ...policy.features, ...policy.severities].find((each) => each.id === id);
  const text = entry?.definition ?? entry?.text ?? entry?.name;
  if (text?.[language] === undefined) throw new Error(`nothing of the policy has the id ${id}`);
  return text[language];
};

const openAll = (page: Page) =>
  page.evaluate(() => {
    const visit = (root: Document | ShadowRoot): void => {
      for (const each of root.querySelectorAll("*")) {
        if (each instanceof HTMLDetailsElement) each.open = true;
        if (each.shadowRoot) visit(each.shadowRoot);
      }
    };
    visit(document);
  });

const byAddress = new Map<string, [string, (typeof clauses)[string]][]>();
for (const each of Object.entries(clauses)) {
  const address = addressOf(each[1].place);
  byAddress.set(address, [...(byAddress.get(address) ?? []), each]);
}

for (const { language, folder } of languages) {
  for (const [address, met] of byAddress) {
    const ids = met.map(([id]) => id);
    test(`${ids.join(", ")} on ${address.split(/[#&]/).slice(0, 1).join()} (${language}, ${address.replace(/^[^&]*&?/, "")})`, async ({
      page,
    }) => {
      await page.goto(`${folder}${address}`);
      for (const [id, { place, shows }] of met) {
        if (place.page === "description") {
          const statement = page.locator(`[id="${id}"]`);
          await expect(statement).toContainText(policy.clauses[id]?.text[language]?.slice(0, 40) ?? "?");
          continue;
        }
        const link = page.locator(`a[href$="description.html#${id}"]`);
        await expect(link.first(), id).toBeAttached();
        await openAll(page);
        // The content of a tag for readers without JavaScript is in the page as well, hidden.
        if (shows === undefined) {
          await expect(link.filter({ visible: true }).first(), id).toBeVisible();
          continue;
        }
        // The sentence and the link to its clause are in one item, row or section.
        const item = page
          .locator("li, tr, section")
          .filter({ hasText: saying(shows, language), visible: true })
          .filter({ has: link });
        await expect(item.last(), `${id}: ${shows}`).toBeVisible();
        await expect(item.last().locator(link).first(), id).toBeVisible();
      }
    });
  }
}
