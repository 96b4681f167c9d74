// A script of the page under test: notes whatever goes wrong, and uses an element as somebody might.

globalThis.noted = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
  // Browsers ask for an icon by themselves, and the header of the page refuses every picture.
  if (!blockedURI.endsWith("/favicon.ico"))
    noted.push(`violation: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});
addEventListener("error", ({ message }) => noted.push(`error: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => noted.push(`rejection: ${reason}`));
addEventListener("slo-error", ({ target, detail }) =>
  noted.push(`slo-error: ${target.localName} ${detail.code} ${detail.message}`),
);

// Nobody is there to answer the dialog.
globalThis.print = () => {};

const used = new WeakSet();
const controls = "summary, button, input, select, textarea";
/** Waits until the page has drawn a frame after the one under way: the element has shown its answer by then. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Presses, checks and fills in whatever an element offers, and what appears on the way; tells how much that was. */
globalThis.useEverything = async (element) => {
  let count = 0;
  for (; count < 80; count += 1) {
    const control = [...element.shadowRoot.querySelectorAll(controls)].find(
      (each) => !used.has(each) && each.checkVisibility(),
    );
    if (control === undefined) break;
    used.add(control);
    if (control.matches("select")) {
      control.selectedIndex = control.options.length - 1;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (
      control.matches(
        "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=date], [type=time], [type=datetime-local], [type=number])",
      )
    ) {
      control.value = "<b>text</b>";
      control.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (!control.matches("[type=file]")) {
      control.click();
    }
    await drawn();
  }
  return count;
};
