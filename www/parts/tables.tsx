/** The objectives and the definitions, as the policy has them. */

import { objectiveFor, targetOf } from "../policy.js";
import type { PageContext } from "./context.js";
import { SeverityMark } from "./marks.js";

/** Target times by severity and tier. */
export function ObjectivesTable({ context: { messages, policy, t } }: { context: PageContext }) {
  const tiers = policy.tiers ?? [];
  const measure = policy.measures?.[0];
  return (
    <table class="objectives">
      {measure && <caption>{messages.objectives.caption(t(measure.name))}</caption>}
      <thead>
        <tr>
          <th scope="col">{messages.objectives.severity}</th>
          {tiers.map((tier) => (
            <th scope="col">{t(tier.name)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {policy.severities.map((severity) => (
          <tr>
            <th scope="row">
              <span class="severity">
                <SeverityMark severity={severity.id} />
                {t(severity.name)}
              </span>
            </th>
            {tiers.map((tier) => {
              const target = targetOf(objectiveFor(policy, tier, severity));
              return target ? (
                <td class="time">{messages.targetInBrief(target)}</td>
              ) : (
                <td class="nothing">{messages.notStated}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every severity with its shape and its definition. */
export function Definitions({ context: { messages, policy, t, to } }: { context: PageContext }) {
  return (
    <dl class="definitions">
      {policy.severities.map((severity) => (
        <div>
          <dt>
            <span class="severity">
              <SeverityMark severity={severity.id} />
              {t(severity.name)}
            </span>
            {severity.level !== undefined && <span class="level">{messages.objectives.priority(severity.level)}</span>}
          </dt>
          <dd>
            {severity.definition && t(severity.definition)}{" "}
            {severity.clause && (
              <a class="cite" href={to("description", severity.clause)}>
                {severity.clause}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
