import { type Scene, SloElement } from "../shared/element.js";
import { hostZone } from "../shared/local-time.js";
import { Deliverables } from "./deliverables.js";
import { styles } from "./styles.js";

/**
 * Shows the recurring services of a tier from a first day on: as a list, month by month, and as a calendar file.
 *
 * @tag slo-deliverables
 * @attr tier - id of the tier; default: the highest tier
 * @attr from - first day, such as 2026-12-01; default: today
 * @attr months - number of months; default: 12
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart list - the recurring services with their next dates
 * @csspart month - the calendar of one month
 * @csspart error - the reason for which the element cannot be used
 */
export class SloDeliverables extends SloElement {
  static override styles = [styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "from", "months", "sale"];
  }

  protected view(scene: Scene) {
    const { tier, ...context } = scene.given;
    const from = this.getAttribute("from");
    const months = Number(this.getAttribute("months"));
    const given = {
      tier: tier ?? scene.description.tiers?.at(-1)?.id ?? "",
      from,
      months: Number.isInteger(months) && months > 0 && months <= 120 ? months : 12,
      zone: scene.zone ?? hostZone(),
      context,
    };
    return (
      <Deliverables key={JSON.stringify([scene.policy.id, scene.policy.version, given])} scene={scene} {...given} />
    );
  }
}
