/** Defines an element, unless the browser has no custom elements or another copy of the package has defined it. */
export function register(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === "undefined" || customElements.get(name) !== undefined) return;
  customElements.define(name, element);
}
