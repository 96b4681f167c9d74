/** The element under the elements of the package on a server: its attributes and its text, and nothing that needs a page. */

class ServerElement {
  readonly #attributes = new Map<string, string>();
  textContent = "";
  readonly isConnected = false;
  readonly shadowRoot = null;

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  /** The only ancestor-or-self that a server knows is the element itself. */
  closest(): this {
    return this;
  }

  getRootNode(): this {
    return this;
  }

  attachInternals(): object {
    return { form: null, setFormValue() {}, setValidity() {} };
  }

  dispatchEvent(): boolean {
    return true;
  }
}

export const Base = ServerElement as unknown as typeof HTMLElement;

/** A server draws into a text, so that an element has no root. */
export const openRoot = (): null => null;

export const drawFirst = (): void => undefined;
