import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake.js";
import type { CaseDetails, DetailsChange } from "../shared/case-input.js";
import { Due, Overdue, TargetList } from "../shared/due.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Submission } from "../shared/submitted.js";
import type { CaseExpectation } from "../wizard/expectation.js";

interface Props {
  view: ViewContext;
  /** The severity that the customer assigns; null before one is chosen. */
  severity: string | null;
  /** The severity that follows from the answers. */
  recommended: string | null;
  tier: string | null;
  /** Null without a severity. */
  expected: CaseExpectation | null;
  details: CaseDetails;
  now: number;
  onSeverity(id: string): void;
  onTier(id: string): void;
  onDetails(change: DetailsChange): void;
  /** The escalation of a case that is late. */
  escalation: ComponentChildren;
  /** The fields for facts on which the due time depends. */
  children: ComponentChildren;
}

/** Shows the priority, which the customer may assign differently from the answers (C9), and the due time. */
export function Priority(props: Props) {
  const { view, severity, recommended, tier, expected, details, now, onSeverity, onTier, onDetails } = props;
  const { description, messages, say } = view;
  const words = intakeMessagesFor(view.language).priority;
  const id = useId();
  const name = (wanted: string | null) => say(description.severities.find((each) => each.id === wanted)?.name);
  const rank = severity === null ? null : rankOf(description.severities, severity);
  return (
    <section class="priority" part="priority" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} class="hidden">
        {words.heading}
      </h2>
      {rank !== null && (
        <div class={`verdict level-${rank}`}>
          <Mark rank={rank} />
          <div>
            <strong>{name(severity)}</strong>
            {recommended !== null && <span class="muted small">{words.recommended(name(recommended))}</span>}
          </div>
        </div>
      )}
      {expected?.isLate && <Overdue view={view} targets={expected.targets} now={now} />}
      {props.escalation}
      <div class="pair">
        <SelectField
          label={words.assign}
          value={severity ?? ""}
          options={optionsNamed(view, description.severities)}
          {...(severity === null ? { none: words.choose } : {})}
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
      {expected !== null && (
        <>
          {expected.facts !== null && (
            <Due
              view={view}
              facts={expected.facts}
              targets={expected.targets}
              filedAs={expected.filedAs}
              now={now}
              isLateShown
            />
          )}
          {details.submittedAt === undefined && <TargetList view={view} targets={expected.targets} />}
          {props.children}
          <Submission view={view} details={details} onDetails={onDetails} />
          <p class="small muted" part="standing">
            {expected.targets.some(({ objective }) => objective.bound !== null) && messages.result.objectiveOnly}{" "}
            {view.standing(expected.standing)}
          </p>
        </>
      )}
    </section>
  );
}
