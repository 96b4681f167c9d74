import { type ComponentChild, Fragment, h, render } from "preact";

import {
  CaseSloError,
  type Diagnostic,
  type EngineKind,
  type Expectation,
  type Policy,
  type PolicyDocument,
  startEngine,
} from "../../index.js";
import type { Capability } from "../../engine/host.js";
import { type Messages, messagesFor } from "../../messages/index.js";
import { type Format, createFormat } from "../../text/format.js";
import { Failure } from "./notices.js";
import { attributeInstant, isKnownZone } from "../../text/local-time.js";
import { type EngineRequest, loadedFrom, policyFrom } from "./policy-source.js";
import { Base, drawFirst, openRoot } from "./base.js";
import { contextOf } from "./case-input.js";
import { containsPage, selfClosed, whenParsed } from "./markup.js";
import { common } from "./styles.js";
import { nearestTag, textIn } from "../../text/lookup.js";
import { phoneOfAddress, phoneOfText } from "./phone.js";

/** Everything that the views of an element share: the policy, the language, the time and the settings of the page. */
export interface ViewContext {
  policy: Policy;
  /** The document of the policy, read once. */
  description: PolicyDocument;
  messages: Messages;
  format: Format;
  /** BCP 47 tag of the texts that are shown. */
  language: string;
  /** Returns a text of the policy in that language, else in the normative one. */
  say(text: Record<string, string> | undefined): string;
  /** Returns the current time in milliseconds since 1970, or the fixed instant of the attribute `now`. */
  now(): number;
  /** Whether the attribute `now` fixes the time. */
  frozen: boolean;
  /** The customer's context as the attributes give it: the tier, and context questions by their ids. */
  given: Record<string, string>;
  /** Reports parts of a link or of the page that this policy does not know and that the element ignores. */
  ignore(parts: readonly string[]): void;
  /** IANA time zone of the times; undefined: that of the visitor. */
  zone: string | undefined;
  /**
   * States whether the objectives are contractual for the customer (P2, P3); empty if the policy makes no difference. Every
   * objective comes with this sentence.
   */
  standing(of: Expectation["standing"]): string;
  /** The same format in another time zone. */
  withZone(zone: string): Format;
  /** Prefix of the id of a clause in a link to it; null if clauses are not linked. */
  clauses: string | null;
  /** The phone number of the attribute, else that of the policy's phone channel. */
  phone: Phone | null;
  /** Id of a calendar that the view names once. Targets in its hours do not name it again. */
  namedOnce?: string | null;
}

/** A phone number to call. */
export interface Phone {
  text: string;
  href: string;
  /** Whether the page gives the number, so that it holds whoever sold the service. */
  isOfPage?: boolean;
}

/** The events of every element; each element adds its own. All of them bubble, and leave shadow trees. */
export interface SloEventMap {
  /** The element can be used. */
  "slo-ready": CustomEvent<{ policy: string; version: string }>;
  /** The element cannot be used. */
  "slo-error": CustomEvent<{ code: string; message: string; diagnostics: Diagnostic[] | undefined }>;
  /** The policy does not know a part of a link or an attribute; `parts` are names, or names with values ("tier:gold"). */
  "slo-ignored": CustomEvent<{ parts: string[] }>;
}

declare global {
  // Elements, documents and windows all dispatch them.
  interface GlobalEventHandlersEventMap extends SloEventMap {}
}

/** Names of the attributes that every element has. */
const commonAttributes = ["policy", "lang", "zone", "theme", "now", "phone", "clauses"];

