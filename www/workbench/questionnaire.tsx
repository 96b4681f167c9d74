/** The questionnaire as a tree that opens answer by answer. */

import { useState } from "preact/hooks";
import type { Answers, Policy } from "../../js/index.js";
import { nearestText } from "../language.js";
import type { UseProps } from "./use.js";

export function Questionnaire(props: UseProps) {
  return (
    <div class="tree">
      <Step {...props} answers={{}} />
    </div>
  );
}

/** The question that follows from some answers, or the severity that they give. */
function Step({ answers, ...props }: UseProps & { answers: Answers }) {
  const { policy, language, messages } = props;
  const question = policy.nextQuestion(answers);
  if (question === null) {
    return (
      <p class="leaf">
        <strong>{severityOf(policy, answers, props)}</strong>
      </p>
    );
  }
  return (
    <>
      <p>
        {nearestText(language, question.text)} <code>{question.id}</code>
      </p>
      <ul>
        {question.options.map((option) => {
          const next = { ...answers, [question.id]: option.id };
          const label = nearestText(language, option.text);
          return (
            <li key={option.id}>
              {policy.nextQuestion(next) === null ? (
                <p>
                  {label} → <strong>{severityOf(policy, next, { policy, language, messages })}</strong>
                </p>
              ) : (
                <Branch {...props} answers={next} label={label} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** An answer with what follows from it, which is worked out when it is opened. */
function Branch({ label, answers, ...props }: UseProps & { label: string; answers: Answers }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && <Step {...props} answers={answers} />}
    </details>
  );
}

function severityOf(policy: Policy, answers: Answers, { language, messages }: UseProps): string {
  const { decided, severity } = policy.classify(answers);
  const found = policy.toJSON().severities.find(({ id }) => id === severity);
  return decided && found ? nearestText(language, found.name) : messages.use.undecided;
}
