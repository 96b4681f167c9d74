import type { HandoverModel } from "../handover/model.js";
import { type Scene, SloElement } from "../shared/element.js";
import { outcome } from "../shared/outcome-styles.js";
import { parts } from "../shared/parts-styles.js";
import { type Place, placeOfFragment, placeOfPage } from "../shared/place.js";
import { compareStyles } from "../tiers/compare-styles.js";
import { Intake } from "./intake.js";
import { styles } from "./styles.js";

/**
 * `<slo-intake>`: the request that goes with a case: who handles it, what to have ready, and the case handed over.
 *
 * @attr answers - a vector: the answers that the severity comes from
 * @attr severity - id of the severity, where there are no answers
 * @attr tier - id of the customer's service tier
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @attr submitted - when the case was submitted, RFC 3339, or a local time in `zone`; else now
 * @attr {on|off} permalink - "on": the place of a wizard is read from the address of the page
 * @attr name - in a form, the name under which the case is sent, as JSON
 * @fires slo-handover - the case has changed; detail: { handover }
 * @csspart priority - the priority, and the deadline
 * @csspart due - the deadline
 * @csspart countdown - what is left until then
 * @csspart timeline - how the time was counted
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart compare - the objectives of each tier for the case
 * @csspart question - who handles it: the question at hand
 * @csspart advice - what to do, to prepare or to know
 * @csspart act - of it, what to do
 * @csspart prepare - of it, what to have ready
 * @csspart know - of it, what else to know
 * @csspart escalate - of it, how to escalate
 * @csspart form - what the customer writes
 * @csspart handover - what is handed over
 * @csspart error - why there is nothing to show
 */
export class SloIntake extends SloElement {
  static override styles = [outcome, parts, compareStyles, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "answers", "severity", "tier", "sale", "submitted", "permalink"];
  }

  #handover: HandoverModel | null = null;
  #round = 0;

  /** The case as it would be handed over; null before it can be shown. */
  get handover(): HandoverModel | null {
    return this.#handover;
  }

  formResetCallback(): void {
    this.#round += 1;
    this.update();
  }

  protected view(scene: Scene) {
    const place = this.#place(scene);
    const submitted = this.instant("submitted", scene.zone);
    const severity = this.getAttribute("severity");
    return (
      <Intake
        key={JSON.stringify([this.#round, scene.policy.id, scene.policy.version, place, severity, submitted])}
        scene={scene}
        place={place}
        severity={severity}
        submittedAt={submitted}
        onHandover={(handover) => this.#tell(handover)}
      />
    );
  }

  /** The vector and the context: of attributes, and of the address where the page says so. */
  #place({ policy, description, given, ignore }: Scene): Place {
    const { ignored, ...place } = placeOfPage(policy, description, this.getAttribute("answers"), given);
    const kept = this.getAttribute("permalink") === "on" ? placeOfFragment(policy, description, location.hash) : null;
    ignore([...ignored, ...(kept?.ignored ?? [])]);
    return kept === null ? place : { answers: kept.answers, context: { ...given, ...kept.context } };
  }

  #tell(handover: HandoverModel): void {
    this.#handover = handover;
    this.internals.setFormValue(JSON.stringify(handover));
    this.emit("slo-handover", { handover });
  }
}
