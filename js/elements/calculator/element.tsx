import { type ViewContext, SloElement } from "../shared/element.js";
import { outcomeStyles, partStyles } from "../shared/case-styles.js";
import { Calculator, type Choice, styles } from "./calculator.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /** The choice in `<slo-calculator>` has changed; `submittedAt` is null for "now". */
    "slo-change": CustomEvent<{ tier: string; severity: string; submittedAt: string | null }>;
  }
}

/**
 * Shows the due time and the advice for a tier, a severity and an instant of submission.
 *
 * @tag slo-calculator
 * @attr tier - id of the tier at the start; default: the highest tier
 * @attr severity - id of the severity at the start; default: the most severe
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`; default: now
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @attr name - in a form, the name under which the severity is sent
 * @fires slo-change - the visitor has changed the choice; detail: { tier, severity, submittedAt }
 * @csspart due - the due time
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart countdown - the time that remains
 * @csspart timeline - how the time was counted
 * @csspart advice - advice: to act, to prepare, to know or to escalate
 * @csspart act - advice about actions
 * @csspart prepare - advice about preparations
 * @csspart know - advice for information
 * @csspart escalate - advice about escalation
 * @csspart error - the reason for which the element cannot be used
 */
export class SloCalculator extends SloElement {
  static override styles = [outcomeStyles, partStyles, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "severity", "submitted", "sale"];
  }

  #choice: Choice | undefined;
  /** Choice that the browser has restored; it replaces the attributes. */
  #restored: Choice | undefined;
  #generation = 0;

  /** The chosen severity; null before the element is ready. */
  get value(): string | null {
    return this.#choice?.severity ?? null;
  }

  formResetCallback(): void {
    this.#restart(undefined);
  }

  /** Restores the state that the browser saved with a form. */
  formStateRestoreCallback(state: string): void {
    this.#restart(JSON.parse(state) as Choice);
  }

  #restart(choice: Choice | undefined): void {
    this.#restored = choice;
    this.#generation += 1;
    this.update();
  }

  protected render(view: ViewContext) {
    const given = this.#given(view);
    const { tier: _, ...context } = view.given;
    const { id, version } = view.policy;
    return (
      <Calculator
        key={JSON.stringify([this.#generation, id, version, given, view.zone])}
        view={view}
        given={given}
        context={context}
        onChoice={(choice) => this.#announce(choice)}
      />
    );
  }

  /** Returns the choice that the browser has restored, else that of the attributes, without ids that the policy does not know. */
  #given({ description, zone }: ViewContext): Choice {
    const known = (name: "tier" | "severity", list: readonly { id: string }[], otherwise: string | undefined) => {
      const value = this.#restored?.[name] ?? this.getAttribute(name);
      return list.find(({ id }) => id === value)?.id ?? otherwise ?? "";
    };
    const { tiers = [], severities } = description;
    return {
      tier: known("tier", tiers, tiers.at(-1)?.id),
      severity: known("severity", severities, severities[0]?.id),
      submittedAt: this.#restored === undefined ? this.instant("submitted", zone) : this.#restored.submittedAt,
    };
  }

  #announce(choice: Choice): void {
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
