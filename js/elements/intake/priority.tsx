import { useId } from "preact/hooks";

import type { CaseFacts } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import { Due } from "../shared/due.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import type { CaseExpectation } from "../wizard/expectation.js";

interface Props {
  view: ViewContext;
  /** The severity that the customer assigns. */
  severity: string;
  /** The severity that follows from the answers. */
  recommended: string | null;
  tier: string | null;
  facts: (CaseFacts & { submittedAt: number }) | null;
  expected: CaseExpectation;
  now: number;
  onSeverity(id: string): void;
  onTier(id: string): void;
}

/** Shows the priority, which the customer may assign differently from the answers (C9), and the due time. */
export function Priority({ view, severity, recommended, tier, facts, expected, now, onSeverity, onTier }: Props) {
  const { description, messages, say } = view;
  const words = intakeMessagesFor(view.language).priority;
  const id = useId();
  const name = (wanted: string | null) => say(description.severities.find((each) => each.id === wanted)?.name);
  const rank = rankOf(description.severities, severity);
  return (
    <section class="priority" part="priority" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} class="hidden">
        {words.heading}
      </h2>
      <div class={`verdict level-${rank}`}>
        <Mark rank={rank} />
        <div>
          <strong>{name(severity)}</strong>
          {recommended !== null && <span class="muted small">{words.recommended(name(recommended))}</span>}
        </div>
      </div>
      <div class="pair">
        <div class="field">
          <label for={`${id}-severity`}>{words.assign}</label>
          <select id={`${id}-severity`} value={severity} onChange={(event) => onSeverity(event.currentTarget.value)}>
            {description.severities.map((each) => (
              <option key={each.id} value={each.id}>
                {say(each.name)}
              </option>
            ))}
          </select>
        </div>
        {(description.tiers ?? []).length > 0 && (
          <div class="field">
            <label for={`${id}-tier`}>{words.tier}</label>
            <select id={`${id}-tier`} value={tier ?? ""} onChange={(event) => onTier(event.currentTarget.value)}>
              {tier === null && <option value="">{words.choose}</option>}
              {description.tiers?.map((each) => (
                <option key={each.id} value={each.id}>
                  {say(each.name)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {recommended !== null && recommended !== severity && (
        <p class="overridden">{words.overridden(name(recommended))}</p>
      )}
      {facts !== null && <Due view={view} facts={facts} targets={expected.targets} now={now} />}
      <p class="small muted" part="standing">
        {facts !== null && messages.result.objectiveOnly} {view.standing(expected.standing)}
      </p>
    </section>
  );
}
