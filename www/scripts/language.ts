/** Keeps the fragment of the address in the links to the other language: a permalink, or a clause of the description. */

const links = document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-hash]");

/** Set when the link is about to be used: the wizard changes the address without an event. */
function keepPlace(): void {
  for (const link of links) link.hash = location.hash;
}

for (const event of ["focusin", "pointerover", "pointerdown", "click"]) {
  document.addEventListener(event, keepPlace, { capture: true, passive: true });
}
keepPlace();
