import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import type { CaseFacts } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import { Due } from "../shared/due.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
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
  /** The fields for facts on which the due time depends. */
  children: ComponentChildren;
}

/** Shows the priority, which the customer may assign differently from the answers (C9), and the due time. */
export function Priority({
  view,
  severity,
  recommended,
  tier,
  facts,
  expected,
  now,
  onSeverity,
  onTier,
  children,
}: Props) {
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
        <SelectField
          label={words.assign}
          value={severity}
          options={optionsNamed(view, description.severities)}
          onValue={onSeverity}
        />
        {(description.tiers ?? []).length > 0 && (
          <SelectField
            label={words.tier}
            value={tier ?? ""}
            options={optionsNamed(view, description.tiers)}
            {...(tier === null ? { none: words.choose } : {})}
            onValue={onTier}
          />
        )}
      </div>
      {recommended !== null && recommended !== severity && (
        <p class="overridden">{words.overridden(name(recommended))}</p>
      )}
      {facts !== null && (
        <>
          <Due view={view} facts={facts} targets={expected.targets} filedAs={expected.filedAs} now={now} />
          {children}
        </>
      )}
      <p class="small muted" part="standing">
        {facts !== null && messages.result.objectiveOnly} {view.standing(expected.standing)}
      </p>
    </section>
  );
}
