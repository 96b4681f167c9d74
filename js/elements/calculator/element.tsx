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
 * @attr submitted - the instant of submission to begin with, RFC 3339, or a local time in `zone`; else now
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @attr name - in a form, the name under which the severity is sent
 * @fires slo-change - the choice has changed; detail: { tier, severity, submittedAt }
 * @csspart due - the deadline
 * @csspart standing - whether the objectives are contractual or for information
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

  #choice: Choice | undefined;
  /** The choice that the browser restored; it replaces the attributes. */
  #left: Choice | undefined;
  #round = 0;

  /** The severity that is chosen; null before there is one. */
  get value(): string | null {
    return this.#choice?.severity ?? null;
  }

  formResetCallback(): void {
    this.#begin(undefined);
  }

  /** The browser has brought back what a form held. */
  formStateRestoreCallback(state: string): void {
    this.#begin(JSON.parse(state) as Choice);
  }

  #begin(choice: Choice | undefined): void {
    this.#left = choice;
    this.#round += 1;
    this.update();
  }

  protected view(scene: Scene) {
    const given = this.#given(scene);
    const { tier: _, ...context } = scene.given;
    const { id, version } = scene.policy;
    return (
      <Calculator
        key={JSON.stringify([this.#round, id, version, given, scene.zone])}
        scene={scene}
        given={given}
        context={context}
        onChoice={(choice) => this.#tell(choice)}
      />
    );
  }

  /** The choice that the form held, else that of the attributes, as far as the policy knows it. */
  #given({ description, zone }: Scene): Choice {
    const known = (name: "tier" | "severity", list: readonly { id: string }[], otherwise: string | undefined) => {
      const value = this.#left?.[name] ?? this.getAttribute(name);
      return list.find(({ id }) => id === value)?.id ?? otherwise ?? "";
    };
    const { tiers = [], severities } = description;
    return {
      tier: known("tier", tiers, tiers.at(-1)?.id),
      severity: known("severity", severities, severities[0]?.id),
      submittedAt: this.#left === undefined ? this.instant("submitted", zone) : this.#left.submittedAt,
    };
  }

  #tell(choice: Choice): void {
    const { tier, severity, submittedAt } = choice;
    this.#choice = choice;
    this.internals.setFormValue(severity, JSON.stringify(choice));
    this.emit("slo-change", {
      tier,
      severity,
      submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
    });
  }
}
