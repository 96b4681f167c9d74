// Every element of the package, with a tag that shows something: for tests that hold of each of them.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const manifest = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../dist/custom-elements.json", import.meta.url)), "utf8"),
);

/** The attributes that a tag needs; a new element that needs none is tested without a line here. */
const said = {
  "slo-calculator": {
    attributes: 'tier="premium" severity="critical" submitted="2026-02-03T07:14:00Z" now="2026-02-03T07:20:00Z"',
  },
  "slo-clock": {
    attributes: 'tier="premium" severity="critical" submitted="2026-02-03T07:14:00Z" now="2026-02-03T07:20:00Z"',
  },
  "slo-deliverables": { attributes: 'tier="premium" from="2026-02-03"' },
  "slo-intake": { attributes: 'severity="critical" tier="premium" submitted="2026-02-03T07:14:00Z"' },
  "slo-term": { attributes: 'clause="D1"', text: "critical" },
  "slo-wizard": { attributes: 'permalink="off"' },
};

/** The names of all elements that run on the engine; `<slo-frame>` has a page and tests of its own. @type {string[]} */
export const elementNames = manifest.modules
  .filter(({ path }) => path.startsWith("elements/"))
  .flatMap(({ declarations }) => declarations ?? [])
  .map(({ tagName }) => tagName)
  .filter(Boolean)
  .sort();

/** The tag of an element, with more attributes. @param {string} name @param {string} [more] */
export function tagOf(name, more = "") {
  const { attributes = "", text = "" } = said[name] ?? {};
  return `<${[name, attributes, more].filter(Boolean).join(" ")}>${text}</${name}>`;
}

/** An expression: whether every element of the page shows what it is there to show. Before that, it has an unnamed slot. */
export const allShown = `[...document.querySelectorAll("*")]
  .filter(({ localName }) => localName.startsWith("slo-"))
  .every(({ shadowRoot }) => shadowRoot && !shadowRoot.querySelector("[part~=error]")
    && [...shadowRoot.children].some(({ localName, name }) => localName !== "slot" || name))`;
