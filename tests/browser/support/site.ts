/** The fixture of every test of the site: a page that must stay free of errors and violations, and the site's names. */

import { readFileSync } from "node:fs";
import { expect, type Page, test as base } from "@playwright/test";

export { expect };

/** A page's languages and where they stand. */
export const languages = [
  { language: "fr-CA", folder: "" },
  { language: "en", folder: "en/" },
] as const;

export const pages = [
  "index",
  "prepare",
  "calculator",
  "tiers",
  "description",
  "report",
  "dashboard",
  "builder",
  "policy",
  "embed",
  "reference",
  "about",
] as const;

declare global {
  interface Window {
    /** Violations of the content security policy since the page was opened. */
    violations: string[];
  }
}

/**
 * A page that collects what goes wrong: errors, messages of level error, violations of the content security policy. Each
 * test fails at its end if there is anything in `problems`; one that provokes a problem empties the list.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()}`);
      });
      await page.exposeFunction("reportViolation", (violation: string) => problems.push(`violation: ${violation}`));
      await page.addInitScript(() => {
        const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
        document.addEventListener("securitypolicyviolation", (event) =>
          report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
        );
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Hears the events of one kind that reach the document from now on. The function that it returns gives the details of those heard
 * so far.
 */
export async function hear<T = unknown>(page: Page, name: string): Promise<() => Promise<T[]>> {
  const heard = await page.evaluateHandle((name) => {
    const details: unknown[] = [];
    document.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
    return details;
  }, name);
  return () => heard.jsonValue() as Promise<T[]>;
}

const axe = readFileSync(new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** The findings of axe on the page, shadow roots included: the rule and the place. */
export async function findingsOfAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const runner = (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe;
    const { violations } = await runner.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
  });
}

interface AxeResults {
  violations: { id: string; nodes: { target: unknown }[] }[];
}

/** How far the page is wider than the window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The text that a reader sees, shadow roots included, a line for each text node. */
export const visibleText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const lines: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) {
        const parent = node.parentElement;
        if (node.data.trim() && (!parent || parent.checkVisibility())) lines.push(node.data);
      } else if (node instanceof Element && ["SCRIPT", "STYLE", "CODE", "PRE", "TEXTAREA"].includes(node.tagName)) {
        return;
      } else {
        const within = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
        within.childNodes.forEach(visit);
      }
    };
    visit(document.body);
    return lines.join("\n");
  });
