import type { CaseFacts, TargetEvaluation } from "../../index.js";
import { clockMessagesFor } from "../../messages/clock/index.js";
import { Due, When, without } from "../shared/due.js";
import type { Scene } from "../shared/element.js";
import { Timeline } from "../shared/timeline.js";

interface Props {
  scene: Scene;
  facts: CaseFacts & { submittedAt: number };
  target: TargetEvaluation;
  now: number;
}

/** The measure that stands first: as wizard and calculator show it, and on hold what is left of it. */
export function FirstMeasure({ scene, facts, target, now }: Props) {
  if (target.dueAt !== null) return <Due scene={scene} facts={facts} targets={[target]} now={now} />;
  return (
    <div class="due" part="due">
      <Undue scene={scene} target={target} now={now} />
    </div>
  );
}

/** Another measure: its deadline, how it stands, and how it was counted so far. */
export function OtherMeasure({ scene, target, now }: Omit<Props, "facts">) {
  const { messages, say } = scene;
  const { objective, state, dueAt } = target;
  return (
    <div class="other" part="due">
      <p class="expected">
        <span class="measure">{messages.due.expected(say(objective.name))}</span>{" "}
        {dueAt !== null && <When scene={scene} target={target} now={now} />}
      </p>
      {dueAt === null ? (
        <Undue scene={scene} target={target} now={now} />
      ) : (
        <>
          {state === "overdue" && <p class="overdue">{messages.due.overdue}</p>}
          {(state === "met" || state === "missed") && <p>{messages.due[state](say(objective.name))}</p>}
          <Timeline
            scene={scene}
            timeline={target.timeline}
            dueAt={dueAt}
            now={now}
            label={countingOf(scene, target)}
          />
        </>
      )}
    </div>
  );
}

/** A measure without a deadline: why there is none, and on hold what is left and how it was counted so far. */
function Undue({ scene, target, now }: Omit<Props, "facts">) {
  const { messages, language, format, say } = scene;
  const { objective, state, remainingSeconds: left } = target;
  const words = clockMessagesFor(language);
  return (
    <>
      <p class="undue">
        {state === "met" || state === "missed" ? messages.due[state](say(objective.name)) : without(scene, target)}
      </p>
      {state === "paused" && left !== null && (
        <p class="held">{left < 0 ? words.heldOver(format.duration(-left)) : words.heldLeft(format.duration(left))}</p>
      )}
      {objective.bound !== null && (
        <Timeline scene={scene} timeline={target.timeline} dueAt={null} now={now} label={countingOf(scene, target)} />
      )}
    </>
  );
}

/** What tells the countings of several measures apart. */
const countingOf = ({ language, messages, say }: Scene, { objective }: TargetEvaluation): string =>
  clockMessagesFor(language).counting(messages.timeline.heading, say(objective.name));