/**
 * The base class of the elements: it starts the engine, finds the policy and the language, and shows the content of the tag until the
 * element can be used, or if it cannot be used.
 *
 * @attr {string|object} policy - "#id" of a JSON script element, or a URL; default: the reference policy
 * @attr lang - language of the texts; default: that of the nearest ancestor with a language, else French (Canada)
 * @attr zone - IANA time zone of the times; default: that of the nearest ancestor with a zone, else the visitor's; an unknown zone is an error
 * @attr {"light"|"dark"|"auto"|"momentum"} theme - colours; default: the `color-scheme` of the page
 * @attr {"auto"|"wasm"|"js"} engine - "auto", the default, chooses WebAssembly, or JavaScript if the page refuses WebAssembly or its file does not load; a page has one engine
 * @attr now - fixed instant for documentation and tests: RFC 3339, or a local time in `zone`
 * @attr phone - phone number of the support desk
 * @attr clauses - prefix of links to clauses, such as "description.html#"; the element makes a link of the address of a page only
 * @fires slo-ready - the element can be used; detail: { policy, version }
 * @fires slo-error - the element cannot be used; detail: { code, message, diagnostics }
 * @fires slo-ignored - the policy does not know a part of a link or an attribute, such as a tier of an older version; detail: { parts }
 * @slot - content to show until the element can be used, or if it cannot be used
 * @cssproperty --slo-font - font family; default: that of the page
 * @cssproperty --slo-color-text - text
 * @cssproperty --slo-color-muted - secondary text; at least 4.5:1 against the background
 * @cssproperty --slo-color-background - background of the element, if it has a theme
 * @cssproperty --slo-color-surface - background of panels
 * @cssproperty --slo-color-border - separating lines
 * @cssproperty --slo-color-border-strong - edges of controls; at least 3:1 against the background
 * @cssproperty --slo-color-accent - links, buttons, focus
 * @cssproperty --slo-color-accent-strong - the accent under the pointer; default: closer to the colour of the text
 * @cssproperty --slo-color-accent-tint - background of the chosen option; default: a light tint of the accent
 * @cssproperty --slo-color-on-accent - text on the accent
 * @cssproperty --slo-color-critical - the most severe level
 * @cssproperty --slo-color-high - the second level
 * @cssproperty --slo-color-medium - the third level
 * @cssproperty --slo-color-low - the fourth level
 * @cssproperty --slo-radius - radius of corners
 * @cssproperty --slo-space - unit of all distances; default: 0.25rem
 */
export abstract class SloElement extends Base {
  static formAssociated = true;
  /** CSS of the element, in addition to the common CSS. */
  static styles: string[] = [];
  /** @internal Capability of the engine that the element needs: "analysis" for logs. */
  static readonly capability: Capability = "elements";
  /** @internal Whether the element needs a policy without errors; otherwise it reads the attribute itself. */
  static readonly loadsPolicy: boolean = true;
  /** @internal Whether the urgent line precedes the content, and the reason why there is no content. */
  static readonly hasUrgentLine: boolean = false;

  static get observedAttributes(): string[] {
    return commonAttributes;
  }

  protected readonly internals: ElementInternals;
  /** Whether the element has drawn its content. */
  #isDrawn = false;
  #policy: Policy | undefined;
  #given: Policy | object | string | undefined;
  #failure: CaseSloError | undefined;
  #attempt = 0;
  #scheduled = false;
  /** Whether the content of the tag is the rest of the page. */
  #containsPage = false;
  /** Ignored parts that have been reported. */
  readonly #ignored = new Set<string>();

  constructor() {
    super();
    this.internals = this.attachInternals();
    const { styles } = this.constructor as typeof SloElement;
    openRoot(this, this.internals, [common, ...styles]);
  }

  /** Returns the content of the element. */
  protected abstract render(view: ViewContext): ComponentChild;

  /** The policy; it can be set as a loaded policy, an object, JSON text, or the value of the attribute. */
  get policy(): Policy | undefined {
    return this.#policy;
  }

  set policy(source: Policy | object | string | undefined) {
    this.#given = source;
    if (this.isConnected) void this.#start();
  }

