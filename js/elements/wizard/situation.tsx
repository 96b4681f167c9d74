import { useMemo } from "preact/hooks";

import type { ContextQuestion } from "../../index.js";
import type { Scene } from "../shared/element.js";
import { factsOf } from "./expectation.js";
import { ownValue } from "../shared/own.js";

interface Props {
  scene: Scene;
  severity: string;
  context: Record<string, string>;
  submittedAt: number;
  onContext(context: Record<string, string>): void;
}

/** The questions of the policy about the customer, as far as their answers change what is advised here. */
export function Situation({ scene, severity, context, submittedAt, onContext }: Props) {
  const { messages, say } = scene;
  const questions = useMemo(() => relevant(scene, severity, context, submittedAt), [scene.policy, severity, context]);
  if (questions.length === 0) return null;
  const choose = (id: string, value: string) => {
    const { [id]: _, ...others } = context;
    onContext(value === "" ? others : { ...others, [id]: value });
  };
  return (
    <details class="situation no-print">
      <summary>{messages.result.situation}</summary>
      <p class="muted small">{messages.result.situationHelp}</p>
      {questions.map(({ id, text, options }) => (
        <div class="field" key={id}>
          <label for={`context-${id}`}>{say(text)}</label>
          <select
            id={`context-${id}`}
            value={ownValue(context, id) ?? ""}
            onChange={(event) => choose(id, event.currentTarget.value)}
          >
            <option value="">{messages.result.notSaid}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {say(option.text)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </details>
  );
}

/** Questions that are answered, or whose answers lead to different advice, but for those that the page answers. */
function relevant(
  { policy, description, given: known }: Scene,
  severity: string,
  context: Record<string, string>,
  at: number,
): ContextQuestion[] {
  const tiers = context["tier"] === undefined ? (description.tiers ?? []).map(({ id }) => id) : [context["tier"]];
  const adviceFor = (given: Record<string, string>) =>
    tiers
      .map((tier) => policy.expect(factsOf(tier, severity, given, at)))
      .map(({ advice, standing }) => [standing, ...advice.map(({ id }) => id)].join())
      .join(";");
  return (description.context ?? []).filter(({ id, options }) => {
    if (Object.hasOwn(known, id)) return false;
    if (Object.hasOwn(context, id)) return true;
    const { [id]: _, ...others } = context;
    const outcomes = new Set(options.map((option) => adviceFor({ ...others, [id]: option.id })));
    return outcomes.size > 1;
  });
}
