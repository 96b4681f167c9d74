import { useId } from "preact/hooks";

import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { ContextChoice, withAnswer } from "../shared/context-choice.js";
import type { Scene } from "../shared/element.js";
import { numbersIn } from "../report/numbers.js";

interface Props {
  scene: Scene;
  months: readonly string[];
  month: string;
  onMonth(month: string): void;
  /** Context questions on which availability depends. */
  questions: readonly string[];
  context: Record<string, string>;
  onContext(context: Record<string, string>): void;
  onFiles(): void;
}

/** Which month, which offer, and what to do with the page; none of it is printed. */
export function Controls({ scene, months, month, onMonth, questions, context, onContext, onFiles }: Props) {
  const { description, messages, language } = scene;
  const words = dashboardMessagesFor(language).controls;
  const { month: nameOf } = numbersIn(language);
  const id = useId();
  return (
    <div class="controls no-print">
      <div class="fields">
        <div class="field">
          <label for={id}>{words.month}</label>
          <select id={id} value={month} onChange={(event) => onMonth(event.currentTarget.value)}>
            {months.toReversed().map((each) => (
              <option key={each} value={each}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </div>
        {description.context
          ?.filter((question) => questions.includes(question.id))
          .map((question) => (
            <ContextChoice
              key={question.id}
              scene={scene}
              question={question}
              value={context[question.id]}
              open={messages.result.notSaid}
              onChoice={(value) => onContext(withAnswer(context, question.id, value))}
            />
          ))}
      </div>
      <div class="actions">
        <button type="button" class="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" onClick={onFiles}>
          {words.files}
        </button>
      </div>
    </div>
  );
}
