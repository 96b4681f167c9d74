import type { CaseFacts, TargetEvaluation } from "../../index.js";
import { clockMessagesFor } from "../../messages/clock.js";
import { Due, When, without } from "../shared/due.js";
import type { Scene } from "../shared/element.js";
import { Timeline } from "../shared/timeline.js";

interface Props {
  scene: Scene;
  facts: CaseFacts & { submittedAt: number };
  target: TargetEvaluation;
  now: number;
}

/** The first measure: as wizard and calculator show it, and the time that remains while it is paused. */
export function FirstMeasure({ scene, facts, target, now }: Props) {
  if (target.dueAt !== null) return <Due scene={scene} facts={facts} targets={[target]} now={now} />;
  return (
    <div class="due" part="due">
      <Undue scene={scene} target={target} now={now} />
    </div>
  );
}

/** Another measure: its deadline, its state, and how its time was counted so far. */
export function OtherMeasure({ scene, target, now }: Omit<Props, "facts">) {
  const { messages, say } = scene;
  const { objective, state, dueAt } = target;
  return (
    <div class="other" part="due">
      <p class="expected">
        <span class="measure">{dueAt === null ? say(objective.name) : messages.due.expected(say(objective.name))}</span>{" "}
        {dueAt !== null && <When scene={scene} target={target} now={now} />}
      </p>
      {dueAt === null ? (
        <Undue scene={scene} target={target} now={now} named />
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

/** A measure without a deadline: the reason, and while it is paused the time that remains and how it was counted so far. */
function Undue({ scene, target, now, named }: Omit<Props, "facts"> & { named?: boolean }) {
  const { messages, language, format, say } = scene;
  const { objective, state, remainingSeconds: left } = target;
  const words = clockMessagesFor(language);
  return (
    <>
      <p class="undue">
        {state === "met" || state === "missed"
          ? messages.due[state](say(objective.name))
          : without(scene, target, named ? "beside the name" : "alone")}
      </p>
      {state === "paused" && left !== null && (
        <p class="held">
          {left < 0 ? words.pausedOver(format.duration(-left)) : words.pausedLeft(format.duration(left))}
        </p>
      )}
      {objective.bound !== null && (
        <Timeline scene={scene} timeline={target.timeline} dueAt={null} now={now} label={countingOf(scene, target)} />
      )}
    </>
  );
}

/** Heading of the timeline of a measure, different for each. */
const countingOf = ({ language, messages, say }: Scene, { objective }: TargetEvaluation): string =>
  clockMessagesFor(language).counting(messages.timeline.heading, say(objective.name));
