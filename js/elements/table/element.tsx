import type { Objective } from "../../index.js";
import { tableMessagesFor } from "../../messages/table.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { CommonHours, Objectives } from "../shared/objectives.js";
import { Cite, clauseAddress } from "../shared/policy-text.js";
import { commonCalendar } from "../../text/targets.js";

const styles = `
.table { display: grid; gap: calc(8 * var(--_space)); }
.scroll { overflow-x: auto; }
.scroll > p { position: sticky; inset-inline-start: 0; margin-block-start: calc(3 * var(--_space)); }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { margin-block-end: calc(3 * var(--_space)); text-align: start; font-weight: 650; }
th, td { padding: calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: baseline; }
thead th { border-block-end: 2px solid var(--_border-strong); }
thead th:not(:first-child) { min-inline-size: 6em; }
.severity { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; white-space: nowrap; }
td > div + div { margin-block-start: calc(2 * var(--_space)); }
dl { display: grid; gap: calc(4 * var(--_space)); margin-block-start: calc(4 * var(--_space)); max-inline-size: 68ch; }
dt { display: flex; gap: calc(3 * var(--_space)); align-items: baseline; font-weight: 600; }
dt .muted { font-weight: 400; }
@media (max-width: 40rem) {
  .scroll { font-size: 0.875em; }
  th, td { padding-inline: 0 calc(2 * var(--_space)); }
  thead th:not(:first-child) { min-inline-size: 0; }
}
`;

/**
 * Shows the objectives by severity and tier, and the definitions of the severities.
 *
 * @tag slo-table
 * @attr tier - id of the only tier to show; default: all tiers
 * @attr calculator - prefix of links from targets to a page with a calculator, such as "calculator.html#"; the link names tier and severity
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart objectives - the table of one measure
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart definitions - the definitions of the severities
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTable extends SloElement {
  static override styles = [styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "calculator", "sale"];
  }

  protected render(view: ViewContext) {
    const all = (view.description.tiers ?? []).map(({ id }) => id);
    const { tier, ...context } = view.given;
    const tiers = tier === undefined ? all : [tier];
    return <Tables view={view} tiers={tiers} context={context} calculator={this.getAttribute("calculator")} />;
  }
}

interface Props {
  view: ViewContext;
  /** Ids of the tiers to show, lowest first. */
  tiers: string[];
  context: Record<string, string>;
  /** Prefix of links to a calculator; null without links. */
  calculator?: string | null;
}

/** Shows the objectives, one table per measure, and the definitions of the severities. */
export function Tables({ view, tiers, context, calculator = null }: Props) {
  const { description, policy } = view;
  const words = tableMessagesFor(view.language);
  const objectives = tiers.flatMap((tier) => description.severities.flatMap(({ id }) => policy.objectives(tier, id)));
  const measures = [...new Set(objectives.map(({ measure }) => measure))];
  const [tier, severity] = [tiers.at(-1), description.severities[0]?.id];
  const said =
    tier === undefined || severity === undefined
      ? ""
      : view.standing(policy.expect({ tier, severity, submittedAt: view.now(), context }).standing);
  return (
    <div class="table">
      {measures.map((measure) => (
        <Targets
          key={measure}
          view={view}
          tiers={tiers}
          calculator={calculator}
          objectives={objectives.filter((each) => each.measure === measure)}
        />
      ))}
      {said !== "" && <p part="standing">{said}</p>}
      <section part="definitions">
        <h2>{words.definitions}</h2>
        <dl>
          {description.severities.map(({ id, name, level, definition, clause }) => (
            <div key={id}>
              <dt>
                <Name view={view} id={id} name={name} />
                {level !== undefined && <span class="muted">{words.level(level)}</span>}
              </dt>
              <dd>
                {view.say(definition)}
                <Cite view={view} clause={clause} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

interface TargetsProps extends Pick<Props, "view" | "tiers"> {
  calculator: string | null;
  objectives: Objective[];
}

/** Shows the targets of one measure by severity and tier. */
function Targets({ view: whole, tiers, calculator, objectives }: TargetsProps) {
  const view = { ...whole, namedOnce: commonCalendar(whole, objectives) };
  const { description, say } = view;
  const words = tableMessagesFor(view.language);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(say(objectives[0]?.name))}>
      <table part="objectives">
        <caption>{words.caption(say(objectives[0]?.name))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.severity}</th>
            {tiers.map((tier) => (
              <th key={tier} scope="col">
                {say(description.tiers?.find(({ id }) => id === tier)?.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {description.severities.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <Name view={view} id={id} name={name} />
              </th>
              {tiers.map((tier) => (
                <Target
                  key={tier}
                  view={view}
                  tier={tier}
                  severity={id}
                  calculator={calculator}
                  objectives={objectives.filter((each) => each.tier === tier && each.severity === id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <CommonHours view={whole} calendar={view.namedOnce} />
    </div>
  );
}

interface TargetProps {
  view: ViewContext;
  tier: string;
  severity: string;
  calculator: string | null;
  objectives: Objective[];
}

/** Shows the objectives of a tier and severity, or the severity as which the tier files such a case. */
function Target({ view, tier, severity, calculator, objectives }: TargetProps) {
  const words = tableMessagesFor(view.language);
  const { filedAs } = view.policy.expect({ tier, severity, submittedAt: view.now() });
  const { id, version } = view.policy;
  const link = [id, version, tier, severity].map(encodeURIComponent);
  const address = clauseAddress(
    calculator,
    `${link[0]}@${link[1]}&tier=${link[2]}&severity=${link[3]}`,
    document.baseURI,
  );
  const filed = view.description.severities.find(({ id }) => id === filedAs);
  return (
    <td>
      {filed === undefined ? (
        <Objectives view={view} objectives={objectives} style="long" none={words.notStated} address={address} />
      ) : (
        <span class="muted">{words.filedAs(view.say(filed.name))}</span>
      )}
    </td>
  );
}

function Name({ view, id, name }: { view: ViewContext; id: string; name: Record<string, string> }) {
  return (
    <span class="severity">
      <Mark rank={rankOf(view.description.severities, id)} />
      {view.say(name)}
    </span>
  );
}
