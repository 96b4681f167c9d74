import type { Classification } from "../../index.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { outcomeStyles, partStyles } from "../shared/case-styles.js";
import {
  caseNumber,
  fragmentOf,
  type KnownInput,
  inputOfFragment,
  inputOfPage,
  vectorOf,
  withDetails,
} from "../shared/case-input.js";
import { styles } from "./styles.js";
import { Wizard } from "./wizard.js";

/** The wizard with its state in the address of the page: the first one on the page with a permalink. */
let owner: SloWizard | undefined;

declare module "../shared/element.js" {
  interface SloEventMap {
    /** `<slo-wizard>` shows a question, or the result; `question` is its id, null for the result. */
    "slo-step": CustomEvent<{ question: string | null; number: number; title: string }>;
    /** `<slo-wizard>` knows the severity, or more about the customer: answers to context questions by their ids, and the tier. */
    "slo-classified": CustomEvent<{ classification: Classification; context: Record<string, string> }>;
  }
}

/**
 * Asks as few questions as possible, then shows the severity with its reasons, the due time, and what to do.
 *
 * @tag slo-wizard
 * @attr answers - vector of the answers to start from
 * @attr tier - id of the customer's tier
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well (`data-role` for a question called "role")
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`; default: the moment of the result
 * @attr case-number - number of the case at the support desk
 * @attr {"1"|"2"} heading-level - "1": the heading of the result is the heading of the page, which hides its own; default: 2
 * @attr {"on"|"off"} permalink - "off": the address of the page does not follow the case
 * @attr name - in a form, the name under which the severity is sent
 * @attr {boolean} required - in a form, whether a severity is required
 * @fires slo-step - the element shows a question or the result; detail: { question, number, title }
 * @fires slo-classified - the severity, or more about the customer, is known; detail: { classification, context }
 * @csspart urgent - the notice for urgent cases
 * @csspart question - the current question
 * @csspart option - an option of the question
 * @csspart continue - the button to the next question
 * @csspart result - the result as a whole
 * @csspart answer - the card with the severity, what to do and the due time
 * @csspart severity - the severity in the result
 * @csspart due - the due time
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart countdown - the time that remains
 * @csspart timeline - how the time was counted
 * @csspart advice - advice: to act, to prepare, to know or to escalate
 * @csspart act - advice about actions
 * @csspart prepare - advice about preparations
 * @csspart know - advice for information
 * @csspart escalate - advice about escalation
 * @csspart handover - the buttons to copy, to print and to save a calendar file
 * @csspart error - the reason for which the element cannot be used
 * @slot urgent - content to show instead of the notice for urgent cases
 */
export class SloWizard extends SloElement {
  static override styles = [outcomeStyles, partStyles, styles];
  static override readonly hasUrgentLine = true;

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "answers",
      "tier",
      "sale",
      "submitted",
      "case-number",
      "permalink",
      "required",
    ];
  }

  #value: string | null = null;
  /** State that the browser restores in a form. */
  #restored = "";
  #generation = 0;

  /** The severity; null before it is known. */
  get value(): string | null {
    return this.#value;
  }

  formResetCallback(): void {
    if (owner === this) history.replaceState(null, "", location.href.replace(/#.*/, ""));
    this.formStateRestoreCallback("");
  }

  /** Restores the state that the browser saved with a form. */
  formStateRestoreCallback(state: string): void {
    this.#restored = state;
    this.#generation += 1;
    this.#setValue(null);
    this.update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (owner === this) owner = undefined;
  }

  protected render(view: ViewContext) {
    const { policy, description, messages } = view;
    const given: KnownInput =
      inputOfFragment(policy, description, this.#restored) ??
      inputOfPage(policy, description, this.getAttribute("answers"), view.given, this.#details(view));
    view.ignore(given.ignored);
    this.#updateValidity(messages.wizard.missing);
    return (
      <Wizard
        key={`${this.#generation} ${policy.id} ${policy.version} ${this.getAttribute("answers") ?? ""}`}
        view={view}
        given={given}
        permalink={this.#ownsAddress()}
        level={this.getAttribute("heading-level") === "1" ? 1 : 2}
        onStep={({ question, number, title }, input) => {
          if (question !== null) this.#setValue(null, fragmentOf(vectorOf(policy, input.answers), input));
          this.#updateValidity(messages.wizard.missing);
          this.emit("slo-step", { question: question?.id ?? null, number, title });
        }}
        onResult={(severity, classification, input) => {
          this.#setValue(severity, fragmentOf(vectorOf(policy, input.answers), input));
          if (classification !== null) this.emit("slo-classified", { classification, context: input.context });
        }}
      />
    );
  }

  /** Returns the details of the attributes. */
  #details({ zone }: ViewContext) {
    return withDetails(
      {},
      {
        submittedAt: this.instant("submitted", zone) ?? undefined,
        number: caseNumber(this.getAttribute("case-number") ?? ""),
      },
    );
  }

  #ownsAddress(): boolean {
    if (this.getAttribute("permalink") === "off") return false;
    owner ??= this;
    return owner === this;
  }

  /** Sets the value that the form sends, and the state from which the browser restores the wizard. */
  #setValue(value: string | null, state = ""): void {
    this.#value = value;
    this.internals.setFormValue(value, state);
    this.internals.setValidity({});
  }

  /** Marks a required severity as missing; the browser reports it at the first option. */
  #updateValidity(missing: string): void {
    const anchor = this.shadowRoot?.querySelector("input");
    if (anchor && this.#value === null && this.hasAttribute("required")) {
      this.internals.setValidity({ valueMissing: true }, missing, anchor);
    } else this.internals.setValidity({});
  }
}
