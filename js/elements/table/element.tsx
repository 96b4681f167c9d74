import { type Scene, SloElement } from "../shared/element.js";
import { styles } from "./styles.js";
import { Tables } from "./table.js";

/**
 * `<slo-table>`: the objectives by severity and tier, and what the severities mean.
 *
 * @attr tier - id of the only tier to show; else all of them
 * @attr sale - and, by its id, any other context question of the policy that decides what the objectives are to the reader
 * @csspart objectives - the table of one measure
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart definitions - what the severities mean
 * @csspart error - why there is nothing to show
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
