/** The HTML element under the elements of the package, and its shadow root. The build for servers has another one: js/ssr/base.ts. */

import { sheetOf } from "./styles.js";

// A server has no HTMLElement, but it can import the classes.
export const Base = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/**
 * Returns the shadow root of an element, with its style sheets: the one that a server has rendered, else a new one that shows the
 * content of the tag.
 */
export function openRoot(element: HTMLElement, internals: ElementInternals, styles: readonly string[]): ShadowRoot {
  const rendered = internals.shadowRoot;
  const root = rendered ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = styles.map(sheetOf);
  if (rendered === null) root.append(Object.assign(document.createElement("slot"), { className: "plain" }));
  else rendered.addEventListener("click", keepPress);
  return root;
}

/** Buttons that a visitor has pressed in what a server rendered, before the element could answer. */
const presses = new WeakMap<ShadowRoot, HTMLButtonElement>();

function keepPress(event: Event): void {
  const button = event.composedPath().find((each) => each instanceof HTMLButtonElement);
  if (button === undefined) return;
  event.preventDefault();
  presses.set(event.currentTarget as ShadowRoot, button);
}

/**
 * Draws the content of a root for the first time. Nodes that a server has rendered are used again; an option that the visitor has
 * chosen among them before the element ran stays chosen, and a button that was pressed is pressed again.
 */
export function drawFirst(root: ShadowRoot, draw: () => void): void {
  const options = [...root.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const chosen = options.find(({ checked, defaultChecked }) => checked && !defaultChecked);
  const label = labelOf(chosen);
  // The styles and the content of the tag, which stood before the element ran.
  for (const each of [...root.children]) if (each.matches("style, link, .plain")) each.remove();
  draw();
  // A node that is used again has lost the mark of the server.
  for (const each of [...root.children]) if (each.hasAttribute("data-server")) each.remove();
  if (chosen !== undefined && !chosen.checked && chosen.isConnected && labelOf(chosen) === label) chosen.click();
  root.removeEventListener("click", keepPress);
  const pressed = presses.get(root);
  // The element takes the choice first, which it does in a task of its own.
  if (pressed !== undefined) setTimeout(() => pressed.click());
}

/** Returns the text beside an option, by which it is the same option of the same question. */
const labelOf = (option: HTMLInputElement | undefined): string | undefined =>
  option && `${option.value} ${option.closest("label")?.textContent}`;
