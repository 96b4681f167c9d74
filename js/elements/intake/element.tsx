import type { HandoverModel } from "../handover/model.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { jsonOf } from "../../text/json.js";
import { outcomeStyles, partStyles } from "../shared/case-styles.js";
import { type CaseInput, caseNumber, inputOfPage, withDetails } from "../shared/case-input.js";
import { compareStyles } from "../tiers/compare.js";
import { Intake } from "./intake.js";
import { styles } from "./styles.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /** The case of `<slo-intake>` has changed; `handover` is its content. */
    "slo-handover": CustomEvent<{ handover: HandoverModel }>;
  }
}

/**
 * Prepares the request that goes with a case: who handles it, what to have ready, and the text to hand over.
 *
 * @tag slo-intake
 * @attr answers - vector of the answers that decide the severity
 * @attr severity - id of the severity that the customer assigns; default: that of the answers
 * @attr tier - id of the customer's tier
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`; default: now, or with a permalink the time in the address
 * @attr case-number - number of the case at the support desk
 * @attr {"on"|"off"} permalink - "on": the case is in the address of the page, and words that are not yet sent in its history
 * @attr name - in a form, the name under which the case is sent as JSON
 * @fires slo-handover - the case has changed; detail: { handover }
 * @csspart priority - the priority and the due time
 * @csspart due - the due time
 * @csspart countdown - the time that remains
 * @csspart timeline - how the time was counted
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart compare - the objectives of each tier for the case
 * @csspart question - the current question about who handles the case
 * @csspart advice - advice: to act, to prepare, to know or to escalate
 * @csspart act - advice about actions
 * @csspart prepare - advice about preparations
 * @csspart know - advice for information
 * @csspart escalate - advice about escalation
 * @csspart form - the form for the description of the case
 * @csspart handover - the text to hand over
 * @csspart error - the reason for which the element cannot be used
 */
export class SloIntake extends SloElement {
  static override styles = [outcomeStyles, partStyles, compareStyles, styles];

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "answers",
      "severity",
      "tier",
      "sale",
      "submitted",
      "case-number",
      "permalink",
    ];
  }

  #handover: HandoverModel | null = null;
  #generation = 0;

  /** The content of the handover; null before the element is ready. */
  get handover(): HandoverModel | null {
    return this.#handover;
  }

  formResetCallback(): void {
    this.#generation += 1;
    this.update();
  }

  protected render(view: ViewContext) {
    const given = this.#given(view);
    const permalink = this.getAttribute("permalink") === "on";
    const { policy } = view;
    return (
      <Intake
        key={JSON.stringify([this.#generation, policy.id, policy.version, given, permalink])}
        view={view}
        given={given}
        permalink={permalink}
        onHandover={(handover) => this.#announce(handover)}
      />
    );
  }

  /** Returns the input from the attributes. */
  #given({ policy, description, given, zone, ignore }: ViewContext): CaseInput {
    const severity = this.getAttribute("severity");
    const details = {
      severity: description.severities.find(({ id }) => id === severity)?.id,
      submittedAt: this.instant("submitted", zone) ?? undefined,
      number: caseNumber(this.getAttribute("case-number") ?? ""),
    };
    const { ignored, ...input } = inputOfPage(
      policy,
      description,
      this.getAttribute("answers"),
      given,
      withDetails({}, details),
    );
    ignore(ignored);
    return input;
  }

  #announce(handover: HandoverModel): void {
    this.#handover = handover;
    this.internals.setFormValue(jsonOf(handover) ?? "");
    this.emit("slo-handover", { handover });
  }
}
