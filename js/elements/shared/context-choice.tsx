import { useId } from "preact/hooks";

import type { ContextQuestion } from "../../index.js";
import type { ViewContext } from "./element.js";

interface Props {
  view: ViewContext;
  question: ContextQuestion;
  value: string | undefined;
  /** Text of the option without an answer. */
  open: string;
  onChoice(value: string | undefined): void;
}

/** Shows a context question as a list to choose from. */
export function ContextChoice({ view, question, value, open, onChoice }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{view.say(question.text)}</label>
      <select id={id} value={value ?? ""} onChange={(event) => onChoice(event.currentTarget.value || undefined)}>
        <option value="">{open}</option>
        {question.options.map((option) => (
          <option key={option.id} value={option.id}>
            {view.say(option.text)}
          </option>
        ))}
      </select>
    </div>
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
