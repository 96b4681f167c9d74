import type { Classification } from "../../index.js";
import { Cites } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import type { Path } from "./path.js";

/** The reasons of a severity: the answers that decide and the clauses behind them; and the changes that lead to another. */
export function Reasons({ scene, found, path }: { scene: Scene; found: Classification; path: Path }) {
  const { description, messages, say } = scene;
  const question = (id: string) => description.questions?.find((each) => each.id === id);
  const option = (of: string, id: string) => say(question(of)?.options.find((each) => each.id === id)?.text);
  const because = Object.entries(found.because);
  const definition = description.severities.find(({ id }) => id === found.severity)?.definition;
  // Only a question that was left open can still decide.
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
          <Cites scene={scene} clauses={found.clauses} />
        </p>
      ) : (
        // The visitor left it open: the description is not silent, and no clause of it decided.
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
