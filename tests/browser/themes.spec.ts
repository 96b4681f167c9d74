/** Every element in every theme, window and direction. */

import type { Page } from "@playwright/test";
import { elementNames, tagOf } from "./support/elements.mjs";
import { openStage, shown } from "./support/stage.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

/** Opens every `details` of the elements, and waits for what that shows. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll("*")) {
      for (const details of shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
    }
  });

/** The subjects of the tests: each element, and the wizard with its result. */
const subjects = [
  ...elementNames.map((name) => ({ title: name, tag: (more: string) => tagOf(name, more) })),
  {
    title: "slo-wizard with its result",
    tag: (more: string) => tagOf("slo-wizard", `answers="cisco-spark-swss@1.0.0/service:unavailable" ${more}`),
  },
];

const lights = [
  { theme: "light", colorScheme: "dark" },
  { theme: "dark", colorScheme: "light" },
  { theme: "auto", colorScheme: "light" },
  { theme: "auto", colorScheme: "dark" },
  { theme: "momentum", colorScheme: "dark" },
] as const;

for (const { title, tag } of subjects) {
  test.describe(title, () => {
    test("has no axe violation in any theme", async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openStage(page, tag(""));
      await shown(page);
      await unfold(page);
      for (const { theme, colorScheme } of lights) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.locator(elementOf(tag)).evaluate((element, theme) => element.setAttribute("theme", theme), theme);
        expect(await findingsOfAxe(page), `${theme} where the reader prefers ${colorScheme}`).toEqual([]);
      }
    });

    test("has a background of its own in every theme, whatever the page has", async ({ page }) => {
      await openStage(page, tag(""));
      await shown(page);
      const backgrounds = await page.locator(elementOf(tag)).evaluate((element) =>
        ["light", "dark", "auto", "momentum"].map((theme) => {
          element.setAttribute("theme", theme);
          return getComputedStyle(element).backgroundColor;
        }),
      );
      expect(backgrounds.filter((colour) => colour === "rgba(0, 0, 0, 0)")).toEqual([]);
    });

    test("is complete in forced colours", async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
      await openStage(page, tag(""));
      await shown(page);
      await unfold(page);
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(await edgeless(page, elementOf(tag))).toEqual([]);
    });

    // 1280 by 1024 pixels at 400 %.
    for (const html of ['lang="en"', 'lang="fr-CA"', 'lang="en" dir="rtl"']) {
      test(`fits at 400 %, each control within reach (${html})`, async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 256 });
        await openStage(page, tag(""), { html });
        await shown(page);
        await unfold(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await unreachable(page, elementOf(tag))).toEqual([]);
      });
    }

    test("on a page from right to left, it is mirrored, and its texts read as their language does", async ({
      page,
    }) => {
      await openStage(page, tag(""), { html: 'lang="en" dir="rtl"' });
      await shown(page);
      await unfold(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await backwards(page, elementOf(tag))).toEqual([]);
    });
  });
}

const elementOf = (tag: (more: string) => string): string => /^<([\w-]+)/.exec(tag(""))?.[1] ?? "";

/** Buttons and fields whose edge would vanish with the colours: neither border nor underline. */
const edgeless = (page: Page, element: string): Promise<string[]> =>
  page.locator(element).evaluate(({ shadowRoot }) =>
    [
      ...(shadowRoot?.querySelectorAll(
        "button, select, textarea, input:not([type=radio], [type=checkbox], [type=file])",
      ) ?? []),
    ]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const { borderTopWidth, borderTopStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(control);
        const bordered =
          (Number.parseFloat(borderTopWidth) > 0 || Number.parseFloat(borderBottomWidth) > 0) &&
          borderTopStyle !== "hidden";
        return !bordered && textDecorationLine === "none";
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );

/** Controls that cannot be scrolled to, or that something covers. */
const unreachable = (page: Page, element: string): Promise<string[]> =>
  page.locator(element).evaluate(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLElement>("button, select, textarea, input, summary, a[href]") ?? [])]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest(".hidden"))
      .filter((control) => {
        control.scrollIntoView({ block: "center", inline: "center" });
        const [box] = control.getClientRects();
        if (box === undefined || box.width * box.height === 0) return false;
        const there = shadowRoot?.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const label = (control as HTMLInputElement).labels?.[0];
        // The content of the tag is not inside the control that shows it.
        if (there === shadowRoot?.host) return control.querySelector("slot") === null;
        return !(there && (control.contains(there) || there.contains(control) || label?.contains(there)));
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );

/** Texts whose first letter stands to the right of their last on the same line, though they are read from left to right. */
const backwards = (page: Page, element: string): Promise<string[]> =>
  page.locator(element).evaluate(({ shadowRoot }) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const text = node.data.trimEnd();
      const start = text.length - text.trimStart().length;
      if (text.length - start < 2 || !node.parentElement?.checkVisibility()) continue;
      const boxOf = (at: number) => {
        const range = document.createRange();
        range.setStart(node as Text, at);
        range.setEnd(node as Text, at + 1);
        return range.getBoundingClientRect();
      };
      const [first, last] = [boxOf(start), boxOf(text.length - 1)];
      if (first.width > 0 && last.width > 0 && Math.abs(first.y - last.y) < 2 && first.x > last.x)
        found.push(text.trim());
    }
    return found;
  });
