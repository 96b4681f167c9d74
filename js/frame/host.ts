/**
 * The script of a portal around an iframe with `frame.html`: one custom element, small enough to be reviewed. It is a classic
 * script without imports, and needs only `script-src 'self'` and the origin of the frame in `frame-src`.
 */

import type { HelloMessage, SettingsMessage, SizeMessage, EventMessage } from "./protocol.js";

/** A message with unchecked members, because the frame may belong to any site. */
type FrameMessage = Partial<Record<keyof HelloMessage | keyof SizeMessage | keyof EventMessage, unknown>>;

/** Largest number of messages a second, milliseconds between two answers to hello, and largest height in CSS pixels. */
const [most, pause, highest] = [100, 250, 20_000];

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 1_000;

/**
 * Surrounds an iframe that shows `frame.html`: passes its own attributes in, and the height, the title and the events out.
 *
 * @tag slo-frame
 * @attr {"wizard"|"calculator"|"clock"|"table"} element - the element that the frame shows; default: the wizard
 * @attr {string|object} policy - "#id" of a JSON script element of this page, or a URL relative to the frame; default: the reference policy
 * @attr lang - language of the texts; default: that of the nearest ancestor with a language
 * @attr {"light"|"dark"|"auto"|"momentum"} theme - colours; default: those of the page around the frame
 * @attr name - in a form, the name under which the severity is sent
 * @attr tier - id of the customer's tier
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @attr answers - vector of the answers to start from
 * @attr severity - id of the severity, for the calculator and the clock
 * @attr submitted - instant of submission in RFC 3339, for the calculator and the clock
 * @attr phone - phone number of the support desk
 * @attr zone - IANA time zone of the times
 * @attr now - fixed instant in RFC 3339, for documentation and tests
 * @fires slo-ready - the element can be used; detail: { policy, version }
 * @fires slo-error - the element cannot be used; detail: { code, message, diagnostics }
 * @fires slo-ignored - the policy does not know a part of a link or an attribute; detail: { parts }
 * @fires slo-step - the wizard shows a question or the result; detail: { question, number, title }
 * @fires slo-classified - the severity, or more about the customer, is known; detail: { classification, context }
 * @fires slo-change - the visitor has changed the choice in the calculator; detail: { tier, severity, submittedAt }
 * @fires slo-state - the state of a measure of the clock is known or has changed; detail: { measure, state }
 * @slot - the iframe
 */
export class SloFrame extends HTMLElement {
  static formAssociated = true;

  readonly #internals = this.attachInternals();
  readonly #watch = new MutationObserver(() => this.#send());
  #policy: object | string | undefined;
  #tokens: readonly string[] = [];
  #title = "";
  /** Messages in the current second, and its start. */
  #count = 0;
  #since = 0;
  #answered = -pause;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The policy itself, as an object or as JSON text, instead of the attribute. */
  set policy(source: object | string | undefined) {
    this.#policy = source;
    this.#send();
  }

  connectedCallback(): void {
    addEventListener("message", this.#receive);
    this.#watch.observe(this, { attributes: true });
    this.#send();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#receive);
    this.#watch.disconnect();
    clearTimeout(this.#timer);
  }

  get #frame(): HTMLIFrameElement | null {
    return this.querySelector("iframe");
  }

  /** Origin of the messages of the frame: "null" in a sandbox, and from a disk. */
  get #origin(): string {
    const frame = this.#frame as HTMLIFrameElement;
    const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    return isOpaque ? "null" : new URL(frame.src).origin;
  }

  /** Any window may post messages, so only those from this frame with its origin count. */
  readonly #receive = ({ data, source, origin }: MessageEvent): void => {
    const frame = this.#frame;
    if (source === null || source !== frame?.contentWindow || origin !== this.#origin || data?.caseSlo !== 1) return;
    const now = performance.now();
    if (now - this.#since > 1_000) {
      this.#since = now;
      this.#count = 0;
    }
    if (++this.#count > most) return;
    const { type, tokens, height, title, name, detail } = data as FrameMessage;
    if (type === "hello" && Array.isArray(tokens)) {
      // The frame receives only styles that are meant for it.
      this.#tokens = tokens
        .slice(0, most)
        .filter((token) => isText(token) && /^(--slo-[a-z-]+|font-family|color-scheme)$/.test(token));
      // Each answer contains the whole policy.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(
        () => {
          this.#answered = performance.now();
          this.#send();
        },
        this.#answered + pause - now,
      );
    } else if (type === "size" && typeof height === "number") {
      frame.style.blockSize = `${Math.min(height, highest)}px`;
      // A title from the page stays.
      if (isText(title) && frame.title === this.#title) frame.title = this.#title = title;
    } else if (type === "event" && isText(name) && /^slo-[a-z]+$/.test(name)) {
      const severity = (detail as { classification?: { severity: unknown } } | null)?.classification?.severity;
      // A form accepts files too, but a severity is text.
      if (isText(severity) || name === "slo-step") this.#internals.setFormValue(isText(severity) ? severity : null);
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  };

  #send(): void {
    const to = this.#frame?.contentWindow;
    if (!to) return;
    const attributes = Object.fromEntries(Array.from(this.attributes, ({ name, value }) => [name, value]));
    const lang = this.closest("[lang]")?.getAttribute("lang");
    if (lang) attributes["lang"] = lang;
    const id = attributes["policy"]?.[0] === "#" ? attributes["policy"].slice(1) : "";
    const given = this.#policy ?? document.getElementById(id)?.textContent ?? null;
    const look = getComputedStyle(this);
    const settings: SettingsMessage = {
      caseSlo: 1,
      type: "settings",
      attributes,
      policy: given && typeof given === "object" ? JSON.stringify(given) : given,
      look: Object.fromEntries(this.#tokens.map((name) => [name, look.getPropertyValue(name)])),
    };
    to.postMessage(settings, this.#origin === "null" ? "*" : this.#origin);
  }
}

customElements.get("slo-frame") ?? customElements.define("slo-frame", SloFrame);

declare global {
  interface HTMLElementTagNameMap {
    "slo-frame": SloFrame;
  }
}
