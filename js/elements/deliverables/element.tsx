import { type Scene, SloElement } from "../shared/element.js";
import { hostZone } from "../shared/local-time.js";
import { Deliverables } from "./deliverables.js";
import { styles } from "./styles.js";

/**
 * `<slo-deliverables>`: the work of a tier that recurs, from a first day on: as a list, month by month, and for a calendar.
 *
 * @attr tier - id of the tier; else the highest
 * @attr from - first day, such as 2026-12-01; else today
 * @attr months - for how many months; else twelve
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @csspart list - what recurs, with the next dates
 * @csspart month - the picture of a month
 * @csspart error - why there is nothing to show
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
