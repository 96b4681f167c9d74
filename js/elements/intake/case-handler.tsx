import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { NextContext } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import { Cite } from "../shared/policy-text.js";
import { withAnswer } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { ownValue } from "../../text/lookup.js";

/** Answer of a visitor who is not sure; the engine does not ask again. */
export const notSure = "unknown";

interface Props {
  view: ViewContext;
  severity: string;
  context: Record<string, string>;
  /** Answers that follow from the case. */
  implied: Record<string, string>;
  /** Id of the question that the page asks above, beside the number to call. */
  askedAbove: string | undefined;
  onContext(context: Record<string, string>): void;
  /** Advice for the answers so far. */
  children: ComponentChildren;
}

/** Shows the context questions that change the advice, one at a time, in the order of the engine. */
export function CaseHandler({ view, severity, context, implied, askedAbove, onContext, children }: Props) {
  const { description, policy, say } = view;
  const words = intakeMessagesFor(view.language).who;
  const { tier, ...answers } = context;
  const settled = { ...implied, ...answers };
  const next = policy.nextContext({
    severity,
    ...(tier === undefined ? {} : { tier }),
    context: askedAbove === undefined ? settled : withAnswer(settled, askedAbove, notSure),
  });
  const answered = (description.context ?? []).filter(({ id }) => Object.hasOwn(answers, id));
  const moved = useRef(false);
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.heading}</h2>
      {next === null ? (
        askedAbove === undefined && <p role="status">{words.done}</p>
      ) : (
        <>
          <p class="muted">{words.intro}</p>
          <ContextQuestionForm
            key={next.id}
            view={view}
            question={next}
            takesFocus={moved.current}
            onAnswer={(answer) => {
              moved.current = true;
              onContext({ ...context, [next.id]: answer });
            }}
          />
        </>
      )}
      {children}
      {answered.length > 0 && (
        <details>
          <summary>{words.answered}</summary>
          <dl class="answered">
            {answered.map(({ id, text, options }) => (
              <div key={id}>
                <dt>{say(text)}</dt>
                <dd>
                  {ownValue(answers, id) === notSure
                    ? words.notSure
                    : say(options.find((option) => option.id === ownValue(answers, id))?.text)}
                  <button
                    type="button"
                    class="link target"
                    onClick={() => onContext(withAnswer(context, id, undefined))}
                  >
                    {words.change}
                    <span class="hidden"> {words.changeWhat(say(text))}</span>
                  </button>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

interface ContextQuestionProps {
  view: ViewContext;
  question: NextContext;
  takesFocus: boolean;
  onAnswer(answer: string): void;
}

function ContextQuestionForm({ view, question, takesFocus, onAnswer }: ContextQuestionProps) {
  const { say, description } = view;
  const words = intakeMessagesFor(view.language).who;
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, []);
  const clauses = new Set(
    (description.advice ?? []).flatMap(({ when, clause }) =>
      ownValue(when, question.id) && clause !== undefined ? [clause] : [],
    ),
  );
  const options = [...question.options, { id: notSure, text: null, help: undefined }];
  return (
    <fieldset ref={box} class="ask" part="question" tabIndex={-1} aria-describedby="ask-left ask-missing">
      <legend>{say(question.text)}</legend>
      <p id="ask-left" class="small muted">
        {words.left(question.worst)}
        {[...clauses].slice(0, 3).map((clause) => (
          <Cite key={clause} view={view} clause={clause} />
        ))}
      </p>
      {question.help !== undefined && <p class="muted">{say(question.help)}</p>}
      <p id="ask-missing" class="missing" role="alert">
        {missing && words.missing}
      </p>
      {options.map((option) => (
        <label key={option.id} class="choice">
          <input
            type="radio"
            name={`ask-${question.id}`}
            value={option.id}
            checked={chosen === option.id}
            onChange={() => setChosen(option.id)}
          />
          <span>
            {option.text === null ? words.notSure : say(option.text)}
            {option.help !== undefined && <span class="muted">{say(option.help)}</span>}
          </span>
        </label>
      ))}
      <div class="actions">
        <button type="button" onClick={() => (chosen === null ? setMissing(true) : onAnswer(chosen))}>
          {words.next}
        </button>
      </div>
    </fieldset>
  );
}