  /** Name of the value in a form. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  connectedCallback(): void {
    // A property that was set before the definition of the element would hide the accessor of its class.
    for (const [name, value] of Object.entries(this)) {
      if (name in Object.getPrototypeOf(this) && Reflect.deleteProperty(this, name)) Reflect.set(this, name, value);
    }
    whenParsed(() => this.#checkContent());
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#attempt += 1;
    // A move within the page disconnects and connects at once, so the content is removed only if the element stays disconnected.
    queueMicrotask(() => {
      if (!this.isConnected && this.shadowRoot !== null) render(null, this.shadowRoot);
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    // After a failure the element starts again, because the attribute may have been the cause.
    if (name === "policy" || this.#failure !== undefined) void this.#start();
    else this.update();
  }

  /** Renders the element once for all changes of the current task. */
  protected update(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#draw();
    });
  }

  /** Dispatches an event that bubbles and leaves shadow trees. */
  protected emit<Type extends keyof SloEventMap>(type: Type, detail: SloEventMap[Type]["detail"]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /**
   * Returns the instant in an attribute, in milliseconds since 1970; null without the attribute. A time without a UTC offset is
   * a local time in `zone`.
   *
   * @throws CaseSloError "invalid-instant" if the text is not an instant; the element then shows its error
   */
  protected instant(name: string, zone: string | undefined): number | null {
    const text = this.getAttribute(name);
    return text ? attributeInstant(text, zone) : null;
  }

  /** Keeps the rest of the page visible if a self-closed tag has put it into this element. */
  #checkContent(): void {
    if (this.#containsPage || !this.isConnected || !containsPage(this)) return;
    this.#containsPage = true;
    console.warn(selfClosed(this.localName));
    this.update();
  }

  async #start(): Promise<void> {
    const attempt = ++this.#attempt;
    // One start serves all changes of the current task.
    await undefined;
    if (attempt !== this.#attempt) return;
    try {
      const policy = await this.#wanted();
      if (attempt !== this.#attempt) return;
      this.#policy = policy;
      this.#failure = undefined;
      this.#draw();
      this.emit("slo-ready", { policy: policy.id, version: policy.version });
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(error);
    }
  }

  /** Returns the policy of the property, else the one that the attribute names. */
  async #wanted(): Promise<Policy> {
    const { loadsPolicy } = this.constructor as typeof SloElement;
    const given = loadsPolicy ? this.#given || this.getAttribute("policy") : null;
    const root = this.getRootNode();
    // Frameworks set the property where a template sets the attribute, so text that is not JSON is an address.
    if (given === null || (typeof given === "string" && !/^\s*\{/.test(given))) {
      return policyFrom(given, root instanceof ShadowRoot ? root : document, this.#engine());
    }
    const engine = this.#engine();
    if (typeof given !== "object" || !("classify" in given)) return loadedFrom(given, engine);
    await startEngine(engine.capability, engine.kind);
    return given as Policy;
  }

  #engine(): EngineRequest {
    const named = this.getAttribute("engine");
    const kind: EngineKind = named === "js" || named === "wasm" ? named : "auto";
    return { kind, capability: (this.constructor as typeof SloElement).capability };
  }

  #fail(error: unknown): void {
    const failure =
      error instanceof CaseSloError ? error : new CaseSloError("internal", String(error), { cause: error });
    this.#policy = undefined;
    this.#failure = failure;
    this.#draw();
    const { code, message, diagnostics } = failure;
    console.error(`<${this.localName}> ${code}: ${message}`);
    this.emit("slo-error", { code, message, diagnostics });
  }

  /** Reports each ignored part once, after rendering. */
  #ignore(parts: readonly string[]): void {
    const news = parts.filter((part) => !this.#ignored.has(part));
    if (news.length === 0) return;
    for (const part of news) this.#ignored.add(part);
    queueMicrotask(() => {
      console.warn(`<${this.localName}> ignores what the policy does not know: ${news.join(", ")}`);
      this.emit("slo-ignored", { parts: news });
    });
  }

  #draw(): void {
    const root = this.shadowRoot;
    if (root === null || !this.isConnected) return;
    if (this.#policy !== undefined) {
      let content: ComponentChild;
      try {
        content = this.contentFor(this.#policy);
      } catch (error) {
        // The cause is an attribute that cannot be read, such as an unknown zone. Any other error is a bug, which stays visible.
        if (!(error instanceof CaseSloError)) throw error;
        this.#fail(error);
        return;
      }
      this.#show(this.#containsPage ? h(Fragment, null, content, h("slot", null)) : content, root);
    } else if (this.#failure !== undefined) {
      const hasText = this.textContent?.trim() !== "";
      const { hasUrgentLine } = this.constructor as typeof SloElement;
      const phone = hasUrgentLine ? phoneOf(this.getAttribute("phone"), {}) : undefined;
      this.#show(h(Failure, { error: this.#failure, messages: messagesFor(this.#language()), hasText, phone }), root);
    }
  }

  /** @internal Returns the content of the element for a policy. */
  contentFor(policy: Policy): ComponentChild {
    return this.render(this.#viewContext(policy));
  }

  #show(content: ComponentChild, root: ShadowRoot): void {
    const draw = () => render(content, root);
    if (this.#isDrawn) draw();
    else drawFirst(root, draw);
    this.#isDrawn = true;
  }

  #language(): string {
    return inherited(this, "lang") ?? "fr-CA";
  }

  #viewContext(policy: Policy): ViewContext {
    const wanted = this.#language();
    const language = nearestTag(wanted, policy.languages) ?? policy.languages[0] ?? wanted;
    const description = descriptionOf(policy);
    const zone = zoneOf(this);
    const fixed = this.instant("now", zone);
    const messages = messagesFor(language);
    const { context: given, ignored } = contextOf(description, [
      ...onlyTier(description),
      ...attributesOf(this, description),
    ]);
    const ignore = (parts: readonly string[]) => this.#ignore(parts);
    ignore(ignored);
    return {
      policy,
      description,
      messages,
      format: createFormat(language, zone),
      given,
      ignore,
      zone,
      standing: (of) => (hasStandingText(description, of) ? messages.result.standing[of] : ""),
      withZone: (zone) => createFormat(language, zone),
      clauses: this.getAttribute("clauses"),
      language,
      say: (text) => textIn(text, [language, ...policy.languages.slice(0, 1)]),
      now: () => fixed ?? Date.now(),
      frozen: fixed !== null,
      phone: phoneOf(this.getAttribute("phone"), description),
    };
  }
}

