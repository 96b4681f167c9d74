import { chartStyles } from "../../charts/index.js";
import { Dashboard } from "./dashboard.js";
import { parts, type Part, defaultFeatures } from "./commitments.js";
import { styles } from "./styles.js";
import { LogReader } from "../report/reading/read.js";
import { styles as reportStyles } from "../report/styles.js";
import { monthIn } from "./months.js";
import { SloElement, type SloEventMap, type ViewContext } from "../shared/element.js";
import { hostZone } from "../../text/local-time.js";
import type { AvailabilityResult, CaseSloError, ReportResult } from "../../index.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /**
     * `<slo-dashboard>`, or a view of `<slo-report>`, shows a month: its report (null without a log of cases), and the availability of
     * all months (null without a log of outages).
     */
    "slo-dashboard": CustomEvent<{
      month: string;
      result: ReportResult | null;
      availability: AvailabilityResult | null;
    }>;
  }
}

/**
 * Shows a month of operations on one page, from a log of cases, a log of outages, or both.
 * The files never leave the tab.
 *
 * @tag slo-dashboard
 * @attr month - month to show first, such as 2026-02; default: the last complete month of the log
 * @attr tier - id of the customer's tier; also the tier of every case if the log has no tier column
 * @attr measure - id of the measure to evaluate; default: the initial response, or the first measure of the policy
 * @attr worker - states that the header of the page permits a worker; the value is the name of a Trusted Types policy, or empty if none is required
 * @attr sale - answer to the context question "sale": whether the objectives are contractual
 * @attr delivery - answer to the context question "delivery"; every other context question of the policy is an attribute by its id as well
 * @attr promise-dashboard - ids of the features of the policy that promise the dashboard
 * @attr promise-cases - ids of the features that promise case data and trends
 * @attr promise-critical - ids of the features that promise critical issues
 * @attr promise-status - ids of the features that promise the status
 * @attr promise-availability - ids of the features that promise availability; the section is left out if they exclude the customer's offer
 * @fires slo-dashboard - the element shows a month; detail: { month, result, availability }
 * @csspart chart - a chart with its table
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart page - the page of the month, as it is printed
 * @csspart error - the reason for which the element cannot be used
 * @cssstate page - the element shows a month; print styles of the page can use `slo-dashboard:state(page)`
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

  protected render(view: ViewContext) {
    const { tier, ...context } = view.given;
    const given = {
      tier: tier ?? null,
      month: monthIn(this.getAttribute("month")),
      measure: this.getAttribute("measure") ?? measureOf(view),
      zone: view.zone ?? hostZone(),
      asOf: view.frozen ? view.now() : null,
      context,
      featureIds: Object.fromEntries(parts.map((part) => [part, this.#features(part)])) as Record<
        Part,
        readonly string[]
      >,
    };
    this.#reader ??= new LogReader(this.getAttribute("worker"));
    return (
      <Dashboard
        key={JSON.stringify([view.policy.id, view.policy.version, given])}
        view={view}
        reader={this.#reader}
        given={given}
        onMonth={(shown) => this.#announce(shown)}
        onError={({ code, message, diagnostics }: CaseSloError) =>
          this.emit("slo-error", { code, message, diagnostics })
        }
      />
    );
  }

  #announce(shown: SloEventMap["slo-dashboard"]["detail"] | null): void {
    // A browser without custom states also prints the content around the page of the month.
    if (shown === null) this.internals.states?.delete("page");
    else this.internals.states?.add("page");
    if (shown !== null) this.emit("slo-dashboard", shown);
  }

  #features(part: Part): readonly string[] {
    return this.getAttribute(`promise-${part}`)?.split(/\s+/).filter(Boolean) ?? defaultFeatures[part];
  }

  #close(): void {
    this.#reader?.close();
    this.#reader = null;
  }
}

/** Returns the measure to evaluate; null if the default of the engine applies. */
const measureOf = ({ description: { measures = [] } }: ViewContext): string | null =>
  measures.some(({ id }) => id === "initial-response") ? null : (measures[0]?.id ?? null);
