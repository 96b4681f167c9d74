import { useEffect } from "preact/hooks";

import { type CaseFacts, millisecondsOf } from "../../index.js";
import { AdviceList } from "../shared/advice.js";
import type { Scene } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { useNow } from "../shared/ticker.js";
import { FirstMeasure, OtherMeasure } from "./measure.js";

interface Props {
  scene: Scene;
  facts: CaseFacts;
  onState(measure: string, state: string): void;
}

/** The case as of now, anew each minute. */
export function Clock({ scene, facts, onState }: Props) {
  const { policy, description, messages, format, say } = scene;
  const now = useNow(scene, () => "minute");
  const submittedAt = millisecondsOf(facts.submittedAt);
  const at = Math.max(now, submittedAt);
  const { targets } = policy.evaluate(facts, at);
  const advice = policy.advise(facts, at);
  const states = targets.map(({ objective, state }) => `${objective.measure} ${state}`).join();
  useEffect(() => {
    for (const { objective, state } of targets) onState(objective.measure, state);
  }, [states]);

  const severity =
    facts.severityChanges?.findLast((change) => millisecondsOf(change.at) <= at)?.severity ?? facts.severity;
  const rank = rankOf(description.severities, severity);
  const [first, ...others] = targets;
  const isLate = advice[0]?.kind === "escalate";
  return (
    <div class="clock">
      <p class={`chosen level-${rank}`}>
        <Mark rank={rank} /> <strong>{say(description.severities[rank - 1]?.name)}</strong>
        <span class="muted">{say(description.tiers?.find(({ id }) => id === facts.tier)?.name)}</span>
      </p>
      {first !== undefined && (
        <>
          <FirstMeasure scene={scene} facts={{ ...facts, submittedAt }} target={first} now={at} />
          <p class="small muted">{messages.due.counted(format.dateTime(first.timeline[0]?.from ?? submittedAt))}</p>
          <p class="small muted" part="standing">
            {scene.standing(policy.expect(facts).standing)}
          </p>
        </>
      )}
      {others.map((target) => (
        <OtherMeasure key={target.objective.measure} scene={scene} target={target} now={at} />
      ))}
      {isLate && <AdviceList scene={scene} advice={advice} kind="escalate" heading={messages.result.late} level={2} />}
    </div>
  );
}
