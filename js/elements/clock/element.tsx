import { CaseSloError, type CaseFacts } from "../../index.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { outcomeStyles, partStyles } from "../shared/case-styles.js";
import { Clock, styles } from "./clock.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /** The state of a measure of `<slo-clock>` is known or has changed. */
    "slo-state": CustomEvent<{ measure: string; state: string }>;
  }
}

/**
 * Shows a running or closed case: its due time, the time that remains, and how the time was counted.
 *
 * @tag slo-clock
 * @attr case - "#id" of a JSON script element that holds the facts of the case; default: the attributes below
 * @attr tier - id of the tier
 * @attr severity - id of the severity at submission
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @fires slo-state - the state of a measure is known or has changed; detail: { measure, state }
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
export class SloClock extends SloElement {
  static override styles = [outcomeStyles, partStyles, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "case", "tier", "severity", "submitted", "sale"];
  }

  #facts: CaseFacts | undefined;

  /** The facts of the case; they replace the attributes. */
  get facts(): CaseFacts | undefined {
    return this.#facts;
  }

  set facts(facts: CaseFacts | undefined) {
    this.#facts = facts;
    this.update();
  }

  protected render(view: ViewContext) {
    const given = this.#facts ?? this.#factsOfAttributes(view);
    const { tier: _, ...context } = view.given;
    const facts = { ...given, context: { ...context, ...given.context } };
    try {
      view.policy.evaluate(facts, view.now());
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      return (
        <p part="error">
          {view.messages.clock.refused} <span lang="en">{`${error.path ?? ""} ${error.message}`.trim()}</span>
        </p>
      );
    }
    return <Clock view={view} facts={facts} onState={(measure, state) => this.emit("slo-state", { measure, state })} />;
  }

  #factsOfAttributes({ zone }: ViewContext): CaseFacts {
    const id = this.getAttribute("case");
    const root = this.getRootNode();
    const holder = id?.startsWith("#") ? (root as Document | ShadowRoot).getElementById?.(id.slice(1)) : null;
    try {
      if (holder?.textContent) return Object(JSON.parse(holder.textContent)) as CaseFacts;
    } catch {
      // Text that is not JSON contains no facts; the engine reports the first missing one.
    }
    const text = (name: string) => this.getAttribute(name) ?? "";
    return { tier: text("tier"), severity: text("severity"), submittedAt: this.instant("submitted", zone) ?? "" };
  }
}
