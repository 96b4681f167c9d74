import type { Scene } from "../shared/element.js";
import type { Path } from "./path.js";

interface Props {
  scene: Scene;
  path: Path;
  onChange(step: number): void;
  onRestart(): void;
}

/** The answers on the way, each with a link to change it. */
export function Answered({ scene, path, onChange, onRestart }: Props) {
  const { messages, say } = scene;
  return (
    <section class="answered">
      <h3>{messages.result.answers}</h3>
      <dl>
        {path.steps.map(({ question, answer }, step) => (
          <div key={question.id}>
            <dt>{say(question.text)}</dt>
            <dd>
              {answerText(scene, question.options, answer)}{" "}
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

/** The words of an answer. */
export function answerText(
  { messages, say }: Scene,
  options: Path["steps"][number]["question"]["options"],
  answer: string | string[],
): string {
  const ids = typeof answer === "string" ? [answer] : answer;
  const words = ids.map((id) => options.find((option) => option.id === id)?.text).filter((text) => text !== undefined);
  return words.length === 0 ? messages.wizard.notSure : words.map(say).join(" / ");
}
