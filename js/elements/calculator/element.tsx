import { type Scene, SloElement } from "../shared/element.js";
import { outcome } from "../shared/outcome-styles.js";
import { parts } from "../shared/parts-styles.js";
import { Calculator, type Choice } from "./calculator.js";
import { styles } from "./styles.js";

/**
 * `<slo-calculator>`: a tier, a severity and the moment of submission, to the deadline and what to do.
 *
 * @attr tier - id of the tier to begin with; else the highest
 * @attr severity - id of the severity to begin with; else the most severe
 * @attr submitted - the moment of submission to begin with, RFC 3339; else now
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @fires slo-change - the choice has changed; detail: { tier, severity, submittedAt }
 * @csspart due - the deadline
 * @csspart countdown - what is left until then
 * @csspart timeline - how the time was counted
 * @csspart advice - what to do, to prepare or to know
 * @csspart act - of it, what to do
 * @csspart prepare - of it, what to have ready
 * @csspart know - of it, what else to know
 * @csspart escalate - of it, how to escalate
 * @csspart error - why there is nothing to show
 */
export class SloCalculator extends SloElement {
  static override styles = [outcome, parts, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "severity", "submitted", "sale"];
  }

  protected view(scene: Scene) {
    const given = this.#given(scene);
    const { id, version } = scene.policy;
    return (
      <Calculator
        key={JSON.stringify([id, version, given])}
        scene={scene}
        given={given}
        context={this.#context(scene)}
        onChoice={(choice) => this.#tell(choice)}
      />
    );
  }

  #given({ description }: Scene): Choice {
    const known = (name: string, list: readonly { id: string }[], otherwise: string | undefined) => {
      const value = this.getAttribute(name);
      return list.find(({ id }) => id === value)?.id ?? otherwise ?? "";
    };
    const { tiers = [], severities } = description;
    const submitted = Date.parse(this.getAttribute("submitted") ?? "");
    return {
      tier: known("tier", tiers, tiers.at(-1)?.id),
      severity: known("severity", severities, severities[0]?.id),
      submittedAt: Number.isNaN(submitted) ? null : submitted,
    };
  }

  #context({ description }: Scene): Record<string, string> {
    const context: Record<string, string> = {};
    for (const { id, options } of description.context ?? []) {
      const value = this.getAttribute(id);
      if (value !== null && options.some((option) => option.id === value)) context[id] = value;
    }
    return context;
  }

  #tell({ tier, severity, submittedAt }: Choice): void {
    this.internals.setFormValue(severity);
    this.emit("slo-change", { tier, severity, submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString() });
  }
}
