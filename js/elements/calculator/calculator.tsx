import { useEffect, useState } from "preact/hooks";

import { AdviceList } from "../shared/advice.js";
import { useNow } from "../shared/countdown.js";
import { Due } from "../shared/due.js";
import { FactFields, optionsNamed, SelectField, type SubmissionFacts } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { SectionLevel } from "../shared/heading.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Submitted } from "../shared/submitted.js";

/** The input of the calculator. */
export interface Choice {
  tier: string;
  severity: string;
  /** Milliseconds since 1970; null: now. */
  submittedAt: number | null;
}

interface Props {
  view: ViewContext;
  given: Choice;
  context: Record<string, string>;
  onChoice(choice: Choice): void;
}

/** Shows the choice of tier, severity and time of submission, then the due time and the advice. */
export function Calculator({ view, given, context, onChoice }: Props) {
  const { policy, description, messages, say } = view;
  const [choice, setChoice] = useState(given);
  // "Now" is the moment of the choice, so that the due time does not move while the visitor reads.
  const [opened, setOpened] = useState(view.now);
  const now = useNow(view, () => "minute");
  useEffect(() => onChoice(choice), [choice]);

  const choose = (change: Partial<Choice>) => {
    setOpened(view.now());
    setChoice({ ...choice, ...change });
  };
  // The facts on which a target depends, as the visitor gives them.
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [submission, setSubmission] = useState<SubmissionFacts>({});
  const facts = {
    tier: choice.tier,
    severity: choice.severity,
    submittedAt: choice.submittedAt ?? opened,
    ...submission,
    context: { ...context, ...answers },
  };
  const { targets, filedAs } = policy.evaluate(facts, Math.max(now, facts.submittedAt));
  const { advice } = policy.advise(facts, Math.max(now, facts.submittedAt));
  const rank = rankOf(description.severities, choice.severity);
  return (
    <SectionLevel.Provider value={2}>
      <div class="calculator">
        <div class="choices">
          <SelectField
            id="tier"
            label={messages.calculator.tier}
            value={choice.tier}
            options={optionsNamed(view, description.tiers)}
            onValue={(value) => choose({ tier: value })}
          />
          <SelectField
            id="severity"
            label={messages.calculator.severity}
            value={choice.severity}
            options={optionsNamed(view, description.severities)}
            onValue={(value) => choose({ severity: value })}
          />
          <FactFields
            view={view}
            targets={targets}
            context={answers}
            submission={submission}
            onContext={setAnswers}
            onSubmission={setSubmission}
          />
          <Submitted view={view} value={choice.submittedAt} onChange={(submittedAt) => choose({ submittedAt })} />
        </div>
        <section class="outcome" aria-label={messages.calculator.result}>
          <p class={`chosen level-${rank}`}>
            <Mark rank={rank} /> <strong>{say(description.severities[rank - 1]?.name)}</strong>
          </p>
          <Due view={view} facts={facts} targets={targets} filedAs={filedAs} now={now} />
          <p class="small muted">{messages.due.counted(view.format.dateTimeWithZone(facts.submittedAt))}</p>
          <p class="small muted" part="standing">
            {messages.result.objectiveOnly} {view.standing(policy.expect(facts).standing)}
          </p>
          <AdviceList view={view} advice={advice} kind="act" heading={messages.result.now} ordered />
          <AdviceList view={view} advice={advice} kind="escalate" heading={messages.result.escalate} />
          <AdviceList view={view} advice={advice} kind="know" heading={messages.result.know} />
        </section>
      </div>
    </SectionLevel.Provider>
  );
}

/** CSS of the calculator alone. */
export const styles = `
.calculator { border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); overflow: clip; }
.choices {
  display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(5 * var(--_space)); align-items: end;
  padding: calc(5 * var(--_space)); background: var(--_surface); border-block-end: 1px solid var(--_border);
}
.choices > * { flex: 1 1 auto; min-inline-size: min(11rem, 100%); max-inline-size: min(24rem, 100%); }
.choices select { inline-size: 100%; }
.choices > .submitted { flex-basis: 100%; max-inline-size: none; display: flex; flex-wrap: wrap; gap: 0 calc(5 * var(--_space)); }
.submitted legend { font-weight: 600; padding: 0; }
.submitted .field { flex: 1 1 100%; justify-items: start; margin-block-start: calc(2 * var(--_space)); }
.choice { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.choice input { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--_accent); }
.outcome { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); padding: calc(5 * var(--_space)); }
.outcome .heading { font-size: 1em; }
@media (max-width: 30rem) {
  .choices, .outcome { padding: calc(4 * var(--_space)); }
}
@media print {
  .choices { background: none; }
}
`;
