import { useEffect, useRef } from "preact/hooks";

import type { Classification } from "../../index.js";
import { modelOf, noEntries, wordingIn } from "../handover/model.js";
import { AdviceList } from "../shared/advice.js";
import { Call, phoneAdvice, phoneFor } from "../shared/call.js";
import type { CaseInput, DetailsChange } from "../shared/case-input.js";
import { Due, Overdue, TargetList } from "../shared/due.js";
import type { ViewContext } from "../shared/element.js";
import { SectionHeading, SectionLevel } from "../shared/heading.js";
import { Escalation } from "../shared/escalation.js";
import { FactFields } from "../shared/fields.js";
import { Submission } from "../shared/submitted.js";
import { Handover } from "./handover.js";
import { Mark, rankOf } from "../shared/marks.js";
import { useNow } from "../shared/countdown.js";
import { asFault, isQuestion } from "./doors.js";
import { AnsweredQuestions, Definitions, Reasons, Unsure } from "./reasons.js";
import { expectationOf, submissionOf } from "./expectation.js";
import type { Path } from "./path.js";
import { CustomerContext, TierChoice } from "./customer-context.js";

interface Props {
  view: ViewContext;
  path: Path;
  /** Null if the customer has named the severity without answers. */
  found: Classification | null;
  input: CaseInput;
  severity: string;
  /** Level of the heading. */
  level: 1 | 2;
  /** Permalink of the case; null on a page without one. */
  link: string | null;
  takesFocus: boolean;
  onContext(context: Record<string, string>): void;
  onDetails(change: DetailsChange): void;
  onChange(step: number): void;
  onQuestions(): void;
  onRestart(): void;
}

/** Shows a card with the severity, what to do and the due time, then the reasons and the rest, quieter. */
export function Result(props: Props) {
  const { view, path, found, input, severity: id, level, takesFocus, onContext, onDetails } = props;
  const { description, messages, say } = view;
  const { context, details } = input;
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow(view, () => "minute");

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);

  const rank = rankOf(description.severities, id);
  const severity = description.severities.find((each) => each.id === id);
  const facts = found === null ? context : asFault(description, context);
  const expected = expectationOf(view, id, facts, details, now);
  const { isLate, advice, targets } = expected;
  const phone = phoneFor(view, input, advice.find(({ kind }) => kind === "escalate")?.channel);
  const wording = wordingIn(view, view.language);
  const { tier = null, ...answers } = context;
  const record = {
    severity: id,
    tier,
    submittedAt: details.submittedAt ?? null,
    now,
    number: details.number ?? null,
    phone: phone?.text ?? null,
    link: props.link,
    context: answers,
    targets,
    filedAs: expected.filedAs ?? null,
    standing: expected.standing,
    channel: advice.find((each) => each.channel !== undefined)?.channel ?? null,
    found,
    answers: path.answers,
  };
  const model = modelOf(view, wording, record, noEntries);
  const Heading = `h${level}` as const;
  const tierChoice = (
    <TierChoice view={view} severity={id} context={context} details={details} now={now} onContext={onContext} />
  );
  // Who answers comes first for a question; it is no fault, and no definition fits it.
  const asks = found === null && isQuestion(description, input);
  const know = <AdviceList view={view} advice={advice} kind="know" heading={messages.result.know} />;
  const calls = { context, details, now, onContext, onDetails };
  // The call stands beside the escalation of a case that is late, and is not asked for twice.
  const lateChannel = isLate ? phoneAdvice(view, advice)?.channel : undefined;
  const submission = <Submission view={view} details={details} onDetails={onDetails} />;
  const escalation = (
    <Escalation
      view={view}
      model={model}
      wording={wording}
      advice={advice}
      schedule={expected.schedule}
      isLate={isLate}
    >
      {lateChannel !== undefined && <Call view={view} channel={lateChannel} isSecond {...calls} />}
    </Escalation>
  );
  return (
    <SectionLevel.Provider value={level === 1 ? 2 : 3}>
      <div class="frame">
        <article class="result" part="result">
          <div class="answer" part="answer">
            <header class={`verdict level-${rank}`} part="severity">
              <Mark rank={rank} />
              <div>
                <p class="level">{messages.result.severity(severity?.level ?? rank)}</p>
                <Heading ref={heading} tabIndex={-1}>
                  {say(severity?.name)}
                </Heading>
              </div>
            </header>
            {isLate && <Overdue view={view} targets={targets} now={now} />}
            {isLate && escalation}
            {tier === null ? (
              tierChoice
            ) : expected.facts !== null ? (
              <Due
                view={view}
                facts={expected.facts}
                targets={targets}
                filedAs={expected.filedAs}
                now={now}
                isLateShown
              />
            ) : (
              <TargetList view={view} targets={targets} />
            )}
            <FactFields
              view={view}
              targets={targets}
              submission={submissionOf(details)}
              onContext={(given) => onContext({ ...context, ...given })}
              onSubmission={({ channel, zone }) => onDetails({ channel, zone })}
            />
            {details.submittedAt === undefined && submission}
            <AdviceList
              view={view}
              advice={advice}
              kind="act"
              heading={messages.result.now}
              calls={lateChannel === undefined && calls}
              ordered
            />
            <section class="time">
              {tier !== null && tierChoice}
              {details.submittedAt !== undefined && submission}
              <p class="small muted" part="standing">
                {(tier === null || targets.some(({ objective }) => objective.bound !== null)) &&
                  messages.result.objectiveOnly}{" "}
                {view.standing(expected.standing)}
              </p>
            </section>
          </div>

          <div class="rest">
            {asks && know}
            {found !== null && !found.decided && (
              <Unsure view={view} found={found} path={path} onChange={props.onChange} />
            )}
            {found === null ? (
              <section class="reasons">
                <SectionHeading>{messages.result.why}</SectionHeading>
                <p>
                  {asks ? messages.result.question : messages.result.named}{" "}
                  {!asks && (
                    <button type="button" class="link target no-print" onClick={props.onQuestions}>
                      {messages.result.findOut}
                    </button>
                  )}
                </p>
                {!asks && <Definitions view={view} severity={id} />}
              </section>
            ) : (
              <Reasons view={view} found={found} severity={id} />
            )}
            <AdviceList view={view} advice={advice} kind="prepare" heading={messages.result.prepare} />
            {!isLate && escalation}
            {!asks && know}
            <CustomerContext
              view={view}
              severity={id}
              context={facts}
              submittedAt={details.submittedAt ?? now}
              onContext={onContext}
            />
            <Handover view={view} model={model} wording={wording} expected={expected} />
            <AnsweredQuestions view={view} path={path} onChange={props.onChange} onRestart={props.onRestart} />
          </div>
        </article>
      </div>
    </SectionLevel.Provider>
  );
}
