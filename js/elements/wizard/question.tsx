import { useEffect, useRef, useState } from "preact/hooks";

import type { NextQuestion } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import { Unbroken } from "../shared/policy-text.js";
import { whenUnsure } from "./path.js";

/** Answer of a visitor who is not sure: every option stays possible. */
export const notSure = "unknown";

interface Props {
  view: ViewContext;
  question: NextQuestion;
  /** Number of questions answered so far. */
  before: number;
  /** The earlier answer to this question, or one that was chosen and not yet sent. */
  answer: string | string[] | undefined;
  /** Whether the heading takes the focus: after every step, but not when the page opens. */
  takesFocus: boolean;
  /** Takes an answer that is chosen and not yet sent. */
  onChoose(answer: string): void;
  onAnswer(answer: string): void;
  /** Called if Continue was pressed without an answer. */
  onMissing(): void;
  onBack: (() => void) | null;
}

/** Shows one question: its heading, one card per option, "I am not sure", and Continue. */
export function Question({ view, question, before, answer, takesFocus, onChoose, onAnswer, onMissing, onBack }: Props) {
  const { messages, say } = view;
  const [chosen, setChosen] = useState<string | null>(typeof answer === "string" ? answer : null);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  useEffect(() => {
    if (missing) form.current?.querySelector<HTMLElement>("input")?.focus();
  }, [missing]);

  const choose = (id: string) => {
    setChosen(id);
    onChoose(id);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen !== null) return onAnswer(chosen);
    setMissing(true);
    onMissing();
  };
  const help = question.help === undefined ? null : "hint";
  const described = [help, missing ? "missing" : null].filter(Boolean).join(" ");
  const most = question.exact ? before + question.worst : null;
  const options = [...question.options].reverse();
  return (
    // Pressed before any script runs, a form of this method leaves the page as it is.
    <form ref={form} method="dialog" noValidate part="question">
      {onBack !== null && (
        <button type="button" class="link target back" onClick={onBack}>
          {messages.wizard.back}
        </button>
      )}
      <fieldset aria-describedby={described || undefined} aria-invalid={missing}>
        <legend>
          <span class="progress muted small">{messages.wizard.progress(before + 1, most)}</span>
          <h2 ref={heading} tabIndex={-1}>
            <Unbroken text={say(question.text)} />
          </h2>
        </legend>
        {help !== null && (
          <p id="hint" class="hint muted">
            {say(question.help)}
          </p>
        )}
        <p id="missing" class="missing" role="alert">
          {missing && messages.wizard.missing}
        </p>
        <div class="cards">
          {options.map((option) => (
            <Card key={option.id} id={option.id} chosen={chosen} onChoose={choose}>
              <span class="card-text">{say(option.text)}</span>
              {option.help !== undefined && <span class="card-help muted">{say(option.help)}</span>}
            </Card>
          ))}
          <Card id={notSure} chosen={chosen} onChoose={choose} quiet>
            <span class="card-text">{messages.wizard.notSure}</span>
            <span class="card-help muted">{messages.wizard.notSureHelp[whenUnsure(view.description)]}</span>
          </Card>
        </div>
      </fieldset>
      <div class={chosen === null ? "actions" : "actions ready"}>
        {/* The handler is on the click, which Enter fires as well, because a sandboxed frame may refuse to submit forms. */}
        <button type="submit" class="primary" part="continue" onClick={submit}>
          {messages.wizard.continue}
        </button>
      </div>
    </form>
  );
}

interface CardProps {
  id: string;
  chosen: string | null;
  quiet?: boolean;
  onChoose(id: string): void;
  children: preact.ComponentChildren;
}

function Card({ id, chosen, quiet, onChoose, children }: CardProps) {
  return (
    <label class={quiet ? "card quiet" : "card"} part="option">
      <input type="radio" name="answer" value={id} checked={chosen === id} onChange={() => onChoose(id)} />
      <span>{children}</span>
    </label>
  );
}
