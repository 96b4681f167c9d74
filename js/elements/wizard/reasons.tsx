import type { Classification } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import { SectionHeading } from "../shared/heading.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Cite, Cites } from "../shared/policy-text.js";
import { type Path, whenUnsure } from "./path.js";

/**
 * Shows the reasons of a severity: the deciding answers with their clauses, and the changes that would lead to another
 * severity.
 */
export function Reasons({ view, found, severity }: { view: ViewContext; found: Classification; severity: string }) {
  const { description, messages, say } = view;
  const question = (id: string) => description.questions?.find((each) => each.id === id);
  const option = (of: string, id: string) => say(question(of)?.options.find((each) => each.id === id)?.text);
  const because = Object.entries(found.because);
  const name = (id: string) => say(description.severities.find((each) => each.id === id)?.name);
  return (
    <section class="reasons">
      <SectionHeading>{messages.result.why}</SectionHeading>
      {found.severity !== severity && <p>{messages.result.assigned(name(found.severity))}</p>}
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
      {found.decided && (
        <p>
          {messages.result[found.basis]}
          <Cites view={view} clauses={found.clauses} />
        </p>
      )}
      <Definitions view={view} severity={severity} />
      {found.whatIf.length > 0 && (
        <details>
          <summary>{messages.result.otherwise}</summary>
          <ul class="what-if">
            {found.whatIf.map(({ severity: other, change }) => {
              const changes = Object.entries(change);
              return (
                <li key={other}>
                  {messages.result.wouldBe(<Level view={view} severity={other} />, changes.length)}
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

/** Shows the name of a severity with its mark. */
function Level({ view: { description, say }, severity }: { view: ViewContext; severity: string }) {
  const rank = rankOf(description.severities, severity);
  return (
    <strong class={`level level-${rank}`}>
      <Mark rank={rank} /> {say(description.severities.find(({ id }) => id === severity)?.name)}
    </strong>
  );
}

/** Shows the definition of the severity, and the table of all definitions with the row of the severity marked. */
export function Definitions({ view, severity }: { view: ViewContext; severity: string }) {
  const { description, messages, say } = view;
  const defined = description.severities.filter(({ definition }) => definition !== undefined);
  const own = defined.find(({ id }) => id === severity);
  return (
    <>
      {own !== undefined && <blockquote class="muted">{say(own.definition)}</blockquote>}
      {defined.length > 1 && (
        <details class="definitions">
          <summary>{messages.result.definitions}</summary>
          <table class="small">
            <tbody>
              {defined.map(({ id, definition, clause }) => (
                <tr key={id} aria-current={id === severity ? "true" : undefined}>
                  <th scope="row">
                    <Level view={view} severity={id} />
                  </th>
                  <td>
                    {say(definition)}
                    <Cite view={view} clause={clause} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

interface UnsureProps {
  view: ViewContext;
  found: Classification;
  path: Path;
  onChange(step: number): void;
}

/**
 * Shows which answers were left open, which severity was taken for that reason, and which single answer would lead to another
 * one. Each is a button that opens its question.
 */
export function Unsure({ view, found, path, onChange }: UnsureProps) {
  const { policy, description, messages, say } = view;
  const words = messages.unsure;
  const rule = whenUnsure(description);
  const open = path.steps.flatMap(({ question, answer }, step) =>
    answer === "unknown" || Array.isArray(answer) ? [{ question, answer, step }] : [],
  );
  const singles = open.flatMap(({ question, answer, step }) =>
    question.options
      .filter(({ id }) => answer === "unknown" || answer.includes(id))
      .flatMap((option) => {
        const { severity } = policy.classify({ ...path.answers, [question.id]: option.id });
        return severity === found.severity ? [] : [{ question, option, severity, step }];
      }),
  );
  const Change = ({ step, text }: { step: number; text: string }) => (
    <button type="button" class="link" onClick={() => onChange(step)}>
      {text}
    </button>
  );
  return (
    <section class="unsure">
      <p>
        <strong>{words.open(open.length)}</strong> {words.taken[rule]}
      </p>
      <ul>
        {open.map(({ question, step }) => (
          <li key={question.id}>
            <Change step={step} text={say(question.text)} />
          </li>
        ))}
      </ul>
      <p>{singles.length === 0 ? words.noSingle[rule] : words.single[rule]}</p>
      {singles.length > 0 && (
        <ul>
          {singles.map(({ question, option, severity, step }) => (
            <li key={`${question.id} ${option.id}`}>
              <Change step={step} text={say(option.text)} /> → <Level view={view} severity={severity} />
            </li>
          ))}
        </ul>
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
      {path.steps.length > 0 && <SectionHeading>{messages.result.answers}</SectionHeading>}
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
