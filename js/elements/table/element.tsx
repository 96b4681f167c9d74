import { type Scene, SloElement } from "../shared/element.js";
import { styles } from "./styles.js";
import { Tables } from "./table.js";

/**
 * Shows the objectives by severity and tier, and the definitions of the severities.
 *
 * @tag slo-table
 * @attr tier - id of the only tier to show; default: all tiers
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart objectives - the table of one measure
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart definitions - the definitions of the severities
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTable extends SloElement {
  static override styles = [styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "sale"];
  }

  protected view(scene: Scene) {
    const all = (scene.description.tiers ?? []).map(({ id }) => id);
    const { tier, ...context } = scene.given;
    return <Tables scene={scene} tiers={tier === undefined ? all : [tier]} context={context} />;
  }
}
