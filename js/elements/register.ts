/** Defines an element once, and only where there are custom elements: another copy of the package may have been here. */
export function register(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === "undefined" || customElements.get(name) !== undefined) return;
  customElements.define(name, element);
}
