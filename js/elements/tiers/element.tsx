import { type Scene, SloElement } from "../shared/element.js";
import { compareStyles } from "./compare-styles.js";
import { styles } from "./styles.js";
import { Tiers } from "./tiers.js";

/**
 * Compares what each tier includes, and shows what another tier would change for a case.
 *
 * @tag slo-tiers
 * @attr tier - id of the customer's tier
 * @attr severity - id of the severity of the case; default: the most severe
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`; default: now
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart filter - the choice of what applies to the customer
 * @csspart features - the table of what each tier includes
 * @csspart compare - the objectives of each tier for the case
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTiers extends SloElement {
  static override styles = [styles, compareStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "severity", "submitted", "sale"];
  }

  protected view(scene: Scene) {
    const { tier, ...context } = scene.given;
    const severity = this.getAttribute("severity");
    const submitted = this.instant("submitted", scene.zone);
    const given = { tier: tier ?? null, severity, context };
    return (
      <Tiers
        key={JSON.stringify([scene.policy.id, scene.policy.version, given])}
        scene={scene}
        submittedAt={submitted}
        {...given}
      />
    );
  }
}
