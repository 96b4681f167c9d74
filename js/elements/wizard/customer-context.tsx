import { useMemo } from "preact/hooks";

import type { ContextQuestion } from "../../index.js";
import { tableMessagesFor } from "../../messages/table.js";
import { ownValue } from "../../text/lookup.js";
import type { CaseDetails } from "../shared/case-input.js";
import { DueTime, noDueTime, promiseText } from "../shared/due.js";
import { ContextFields } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { SectionHeading } from "../shared/heading.js";
import { type CaseExpectation, expectationOf, factsOf } from "./expectation.js";

interface Props {
  view: ViewContext;
  severity: string;
  context: Record<string, string>;
  details: CaseDetails;
  now: number;
  onContext(context: Record<string, string>): void;
}

/**
 * Shows the tiers to choose from, each with its due time, for visitors who do not know their tier. If the page gives the tier,
 * the choice is not shown.
 */
export function TierChoice({ view, severity, context, details, now, onContext }: Props) {
  const { description, messages, say } = view;
  const tiers = description.tiers ?? [];
  if (tiers.length === 0 || view.given["tier"] !== undefined) return null;
  const expectedIn = (tier: string) => expectationOf(view, severity, { ...context, tier }, details, now);
  return (
    <fieldset class={context["tier"] === undefined ? "tiers open" : "tiers"}>
      <legend>
        <SectionHeading>{messages.due.tier}</SectionHeading>
      </legend>
      {tiers.map(({ id, name, aliases }) => (
        <label key={id} class="tier">
          <input
            type="radio"
            name="tier"
            value={id}
            checked={context["tier"] === id}
            onChange={() => onContext({ ...context, tier: id })}
          />
          <span class="tier-name">
            {say(name)}
            {aliases?.map((names) => {
              const alias = ownValue(names, view.language);
              return alias && <span class="muted"> ({alias})</span>;
            })}
          </span>
          {context["tier"] === undefined && <TierDue view={view} expected={expectedIn(id)} now={now} />}
        </label>
      ))}
    </fieldset>
  );
}

/** Shows the first due time in a tier, and the severity as which the tier files the case if it does not offer the other. */
function TierDue({ view, expected, now }: { view: ViewContext; expected: CaseExpectation; now: number }) {
  const [target] = expected.targets;
  if (target === undefined) return null;
  const filed = view.description.severities.find(({ id }) => id === expected.filedAs);
  return (
    <span class={target.dueAt === null ? "tier-due muted" : "tier-due"}>
      {target.dueAt === null ? (
        expected.facts === null ? (
          promiseText(view, target)
        ) : (
          noDueTime(view, target, "beside the name")
        )
      ) : (
        <>
          <span class="muted">{view.messages.due.expected(view.say(target.objective.name))}</span>{" "}
          <strong>
            <DueTime view={view} target={target} now={now} />
          </strong>
          {target.state === "overdue" && (
            <span class="overdue">
              {view.messages.countdown.overdueBy(view.format.duration((now - Date.parse(target.dueAt)) / 1_000))}
            </span>
          )}
        </>
      )}
      {filed !== undefined && (
        <span class="muted"> ({tableMessagesFor(view.language).filedAs(view.say(filed.name))})</span>
      )}
    </span>
  );
}

interface CustomerContextProps {
  view: ViewContext;
  severity: string;
  context: Record<string, string>;
  submittedAt: number;
  onContext(context: Record<string, string>): void;
}

/** Shows the context questions whose answers change the advice. */
export function CustomerContext({ view, severity, context, submittedAt, onContext }: CustomerContextProps) {
  const { messages } = view;
  const questions = useMemo(
    () => relevantQuestions(view, severity, context, submittedAt),
    [view.policy, severity, context],
  );
  if (questions.length === 0) return null;
  return (
    <details class="situation no-print">
      <summary>{messages.result.situation}</summary>
      <p class="muted small">{messages.result.situationHelp}</p>
      <ContextFields
        view={view}
        questions={questions}
        context={context}
        none={messages.result.notSaid}
        onContext={onContext}
      />
    </details>
  );
}

/**
 * Returns the context questions that have an answer, or whose answers lead to different advice, without those that the page
 * answers.
 */
function relevantQuestions(
  { policy, description, given: known }: ViewContext,
  severity: string,
  context: Record<string, string>,
  at: number,
): ContextQuestion[] {
  const tiers = context["tier"] === undefined ? (description.tiers ?? []).map(({ id }) => id) : [context["tier"]];
  const adviceFor = (given: Record<string, string>) =>
    tiers
      .map((tier) => policy.expect(factsOf(tier, severity, given, at)))
      .map(({ advice, standing }) => [standing, ...advice.map(({ id }) => id)].join())
      .join(";");
  return (description.context ?? []).filter(({ id, options }) => {
    if (Object.hasOwn(known, id)) return false;
    if (Object.hasOwn(context, id)) return true;
    const { [id]: _, ...others } = context;
    const outcomes = new Set(options.map((option) => adviceFor({ ...others, [id]: option.id })));
    return outcomes.size > 1;
  });
}
