/**
 * Self-closed tags, such as `<slo-table/>`: HTML ignores the slash, so that the element contains the rest of the page. That is no text to
 * show in place of the element, so it stays visible, and the console names the cause.
 */

/** Parts of a page that no text inside a tag has. */
const partsOfPage = "main, footer, script:not([type='application/json'])";

/** Returns whether an element contains the rest of its page. Terms are part of texts. */
export function containsPage(element: Element): boolean {
  if (element.querySelector(partsOfPage) !== null) return true;
  const inside = [...element.querySelectorAll("*")];
  return inside.some(({ localName }) => localName.startsWith("slo-") && localName !== "slo-term");
}

/** Calls a function as soon as the page is parsed. */
export function whenParsed(body: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", body, { once: true });
  else body();
}

/** Returns the words for the console about an element that contains the rest of its page. */
export const selfClosed = (name: string): string =>
  `<${name}> contains the rest of the page: HTML ignores the slash of a self-closed tag, so write <${name}></${name}>`;
