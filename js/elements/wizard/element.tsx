import { CaseSloError } from "../../index.js";
import { type Scene, SloElement } from "../shared/element.js";
import { outcome } from "../shared/outcome-styles.js";
import { parts } from "../shared/parts-styles.js";
import type { Place } from "./permalink.js";
import { styles } from "./styles.js";
import { Wizard } from "./wizard.js";

/** The wizard on this page whose place is the page's address: the first one that wants it. */
let owner: SloWizard | undefined;

/**
 * `<slo-wizard>`: a few plain questions, then the severity with its reasons, the deadline, and what to do.
 *
 * @attr answers - a vector to start from
 * @attr tier - id of the customer's service tier
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @attr permalink - "off": the place is not kept in the address of the page
 * @attr name - in a form, the name under which the severity is sent
 * @attr required - in a form, that a severity is needed
 * @fires slo-step - a question is shown, or the result; detail: { question, number, title }
 * @fires slo-classified - the severity is known; detail: { classification, context }
 * @csspart urgent - the line for those who cannot wait
 * @csspart question - the question at hand
 * @csspart option - one of its answers
 * @csspart continue - the button that goes on
 * @csspart result - the answer, whole
 * @csspart severity - the level in it
 * @csspart due - the deadline
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
  #round = 0;

  /** The severity, once known. */
  get value(): string | null {
    return this.#value;
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  formResetCallback(): void {
    this.#round += 1;
    this.#take(null);
    this.update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (owner === this) owner = undefined;
  }

  protected view(scene: Scene) {
    this.#take(this.#value, scene.messages.wizard.missing);
    return (
      <Wizard
        key={`${this.#round} ${scene.policy.id} ${scene.policy.version} ${this.getAttribute("answers") ?? ""}`}
        scene={scene}
        given={this.#given(scene)}
        permalink={this.#ownsAddress()}
        onStep={({ question, number, title }) => {
          if (question !== null) this.#take(null, scene.messages.wizard.missing);
          this.emit("slo-step", { question: question?.id ?? null, number, title });
        }}
        onClassified={(classification, { context }) => {
          this.#take(classification.severity);
          this.emit("slo-classified", { classification, context });
        }}
      />
    );
  }

  #ownsAddress(): boolean {
    if (this.getAttribute("permalink") === "off") return false;
    owner ??= this;
    return owner === this;
  }

  /** What the page knows: the vector, the tier, and any context question that is named by an attribute. */
  #given({ policy, description }: Scene): Place {
    const context: Record<string, string> = {};
    const offers = [
      { id: "tier", options: description.tiers ?? [] },
      ...(description.context ?? []),
    ];
    for (const { id, options } of offers) {
      const value = this.getAttribute(id);
      if (value !== null && options.some((option) => option.id === value)) context[id] = value;
    }
    const vector = this.getAttribute("answers");
    try {
      return { context, answers: vector === null ? {} : policy.parseVector(vector).answers };
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      return { context, answers: {} };
    }
  }

  #take(value: string | null, missing = ""): void {
    this.#value = value;
    this.internals.setFormValue(value);
    const isMissing = value === null && this.hasAttribute("required") && missing !== "";
    this.internals.setValidity(isMissing ? { valueMissing: true } : {}, isMissing ? missing : "");
  }
}
