import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { AdviceList } from "../shared/advice.js";
import { Due } from "../shared/due.js";
import type { ViewContext } from "../shared/element.js";
import { FactFields, type SubmissionFacts } from "../shared/fields.js";
import { Handover, handoverOf } from "./handover.js";
import { Mark, rankOf } from "../shared/marks.js";
import { useNow } from "../shared/countdown.js";
import { AnsweredQuestions, Reasons } from "./reasons.js";
import { expectationOf } from "./expectation.js";
import { type Path, whenUnsure } from "./path.js";
import { CustomerContext, TierChoice } from "./customer-context.js";

interface Props {
  view: ViewContext;
  path: Path;
  context: Record<string, string>;
  takesFocus: boolean;
  onContext(context: Record<string, string>): void;
  onChange(step: number): void;
  onRestart(): void;
}

/** Shows the severity, what to do, the due time, and the reasons, in this order. */
export function Result({ view, path, context, takesFocus, onContext, onChange, onRestart }: Props) {
  const { policy, description, messages, say } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  const [submittedAt, setSubmittedAt] = useState(view.now);
  const now = useNow(view, () => "minute");

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);

  const found = useMemo(() => policy.classify(path.answers), [policy, path]);
  const rank = rankOf(description.severities, found.severity);
  const severity = description.severities.find(({ id }) => id === found.severity);
  const [submission, setSubmission] = useState<SubmissionFacts>({});
  const expected = expectationOf(view, found.severity, context, submittedAt, now, submission);
  const handover = handoverOf(view, { path, found, context, submittedAt, expected });
  // The engine orders advice by urgency: after the due time, escalation comes first.
  const isLate = expected.advice[0]?.kind === "escalate";
  const escalation = (
    <AdviceList
      view={view}
      advice={expected.advice}
      kind="escalate"
      heading={isLate ? messages.result.late : messages.result.escalate}
    />
  );
  return (
    <article class="result" part="result">
      <header class={`verdict level-${rank}`} part="severity">
        <Mark rank={rank} />
        <div>
          <p class="level">{messages.result.severity(severity?.level ?? rank)}</p>
          <h2 ref={heading} tabIndex={-1}>
            {say(severity?.name)}
          </h2>
        </div>
      </header>
      {!found.decided && <p class="unsure">{messages.result.unsure[whenUnsure(description)]}</p>}

      {isLate && escalation}
      <AdviceList view={view} advice={expected.advice} kind="act" heading={messages.result.now} ordered />

      <section class="time">
        <TierChoice
          view={view}
          severity={found.severity}
          context={context}
          submittedAt={submittedAt}
          now={now}
          onContext={onContext}
        />
        {expected.facts !== null && (
          <>
            <Due view={view} facts={expected.facts} targets={expected.targets} filedAs={expected.filedAs} now={now} />
            <FactFields
              view={view}
              targets={expected.targets}
              submission={submission}
              onContext={(answers) => onContext({ ...context, ...answers })}
              onSubmission={setSubmission}
            />
          </>
        )}
        <p class="small muted">
          {messages.due.counted(view.format.dateTime(submittedAt))}{" "}
          <button type="button" class="link no-print" onClick={() => setSubmittedAt(view.now())}>
            {messages.due.submitNow}
          </button>
        </p>
        <p class="small muted" part="standing">
          {messages.result.objectiveOnly} {view.standing(expected.standing)}
        </p>
      </section>

      <Reasons view={view} found={found} path={path} />
      <AdviceList view={view} advice={expected.advice} kind="prepare" heading={messages.result.prepare} />
      {!isLate && escalation}
      <AdviceList view={view} advice={expected.advice} kind="know" heading={messages.result.know} />
      <CustomerContext
        view={view}
        severity={found.severity}
        context={context}
        submittedAt={submittedAt}
        onContext={onContext}
      />
      <Handover view={view} {...handover} />
      <AnsweredQuestions view={view} path={path} onChange={onChange} onRestart={onRestart} />
    </article>
  );
}
