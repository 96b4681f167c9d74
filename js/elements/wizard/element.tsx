import { type Scene, SloElement } from "../shared/element.js";
import { outcome } from "../shared/outcome-styles.js";
import { parts } from "../shared/parts-styles.js";
import { fragmentOf, type KnownPlace, placeOfFragment, placeOfPage } from "../shared/place.js";
import { styles } from "./styles.js";
import { Wizard } from "./wizard.js";

/** The wizard whose state is in the address of the page: the first one that asks for it. */
let owner: SloWizard | undefined;

/**
 * `<slo-wizard>`: a few plain questions, then the severity with its reasons, the deadline, and what to do.
 *
 * @attr answers - a vector to start from
 * @attr tier - id of the customer's service tier
 * @attr sale - and, by its id, any other context question of the policy that the page can answer (data-role, where its id is role)
 * @attr {on|off} permalink - "off": the place is not kept in the address of the page
 * @attr name - in a form, the name under which the severity is sent
 * @attr {boolean} required - in a form, that a severity is needed
 * @fires slo-step - a question is shown, or the result; detail: { question, number, title }
 * @fires slo-classified - the severity is known, or more of the customer; detail: { classification, context }
 * @csspart urgent - the line for those who cannot wait
 * @csspart question - the question at hand
 * @csspart option - one of its answers
 * @csspart continue - the button that goes on
 * @csspart result - the answer, whole
 * @csspart severity - the level in it
 * @csspart due - the deadline
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart countdown - what is left until then
 * @csspart timeline - how the time was counted
 * @csspart advice - what to do, to prepare or to know
 * @csspart act - of it, what to do
 * @csspart prepare - of it, what to have ready
 * @csspart know - of it, what else to know
 * @csspart escalate - of it, how to escalate
 * @csspart handover - copies, calendar file, print
 * @csspart error - why there is nothing to show
 * @slot urgent - instead of the urgent line
 */
export class SloWizard extends SloElement {
  static override styles = [outcome, parts, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "answers", "tier", "sale", "permalink", "required"];
  }

  #value: string | null = null;
  /** The state that a form restores, until the wizard has reached it. */
  #left = "";
  #round = 0;

  /** The severity, once known. */
  get value(): string | null {
    return this.#value;
  }

  formResetCallback(): void {
    if (owner === this) history.replaceState(null, "", location.href.replace(/#.*/, ""));
    this.formStateRestoreCallback("");
  }

  /** The browser has brought back what a form held. */
  formStateRestoreCallback(state: string): void {
    this.#left = state;
    this.#round += 1;
    this.#take(null);
    this.update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (owner === this) owner = undefined;
  }

  protected view(scene: Scene) {
    const { policy, description, messages } = scene;
    const given: KnownPlace =
      placeOfFragment(policy, description, this.#left) ??
      placeOfPage(policy, description, this.getAttribute("answers"), scene.given);
    scene.ignore(given.ignored);
    this.#check(messages.wizard.missing);
    return (
      <Wizard
        key={`${this.#round} ${policy.id} ${policy.version} ${this.getAttribute("answers") ?? ""}`}
        scene={scene}
        given={given}
        permalink={this.#ownsAddress()}
        onStep={({ question, number, title }, place) => {
          if (question !== null) this.#take(null, fragmentOf(policy.classify(place.answers).vector, place));
          this.#check(messages.wizard.missing);
          this.emit("slo-step", { question: question?.id ?? null, number, title });
        }}
        onClassified={(classification, place) => {
          this.#take(classification.severity, fragmentOf(classification.vector, place));
          this.emit("slo-classified", { classification, context: place.context });
        }}
      />
    );
  }

  #ownsAddress(): boolean {
    if (this.getAttribute("permalink") === "off") return false;
    owner ??= this;
    return owner === this;
  }

  /** Sets the value that the form sends, and the state from which the browser restores the wizard. */
  #take(value: string | null, state = ""): void {
    this.#value = value;
    this.internals.setFormValue(value, state);
    this.internals.setValidity({});
  }

  /** If a severity is required and missing, the browser reports it at the first answer. */
  #check(missing: string): void {
    const anchor = this.shadowRoot?.querySelector("input");
    if (anchor && this.#value === null && this.hasAttribute("required")) {
      this.internals.setValidity({ valueMissing: true }, missing, anchor);
    } else this.internals.setValidity({});
  }
}
