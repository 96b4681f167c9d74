import { chartStyles } from "../../charts/index.js";
import { standingOf, type Outcome } from "./outcome.js";
import { LogReader } from "./reading/read.js";
import { Report } from "./report.js";
import { styles } from "./styles.js";
import { SloElement, type Scene } from "../shared/element.js";
import { hostZone } from "../shared/local-time.js";
import { policyFrom } from "../shared/policy-source.js";
import type { CaseSloError, Policy } from "../../index.js";

/**
 * `<slo-report>`: reads a case log that the visitor chooses, and reports how well it met its objectives. The file never leaves the tab.
 *
 * @attr worker - the page's header permits a worker; the value names the Trusted Types policy by which, "" where none is required
 * @attr compare - a policy to compare with: "#id" of a JSON script element, or a URL
 * @attr tier - id of the tier of every case, if the log has no tier column
 * @attr measure - the measure to evaluate; default: the policy's first measure
 * @attr sale - whether objectives are contractual; and, by its id, any other context question of the policy
 * @fires slo-report - a log has been read; detail: { file, result, compared, settings, filter, comparison }
 * @csspart choose - the choice of a file
 * @csspart progress - how far it has been read
 * @csspart columns - how the file is read
 * @csspart answer - the answer in one sentence
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart filters - which cases are asked for, and what they are put beside
 * @csspart groups - the table by tier and severity
 * @csspart chart - a picture, with its table
 * @csspart misses - the cases that came too late
 * @csspart problems - the rows that could not be evaluated
 * @csspart values - what values mean that the policy does not know
 * @csspart exports - the report to take along
 * @csspart error - why there is nothing to show
 * @cssstate report - a report is shown; for the styles of the page around it: `slo-report:state(report)`
 */
export class SloReport extends SloElement {
  static override styles = [chartStyles, styles];
  /** @internal */
  static override readonly capability = "analysis";

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "worker", "compare", "tier", "measure", "sale"];
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

  protected view(scene: Scene) {
    const { tier, ...context } = scene.given;
    const given = {
      zone: scene.zone ?? hostZone(),
      tier: tier ?? null,
      measure: this.getAttribute("measure"),
      asOf: scene.frozen ? scene.now() : null,
    };
    this.#loadOther();
    this.#reader ??= new LogReader(this.getAttribute("worker"));
    return (
      <Report
        key={JSON.stringify([scene.policy.id, scene.policy.version, given])}
        scene={scene}
        reader={this.#reader}
        given={given}
        other={this.#other}
        standing={standingOf(scene, context)}
        onReport={(outcome) => this.#tell(outcome)}
        onShown={(isShown) => this.#show(isShown)}
        onError={({ code, message, diagnostics }: CaseSloError) =>
          this.emit("slo-error", { code, message, diagnostics })
        }
      />
    );
  }

  #show(isShown: boolean): void {
    // A browser without custom states goes on showing what the page says before there is a report.
    if (isShown) this.internals.states?.add("report");
    else this.internals.states?.delete("report");
  }

  #tell(outcome: Outcome): void {
    this.#outcome = outcome;
    const { name: file, ...rest } = outcome;
    this.emit("slo-report", { file, ...rest });
  }

  /** Loads the policy that `compare` names, once for each address; the element shows itself without it until then. */
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
