/**
 * Runs before the first paint: a page in the other language offers itself in this one, and no press on a button is lost while the elements
 * are still on their way.
 */

const languageOf = (tag: string): string => tag.slice(0, 2).toLowerCase();

/** The first language of the reader that the site has. */
const wanted = navigator.languages.map(languageOf).find((each) => each === "fr" || each === "en");

/** The page before this one in the tab, if it belongs to the same origin; a browser that does not say so repeats the offer. */
const { navigation } = window as { navigation?: { activation?: { from?: { url?: string | null } | null } | null } };

// A reader who comes from another page of the site has seen the offer.
if (wanted !== undefined && wanted !== languageOf(document.documentElement.lang) && !navigation?.activation?.from) {
  document.documentElement.dataset["offer"] = "";
}

/** The button that was pressed last in an element that the browser could not run yet. */
let pressed: HTMLButtonElement | undefined;

document.addEventListener("click", (event) => {
  const button = event.composedPath().find((each) => each instanceof HTMLButtonElement);
  const root = button?.getRootNode();
  if (button === undefined || !(root instanceof ShadowRoot) || root.host.matches(":defined")) return;
  // A form would be sent before anybody can answer.
  event.preventDefault();
  pressed = button;
  void customElements.whenDefined(root.host.localName).then(() => {
    if (pressed !== button) return;
    pressed = undefined;
    button.click();
  });
});
