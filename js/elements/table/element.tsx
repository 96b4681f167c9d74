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
    const wanted = this.getAttribute("tier");
    const context: Record<string, string> = {};
    for (const { id, options } of scene.description.context ?? []) {
      const value = this.getAttribute(id);
      if (value !== null && options.some((option) => option.id === value)) context[id] = value;
    }
    return <Tables scene={scene} tiers={wanted !== null && all.includes(wanted) ? [wanted] : all} context={context} />;
  }
}
