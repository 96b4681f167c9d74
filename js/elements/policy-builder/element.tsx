import { CaseSloError, type Diagnostic, type EngineKind, type Policy } from "../../index.js";
import { builderMessagesFor } from "../../messages/builder/index.js";
import { SloCalculator } from "../calculator/element.js";
import { register } from "../register.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { SloTable } from "../table/element.js";
import { SloWizard } from "../wizard/element.js";
import { Builder } from "./builder.js";
import { PolicyCheck } from "./checking.js";
import { type JsonObject, isObject } from "../../text/policy-json.js";
import { Editor } from "./editor.js";
import { styles } from "./styles.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /** `<slo-policy-builder>` has another document; `findings` are those of the check, null while it runs. */
    "slo-edit": CustomEvent<{ policy: object; findings: readonly Diagnostic[] | null }>;
  }
}

/** Milliseconds without a change before the policy is checked, and the draft is kept. */
const [checkRest, draftRest] = [120, 500];

/**
 * Builds a policy in plain forms: tiers, severities, hours, objectives, questions and texts, with the findings of the engine beside
 * their fields, the JSON, and the elements on the policy as it stands. The policy never leaves the tab.
 *
 * @tag slo-policy-builder
 * @attr worker - states that the header of the page permits a worker; the value is the name of a Trusted Types policy, or empty if none is required
 * @attr draft - name under which the storage of the tab keeps what is being written, until the tab is closed; default: nothing is kept
 * @fires slo-edit - the policy has changed, or the check is done; detail: { policy, findings }
 * @csspart start - the choice of a template or a file
 * @csspart builder - the builder as a whole
 * @csspart bar - the name of the policy, and the buttons for the whole
 * @csspart preview - the policy as it stands
 * @csspart error - the reason for which the element cannot be used
 * @cssstate editing - a policy is open; styles of the page can use `slo-policy-builder:state(editing)`
 */
