/**
 * The HTML element under the element of a bundle. Its CSS is a file that the page loads before any script, for the question that the
 * server has rendered; the bundle does not repeat it.
 */

import { drawFirst as drawOver, openRoot as openPackaged } from "../../js/elements/shared/base.js";

export { Base } from "../../js/elements/shared/base.js";

/** Returns the shadow root that the server has rendered, else a new one, with the link to the style sheet. */
export function openRoot(element: HTMLElement, internals: ElementInternals): ShadowRoot {
  const root = openPackaged(element, internals, []);
  if (linkIn(root) === null) {
    const href = new URL("../wizard.css", import.meta.url).href;
    root.prepend(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }
  return root;
}

/** Draws the content for the first time. The root adopts the style sheet before its link goes, so that nothing flashes. */
export function drawFirst(root: ShadowRoot, draw: () => void): void {
  const link = linkIn(root);
  const rules = link?.sheet?.cssRules;
  if (rules !== undefined) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(Array.from(rules, ({ cssText }) => cssText).join("\n"));
    root.adoptedStyleSheets = [sheet];
  }
  drawOver(root, draw);
  // A style sheet that has not come yet may still come.
  if (rules === undefined && link !== null) root.append(link);
}

const linkIn = (root: ShadowRoot) => root.querySelector("link");
