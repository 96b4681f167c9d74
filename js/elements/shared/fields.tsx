/** Fields of a form that several elements have: lists to choose from, and context questions. */

import { useId } from "preact/hooks";

import type { CaseFacts, ContextQuestion, TargetEvaluation } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "./element.js";
import { Unbroken } from "./policy-text.js";

interface SelectFieldProps {
  label: string;
  /** Id of the chosen option; empty if none is chosen. */
  value: string;
  options: readonly { id: string; name: string }[];
  /** Text of the option without a value; without it, a value is always chosen. */
  none?: string;
  /** Id of the control; default: a generated one. */
  id?: string;
  onValue(value: string): void;
}

/** Shows a label with a list to choose from. */
export function SelectField({ label, value, options, none, id, onValue }: SelectFieldProps) {
  const generated = useId();
  return (
    <div class="field">
      <label for={id ?? generated}>
        <Unbroken text={label} />
      </label>
      <select id={id ?? generated} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ContextFieldsProps {
  view: ViewContext;
  questions: readonly ContextQuestion[];
  context: Record<string, string>;
  /** Text of the option without an answer. */
  none: string;
  onContext(context: Record<string, string>): void;
}

/** Shows context questions, each as a list to choose from. */
export function ContextFields({ view: { say }, questions, context, none, onContext }: ContextFieldsProps) {
  return (
    <>
      {questions.map(({ id, text, options }) => (
        <SelectField
          key={id}
          label={say(text)}
          value={ownValue(context, id) ?? ""}
          options={options.map((option) => ({ id: option.id, name: say(option.text) }))}
          none={none}
          onValue={(value) => onContext(withAnswer(context, id, value || undefined))}
        />
      ))}
    </>
  );
}

/** Facts of a submission that are not context questions. */
export type SubmissionFacts = Pick<CaseFacts, "channel" | "zone">;

interface FactFieldsProps {
  view: ViewContext;
  targets: readonly TargetEvaluation[];
  /** The answers that the visitor has given here; default: none. */
  context?: Record<string, string>;
  submission: SubmissionFacts;
  /** Takes the answers to context questions; without it, only the other facts are asked. */
  onContext?(context: Record<string, string>): void;
  onSubmission(submission: SubmissionFacts): void;
}

/** Asks for the facts on which a target depends, and keeps showing those that were given here. */
export function FactFields({ view, targets, context = {}, submission, onContext, onSubmission }: FactFieldsProps) {
  const { description, messages } = view;
  const missing = new Set(targets.flatMap(({ dependsOn }) => dependsOn ?? []));
  const questions = (description.context ?? []).filter(({ id }) => missing.has(id) || Object.hasOwn(context, id));
  const zones = () => Intl.supportedValuesOf("timeZone").map((id) => ({ id, name: id.replaceAll("_", " ") }));
  const lists = [
    ["channel", messages.calculator.channel, () => optionsNamed(view, description.channels)],
    ["zone", messages.calculator.zone, zones],
  ] as const;
  return (
    <>
      {onContext !== undefined && (
        <ContextFields
          view={view}
          questions={questions}
          context={context}
          none={messages.result.notSaid}
          onContext={onContext}
        />
      )}
      {lists.map(
        ([fact, label, options]) =>
          (missing.has(fact) || submission[fact] !== undefined) && (
            <SelectField
              key={fact}
              label={label}
              value={submission[fact] ?? ""}
              options={options()}
              none={messages.result.notSaid}
              onValue={(value) => {
                const { [fact]: _, ...others } = submission;
                onSubmission(value === "" ? others : { ...others, [fact]: value });
              }}
            />
          ),
      )}
    </>
  );
}

/** Returns the context with an answer, or without one if `value` is undefined. */
export function withAnswer(
  context: Record<string, string>,
  id: string,
  value: string | undefined,
): Record<string, string> {
  const { [id]: _, ...others } = context;
  return value === undefined ? others : { ...others, [id]: value };
}

/** Returns entries of the policy, such as tiers or severities, as options by their names. */
export const optionsNamed = (
  { say }: Pick<ViewContext, "say">,
  entries: readonly { id: string; name: Record<string, string> }[] | undefined,
): { id: string; name: string }[] => (entries ?? []).map(({ id, name }) => ({ id, name: say(name) }));