export class SloPolicyBuilder extends SloElement {
  static override styles = [styles];
  /** @internal The policy of the attribute may have errors, which are there to be corrected. */
  static override readonly loadsPolicy = false;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "worker", "draft"];
  }

  readonly #editor = new Editor();
  #check: PolicyCheck | null = null;
  #status: "waiting" | "done" | "failed" = "waiting";
  #loaded: Policy | null = null;
  #opened: string | null = null;
  #timers: { check?: ReturnType<typeof setTimeout>; draft?: ReturnType<typeof setTimeout> } = {};
  #listening: AbortController | null = null;
  /** Whether the page is left for the same page in another language, which finds the draft. */
  #isSwitching = false;

  /** The policy as it stands; undefined while it has errors. It can be set as an object, JSON text, a loaded policy, or the value of the attribute. */
  override get policy(): Policy | undefined {
    return this.#loaded ?? undefined;
  }

  override set policy(source: Policy | object | string | undefined) {
    if (typeof source === "string" && !/^\s*\{/.test(source)) this.setAttribute("policy", source);
    else if (source !== undefined) this.#open(source);
  }

  /** The policy that is being written, as JSON text; empty before one has been opened. */
  get text(): string {
    return this.#editor.text;
  }

  /** The findings about the policy that is being written. */
  get findings(): readonly Diagnostic[] {
    return this.#editor.findings.all;
  }

  override connectedCallback(): void {
    for (const [name, element] of [
      ["slo-wizard", SloWizard],
      ["slo-table", SloTable],
      ["slo-calculator", SloCalculator],
    ] as const)
      register(name, element);
    this.#listen();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#listening = null;
    // A move within the page disconnects and connects at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#keepDraft();
      clearTimeout(this.#timers.check);
      clearTimeout(this.#timers.draft);
      this.#check?.close();
      this.#check = null;
    });
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === "worker" && before !== after) {
      this.#check?.close();
      this.#check = null;
    }
    super.attributeChangedCallback(name, before, after);
  }

  protected render(view: ViewContext) {
    const source = this.getAttribute("policy");
    if (source !== this.#opened) {
      this.#opened = source;
      if (source) void this.#openAddress(source);
    }
    return (
      <Builder
        editor={this.#editor}
        m={builderMessagesFor(view.language)}
        language={view.language}
        format={view.format}
        status={this.#status}
        onPolicy={(policy) => {
          this.#loaded = policy;
        }}
      />
    );
  }

  #listen(): void {
    if (this.#listening !== null) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const unsubscribe = this.#editor.subscribe(() => this.#changed());
    signal.addEventListener("abort", unsubscribe);
    const draft = this.#draftKey();
    // A draft is older than everything that the page itself opens.
    if (draft !== null && this.#editor.state === null) {
      const kept = stored(draft);
      if (kept !== null) this.#editor.openDraft(kept);
    }
    addEventListener(
      "beforeunload",
      (event) => {
        this.#keepDraft();
        if (this.#editor.state !== null && this.#editor.isChanged && !this.#isSwitching) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener(
      "click",
      (event) => {
        const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
        this.#isSwitching = this.#draftKey() !== null && link?.hreflang !== undefined && link.hreflang !== "";
      },
      { signal, capture: true },
    );
  }

  #changed(): void {
    const { state } = this.#editor;
    if (state === null) this.internals.states?.delete("editing");
    else this.internals.states?.add("editing");
    clearTimeout(this.#timers.check);
    clearTimeout(this.#timers.draft);
    this.#timers.draft = setTimeout(() => this.#keepDraft(), draftRest);
    if (state === null) return;
    if (this.#status !== "waiting") {
      this.#status = "waiting";
      this.update();
    }
    this.#timers.check = setTimeout(() => this.#checkNow(), checkRest);
    this.#announce(null);
  }

  #checkNow(): void {
    if (!this.isConnected) return;
    const named = this.getAttribute("engine");
    const kind: EngineKind = named === "js" || named === "wasm" ? named : "auto";
    this.#check ??= new PolicyCheck(
      this.getAttribute("worker"),
      kind,
      (findings, text) => {
        // The findings of a text that has changed meanwhile would stand beside the wrong fields; the next check is on its way.
        if (text !== this.#editor.text) return;
        this.#status = "done";
        this.#editor.take(findings);
        this.#announce(findings);
        this.update();
      },
      (message) => {
        console.error(`<${this.localName}> ${message}`);
        this.#status = "failed";
        this.update();
      },
    );
    this.#check.request(this.#editor.text);
  }

  #announce(findings: readonly Diagnostic[] | null): void {
    this.emit("slo-edit", { policy: this.#editor.document, findings });
  }

  #open(source: Policy | object | string): void {
    if (typeof source === "string") this.#editor.open(source, "");
    else {
      const value = "toJSON" in source && typeof source.toJSON === "function" ? (source.toJSON() as object) : source;
      if (isObject(value)) this.#editor.open(value as JsonObject, "");
    }
  }

  /** Opens the policy that the attribute names, unless a draft of it is open. */
  async #openAddress(source: string): Promise<void> {
    if (this.#editor.state !== null) return;
    try {
      if (source.startsWith("#")) {
        const root = this.getRootNode() as Document | ShadowRoot;
        const text = (root.getElementById(source.slice(1)) ?? document.getElementById(source.slice(1)))?.textContent;
        if (text == null) throw new Error("no element has this id");
        this.#editor.open(text, "");
        return;
      }
      const response = await fetch(new URL(source, document.baseURI), { credentials: "same-origin" });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      this.#editor.open(await response.text(), source.split("/").at(-1) ?? "");
    } catch (error) {
      const message = `no policy at ${source}: ${error instanceof Error ? error.message : String(error)}`;
      const { code } = new CaseSloError("policy-unavailable", message);
      this.emit("slo-error", { code, message, diagnostics: undefined });
    }
  }

  #draftKey(): string | null {
    const name = this.getAttribute("draft");
    return name === null ? null : `case-slo draft ${name}`;
  }

  /** Keeps the draft in the storage of the tab, which ends with the tab; without a policy, there is none. */
  #keepDraft(): void {
    const key = this.#draftKey();
    if (key === null) return;
    try {
      if (this.#editor.state === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, this.#editor.draft());
    } catch {
      // The page may use no storage, or the draft is larger than it; the question before leaving stays.
    }
  }
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
