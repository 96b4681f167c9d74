import type { Classification } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Cites } from "../shared/policy-text.js";
import type { Path } from "./path.js";

/**
 * Shows the reasons of a severity: the deciding answers with their clauses, and the changes that would lead to another
 * severity.
 */
export function Reasons({ view, found, path }: { view: ViewContext; found: Classification; path: Path }) {
  const { description, messages, say } = view;
  const question = (id: string) => description.questions?.find((each) => each.id === id);
  const option = (of: string, id: string) => say(question(of)?.options.find((each) => each.id === id)?.text);
  const because = Object.entries(found.because);
  const definition = description.severities.find(({ id }) => id === found.severity)?.definition;
  // Only a question without a definite answer can still decide.
  const open = found.decided ? [] : path.steps;
  const notSure = open.filter(({ answer }) => answer === "unknown").map((step) => say(step.question.text));
  const several = open.filter(({ answer }) => Array.isArray(answer));
  return (
    <section class="reasons">
      <h3>{messages.result.why}</h3>
      {because.length === 0 && found.decided && <p>{messages.result.anyAnswer}</p>}
      <ul>
        {because.map(([id, answers]) => (
          <li key={id}>
            {messages.result.answered(
              say(question(id)?.text),
              answers.map((each) => option(id, each)),
            )}
          </li>
        ))}
      </ul>
      {found.decided ? (
        <p>
          {messages.result[found.basis]}
          <Cites view={view} clauses={found.clauses} />
        </p>
      ) : (
        // The visitor was not sure, so no clause of the description decided.
        notSure.length > 0 && <p>{messages.result.notSure(notSure)}</p>
      )}
      {definition !== undefined && <blockquote class="muted">{say(definition)}</blockquote>}
      {several.map(({ question: { id, text } }) => (
        <p key={id}>{messages.result.settle(say(text))}</p>
      ))}
      {found.whatIf.length > 0 && (
        <details>
          <summary>{messages.result.otherwise}</summary>
          <ul class="what-if">
            {found.whatIf.map(({ severity, change }) => {
              const rank = rankOf(description.severities, severity);
              const name = say(description.severities.find(({ id }) => id === severity)?.name);
              const word = (
                <strong class={`level level-${rank}`}>
                  <Mark rank={rank} /> {name}
                </strong>
              );
              const changes = Object.entries(change);
              return (
                <li key={severity}>
                  {messages.result.wouldBe(word, changes.length)}
                  <ul>
                    {changes.map(([id, to]) => (
                      <li key={id}>{messages.result.answered(say(question(id)?.text), [option(id, to)])}</li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

interface Props {
  view: ViewContext;
  path: Path;
  onChange(step: number): void;
  onRestart(): void;
}

/** Lists the answers, each with a button to change it. */
export function AnsweredQuestions({ view, path, onChange, onRestart }: Props) {
  const { messages, say } = view;
  return (
    <section class="answered">
      <h3>{messages.result.answers}</h3>
      <dl>
        {path.steps.map(({ question, answer }, step) => (
          <div key={question.id}>
            <dt>{say(question.text)}</dt>
            <dd>
              {answerText(view, question.options, answer)}{" "}
              <button type="button" class="link target no-print" onClick={() => onChange(step)}>
                {messages.result.change}
                <span class="hidden"> {messages.result.changeWhat(say(question.text))}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="no-print" onClick={onRestart}>
        {messages.result.startOver}
      </button>
    </section>
  );
}

/** Returns the text of an answer. */
export function answerText(
  { messages, say }: ViewContext,
  options: Path["steps"][number]["question"]["options"],
  answer: string | string[],
): string {
  const ids = typeof answer === "string" ? [answer] : answer;
  const words = ids.map((id) => options.find((option) => option.id === id)?.text).filter((text) => text !== undefined);
  return words.length === 0 ? messages.wizard.notSure : words.map(say).join(" / ");
}
