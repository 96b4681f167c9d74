import { CaseSloError, type CaseFacts } from "../../index.js";
import { type Scene, SloElement } from "../shared/element.js";
import { outcome } from "../shared/outcome-styles.js";
import { parts } from "../shared/parts-styles.js";
import { Clock } from "./clock.js";
import { styles } from "./styles.js";

/**
 * `<slo-clock>`: one case that is running or closed: its deadline, what is left of it, and how the time was counted.
 *
 * @attr case - "#id" of a JSON script element that holds the facts of the case; else the attributes that follow
 * @attr tier - id of the tier
 * @attr severity - id of the severity at submission
 * @attr submitted - the instant of submission, RFC 3339, or a local time in `zone`
 * @attr sale - and, by its id, any other context question of the policy that the page can answer
 * @fires slo-state - the state of a measure is known or has changed; detail: { measure, state }
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
export class SloClock extends SloElement {
  static override styles = [outcome, parts, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "case", "tier", "severity", "submitted", "sale"];
  }

  #facts: CaseFacts | undefined;

  /** The facts of the case, instead of attributes. */
  get facts(): CaseFacts | undefined {
    return this.#facts;
  }

  set facts(facts: CaseFacts | undefined) {
    this.#facts = facts;
    this.update();
  }

  protected view(scene: Scene) {
    const given = this.#facts ?? this.#factsOfAttributes(scene);
    const { tier: _, ...context } = scene.given;
    const facts = { ...given, context: { ...context, ...given.context } };
    try {
      scene.policy.evaluate(facts, scene.now());
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      return (
        <p part="error">
          {scene.messages.clock.refused} <span lang="en">{`${error.path ?? ""} ${error.message}`.trim()}</span>
        </p>
      );
    }
    return (
      <Clock scene={scene} facts={facts} onState={(measure, state) => this.emit("slo-state", { measure, state })} />
    );
  }

  #factsOfAttributes({ zone }: Scene): CaseFacts {
    const id = this.getAttribute("case");
    const root = this.getRootNode();
    const holder = id?.startsWith("#") ? (root as Document | ShadowRoot).getElementById?.(id.slice(1)) : null;
    try {
      if (holder?.textContent) return Object(JSON.parse(holder.textContent)) as CaseFacts;
    } catch {
      // Text that is not JSON holds no facts: the engine reports the first one that is missing.
    }
    const text = (name: string) => this.getAttribute(name) ?? "";
    return { tier: text("tier"), severity: text("severity"), submittedAt: this.instant("submitted", zone) ?? "" };
  }
}
