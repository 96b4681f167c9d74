import { chartStyles } from "../../charts/index.js";
import { standingOf, type Outcome } from "./outcome.js";
import { LogReader } from "./reading/read.js";
import { Report } from "./report.js";
import { styles } from "./styles.js";
import { reportView } from "./views.js";
import { monthIn } from "../dashboard/months.js";
import { styles as dashboardStyles } from "../dashboard/styles.js";
import { SloElement, type ViewContext } from "../shared/element.js";
import { hostZone } from "../../text/local-time.js";
import { policyFrom } from "../shared/policy-source.js";
import type { CaseSloError, Policy } from "../../index.js";

declare module "../shared/element.js" {
  interface SloEventMap {
    /** `<slo-report>` has read a log, or the cases of the filter; `file` is the name of the log. */
    "slo-report": CustomEvent<{ file: string } & Omit<Outcome, "name">>;
  }
}

/**
 * Reads a log of cases that the visitor chooses, and reports how well its cases met their objectives. A second view shows the
 * availability of services from a log of outages. The files never leave the tab.
 *
 * @tag slo-report
 * @attr worker - states that the header of the page permits a worker; the value is the name of a Trusted Types policy, or empty if none is required
 * @attr compare - policy to compare with: "#id" of a JSON script element, or a URL
 * @attr permalink - "on": the fragment of the address of the page keeps the filter and the view
 * @attr {"attainment"|"availability"} view - view to show first; default: attainment
 * @attr month - month to show first in the view "availability", such as 2026-02; default: the last complete month
 * @attr tier - id of the tier of every case, if the log has no tier column
 * @attr measure - id of the measure to evaluate; default: the first measure of the policy
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @fires slo-report - a log has been read; detail: { file, result, compared, settings, filter, comparison }
 * @fires slo-dashboard - the view "availability" shows a month; detail: { month, result, availability }
 * @csspart views - the choice of view
 * @csspart page - the page of a month in the view "availability", as it is printed
 * @csspart choose - the choice of a file
 * @csspart progress - the progress of reading
 * @csspart columns - how the file is read
 * @csspart answer - the answer in one sentence
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart coverage - the reason that costs most rows, and its cure
 * @csspart chips - the conditions of the filter
 * @csspart goals - the goals of the policy, period by period
 * @csspart filters - the choice of cases and of a comparison
 * @csspart groups - the table by tier and severity
 * @csspart chart - a chart with its table
 * @csspart misses - the cases that missed their objective
 * @csspart problems - the rows that could not be evaluated
 * @csspart values - the meaning of values that the policy does not know
 * @csspart exports - the exports of the report
 * @csspart error - the reason for which the element cannot be used
 * @cssstate report - the element shows a report; styles of the page can use `slo-report:state(report)`
 * @cssstate page - the element shows the page of a month; print styles of the page can use `slo-report:state(page)`
 */
export class SloReport extends SloElement {
  static override styles = [chartStyles, styles, dashboardStyles];
  /** @internal */
  static override readonly capability = "analysis";

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "worker", "compare", "permalink", "view", "month", "tier", "measure", "sale"];
  }

  #reader: LogReader | null = null;
  #outcome: Outcome | null = null;
  #other: Policy | null = null;
  /** The address that the policy to compare with was loaded from. */
  #compare: string | null = null;

  /** The result of the last log; null before one has been read. */
  get outcome(): Outcome | null {
    return this.#outcome;
  }

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
      zone: view.zone ?? hostZone(),
      tier: tier ?? null,
      measure: this.getAttribute("measure"),
      asOf: view.frozen ? view.now() : null,
    };
    this.#loadOther();
    this.#reader ??= new LogReader(this.getAttribute("worker"));
    return (
      <Report
        key={JSON.stringify([view.policy.id, view.policy.version, given])}
        view={view}
        reader={this.#reader}
        given={given}
        other={this.#other}
        permalink={this.getAttribute("permalink") === "on"}
        standing={standingOf(view, context)}
        givenView={reportView(this.getAttribute("view"))}
        month={monthIn(this.getAttribute("month"))}
        context={context}
        onReport={(outcome) => this.#announce(outcome)}
        onShown={(shown) => this.#setShown(shown)}
        onMonth={(shown) => this.emit("slo-dashboard", shown)}
        onError={({ code, message, diagnostics }: CaseSloError) =>
          this.emit("slo-error", { code, message, diagnostics })
        }
      />
    );
  }

  #setShown(shown: "report" | "page" | null): void {
    // A browser without custom states keeps showing the content that the page has before a report.
    for (const state of ["report", "page"] as const) {
      if (state === shown) this.internals.states?.add(state);
      else this.internals.states?.delete(state);
    }
  }

  #announce(outcome: Outcome): void {
    this.#outcome = outcome;
    const { name: file, ...rest } = outcome;
    this.emit("slo-report", { file, ...rest });
  }

  /** Loads the policy of the attribute `compare`, once for each address; the element does not wait for it. */
  #loadOther(): void {
    const source = this.getAttribute("compare");
    if (source === this.#compare) return;
    this.#compare = source;
    this.#other = null;
    if (!source) return;
    const root = this.getRootNode();
    policyFrom(source, root instanceof ShadowRoot ? root : document, { kind: "auto", capability: "analysis" }).then(
      (policy) => {
        if (this.#compare !== source) return;
        this.#other = policy;
        this.update();
      },
      ({ code, message, diagnostics }: CaseSloError) => this.emit("slo-error", { code, message, diagnostics }),
    );
  }

  #close(): void {
    this.#reader?.close();
    this.#reader = null;
  }
}
