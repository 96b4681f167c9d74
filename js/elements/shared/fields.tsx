/** Fields of a form that several elements have: lists to choose from, and context questions. */

import { useId } from "preact/hooks";

import type { ContextQuestion } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "./element.js";

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
      <label for={id ?? generated}>{label}</label>
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
