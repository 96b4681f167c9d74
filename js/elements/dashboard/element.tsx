import { chartStyles } from "../../charts/index.js";
import { Dashboard } from "./dashboard.js";
import { parts, type Part, usual } from "./promises.js";
import { styles } from "./styles.js";
import { LogReader } from "../report/reading/read.js";
import { styles as reportStyles } from "../report/styles.js";
import { SloElement, type Scene } from "../shared/element.js";
import type { SloEventMap } from "../shared/events.js";
import { hostZone } from "../shared/local-time.js";
import type { CaseSloError } from "../../index.js";

/**
 * `<slo-dashboard>`: a month of operations on one page, from a log of cases and, for what is offered as a service, a log of
 * outages: cases and trends, critical issues, status, availability. The files never leave the tab.
 *
 * @attr month - the month to begin with, such as 2026-02; else the last one that is over
 * @attr tier - id of the customer's tier; also the tier of every case, if the log has no tier column
 * @attr measure - the measure to evaluate; default: the initial response, or the policy's first measure
 * @attr worker - the page's header permits a worker; the value names the Trusted Types policy by which, "" where none is required
 * @attr sale - whether objectives are contractual
 * @attr delivery - which offer the customer has; and, by its id, any other context question of the policy that the page can answer
 * @attr promise-dashboard - ids of the policy's features that promise the dashboard
 * @attr promise-cases - of those that promise case data and trends
 * @attr promise-critical - of those that promise critical issues
 * @attr promise-status - of those that promise the status
 * @attr promise-availability - of those that promise availability: where they exclude the customer's offer, it is left out
 * @fires slo-dashboard - a month is shown; detail: { month, result, availability }
 * @csspart chart - a picture, with its table
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart page - the page of the month, as it is printed
 * @csspart error - why there is nothing to show
 * @cssstate page - a month is shown; for the print styles of the page around it: `slo-dashboard:state(page)`
 */
export class SloDashboard extends SloElement {
  static override styles = [chartStyles, reportStyles, styles];
  /** @internal */
  static override readonly capability = "analysis";

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "month",
      "tier",
      "measure",
      "worker",
      "sale",
      "delivery",
      ...parts.map((part) => `promise-${part}`),
    ];
  }

  #reader: LogReader | null = null;

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === "worker" && before !== after) this.#close();
    super.attributeChangedCallback(name, before, after);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  protected view(scene: Scene) {
    const { tier, ...context } = scene.given;
    const month = this.getAttribute("month");
    const given = {
      tier: tier ?? null,
      month: month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
      measure: this.getAttribute("measure") ?? measureOf(scene),
      zone: scene.zone ?? hostZone(),
      asOf: scene.frozen ? scene.now() : null,
      context,
      promises: Object.fromEntries(parts.map((part) => [part, this.#features(part)])) as Record<
        Part,
        readonly string[]
      >,
    };
    this.#reader ??= new LogReader(this.getAttribute("worker"));
    return (
      <Dashboard
        key={JSON.stringify([scene.policy.id, scene.policy.version, given])}
        scene={scene}
        reader={this.#reader}
        given={given}
        onMonth={(shown) => this.#tell(shown)}
        onError={({ code, message, diagnostics }: CaseSloError) =>
          this.emit("slo-error", { code, message, diagnostics })
        }
      />
    );
  }

  #tell(shown: SloEventMap["slo-dashboard"]["detail"] | null): void {
    // A browser without custom states prints what is around the page of the month as well.
    if (shown === null) this.internals.states?.delete("page");
    else this.internals.states?.add("page");
    if (shown !== null) this.emit("slo-dashboard", shown);
  }

  #features(part: Part): readonly string[] {
    return this.getAttribute(`promise-${part}`)?.split(/\s+/).filter(Boolean) ?? usual[part];
  }

  #close(): void {
    this.#reader?.close();
    this.#reader = null;
  }
}

/** Null if the engine's default applies. */
const measureOf = ({ description: { measures = [] } }: Scene): string | null =>
  measures.some(({ id }) => id === "initial-response") ? null : (measures[0]?.id ?? null);
