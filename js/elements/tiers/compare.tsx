import { useId, useState } from "preact/hooks";

import type { TargetEvaluation } from "../../index.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { targetText } from "../../text/targets.js";
import { useNow } from "../shared/countdown.js";
import { DueTime, noDueTime } from "../shared/due.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { Cite } from "../shared/policy-text.js";

interface Props {
  view: ViewContext;
  tier: string | null;
  severity: string | null;
  submittedAt: number | null;
  context: Record<string, string>;
}

/** Shows the section "What would another tier change?" with the objectives of each tier for one case. */
export function Compare({ view, tier: own, severity: given, submittedAt, context }: Props) {
  const { description } = view;
  const words = tiersMessagesFor(view.language).compare;
  const id = useId();
  const now = useNow(view, () => "minute");
  const { severities, tiers = [], measures = [] } = description;
  const first = severities.find((each) => each.id === given)?.id ?? severities[0]?.id ?? "";
  const [severity, setSeverity] = useState(first);
  const [lowest] = tiers;
  if (lowest === undefined || tiers.length < 2 || measures.length === 0) return null;
  const at = submittedAt ?? now;
  const { standing } = view.policy.expect({ tier: lowest.id, severity, submittedAt: at, context });
  const said = view.standing(standing);
  return (
    <section class="compare no-print" part="compare" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{words.heading}</h2>
      <p>{words.intro}</p>
      <div class="filters">
        <SelectField
          label={words.severity}
          value={severity}
          options={optionsNamed(view, severities)}
          onValue={setSeverity}
        />
      </div>
      <TierTargets view={view} tier={own} severity={severity} submittedAt={at} context={context} now={now} />
      {said !== "" && <p part="standing">{said}</p>}
    </section>
  );
}

interface TierTargetsProps {
  view: ViewContext;
  /** The customer's own tier. */
  tier: string | null;
  severity: string;
  submittedAt: number;
  context: Record<string, string>;
  now: number;
}

/** Shows the objectives of each tier for one case, side by side. */
export function TierTargets({ view, tier: own, severity, submittedAt, context, now }: TierTargetsProps) {
  const { description, policy, say } = view;
  const words = tiersMessagesFor(view.language).compare;
  const { severities, tiers = [], measures = [] } = description;
  const expected = tiers.map(({ id: tier, name }) => ({
    name,
    ...policy.expect({ tier, severity, submittedAt, context }),
  }));
  const mine = expected.find(({ tier }) => tier === own);
  const shown = say(severities.find((each) => each.id === severity)?.name);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(shown)}>
      <table>
        <caption>{words.caption(shown)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.tier}</th>
            {measures.map((measure) => (
              <th key={measure.id} scope="col">
                {say(measure.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {expected.map(({ tier, name, targets }) => (
            <tr key={tier} class={tier === own ? "yours" : undefined}>
              <th scope="row">
                {say(name)}
                {tier === own && <span class="notes">{words.yours}</span>}
              </th>
              {targets.map((target) => (
                <Target
                  key={target.objective.measure}
                  view={view}
                  target={target}
                  mine={
                    tier === own
                      ? undefined
                      : mine?.targets.find(({ objective }) => objective.measure === target.objective.measure)
                  }
                  now={now}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TargetProps {
  view: ViewContext;
  target: TargetEvaluation;
  /** The same target in the customer's tier. */
  mine: TargetEvaluation | undefined;
  now: number;
}

function Target({ view, target, mine, now }: TargetProps) {
  const { format, messages, language } = view;
  const words = tiersMessagesFor(language).compare;
  const text = targetText(view, target.objective, messages.due.target, "long");
  if (text === null && target.objective.note === undefined) return <td class="nothing">{words.notStated}</td>;
  // A target that depends on missing facts has no text that is true.
  if (target.dueAt === null || text === null) return <td>{noDueTime(view, target, "beside the name")}</td>;
  const gain =
    mine?.dueAt == null || target.dueAt === null ? 0 : (Date.parse(mine.dueAt) - Date.parse(target.dueAt)) / 1_000;
  return (
    <td>
      <strong>{text}</strong>
      <DueTime view={view} target={target} now={now} />
      <Cite view={view} clause={target.objective.clause} />
      {gain > 0 && <span class="notes">{words.sooner(format.duration(gain, "long"))}</span>}
    </td>
  );
}

/** CSS of the comparison of tiers for a case, also used by `<slo-intake>`. */
export const compareStyles = `
.compare > p + p, .compare > .filters, .compare > .scroll + p { margin-block-start: calc(3 * var(--_space)); }
.compare .scroll { overflow-x: auto; }
.compare table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.compare caption { margin-block-end: calc(2 * var(--_space)); padding: 0; text-align: start; color: var(--_text); font-weight: 650; }
.compare tr > th, .compare tr > td { padding: calc(2.5 * var(--_space)) calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; color: var(--_text); }
.compare thead th { position: static; background: none; border-block-end: 2px solid var(--_border-strong); vertical-align: bottom; }
.compare th[scope="row"] { font-weight: 500; }
.compare td strong { display: block; }
.compare tr > td.nothing { color: var(--_muted); }
.compare .yours { background: var(--_accent-tint); }
.compare .notes { display: block; color: var(--_muted); font-size: 0.875em; font-weight: 400; }
`;