/** If the seller is unknown, the sentence appears only under a policy whose objectives depend on the seller. */
const hasStandingText = ({ context }: PolicyDocument, standing: Expectation["standing"]): boolean =>
  standing !== "unspecified" ||
  !!context?.some(({ options }) => options.some((option) => option.standing === "informational"));

/** Returns the only tier of a policy as if the page had given it. */
const onlyTier = ({ tiers = [] }: PolicyDocument): [string, string][] =>
  tiers.length === 1 ? tiers.map(({ id }) => ["tier", id]) : [];

const descriptions = new WeakMap<Policy, PolicyDocument>();

function descriptionOf(policy: Policy): PolicyDocument {
  const known = descriptions.get(policy) ?? policy.toJSON();
  descriptions.set(policy, known);
  return known;
}

/** Returns an attribute of an element, else that of the nearest ancestor with it, across shadow trees. */
function inherited(element: Element, name: string): string | undefined {
  for (let at: Element | null = element; at !== null; ) {
    const value: string | null | undefined = at.closest(`[${name}]`)?.getAttribute(name);
    if (value) return value;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** Returns the time zone of an element; undefined if neither it nor an ancestor names one. */
function zoneOf(element: Element): string | undefined {
  const zone = inherited(element, "zone");
  if (zone === undefined) return undefined;
  if (!isKnownZone(zone)) throw new CaseSloError("unknown-zone", `"${zone}" is not a known IANA time zone`);
  return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
}

/**
 * Attributes of every element of HTML or of this package. A context question with such an id is answered only by its "data-"
 * attribute.
 */
const reservedAttributes = [
  ...commonAttributes,
  "answers",
  "class",
  "dir",
  "hidden",
  "id",
  "is",
  "name",
  "part",
  "role",
  "slot",
  "style",
  "title",
];

/**
 * Yields the tier and the context questions that attributes answer. An id with another meaning, such as "role", has a "data-"
 * attribute.
 */
function* attributesOf(element: Element, { context = [] }: PolicyDocument): Iterable<[string, string]> {
  for (const { id } of [{ id: "tier" }, ...context]) {
    const value =
      element.getAttribute(`data-${id}`) ?? (reservedAttributes.includes(id) ? null : element.getAttribute(id));
    if (value !== null) yield [id, value];
  }
}

function phoneOf(given: string | null, { channels }: Pick<PolicyDocument, "channels">): Phone | null {
  if (given) return { ...phoneOfText(given), isOfPage: true };
  return phoneOfAddress(channels?.find((channel) => channel.kind === "phone")?.href);
}
