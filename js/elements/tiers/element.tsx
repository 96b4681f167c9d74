import { type Scene, SloElement } from "../shared/element.js";
import { compareStyles } from "./compare-styles.js";
import { styles } from "./styles.js";
import { Tiers } from "./tiers.js";

/**
 * `<slo-tiers>`: what each tier includes, side by side, and what another tier would change for a case.
 *
 * @attr tier - id of the customer's tier
 * @attr severity - id of the severity of the case at hand; else the most severe
 * @attr submitted - when the case was submitted, RFC 3339, or a local time in `zone`; else now
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @csspart filter - what applies to the customer
 * @csspart features - the table of what each tier includes
 * @csspart compare - the objectives of each tier for the case
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart error - why there is nothing to show
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
