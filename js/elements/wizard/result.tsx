import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { AdviceList } from "../shared/advice.js";
import { Due } from "../shared/due.js";
import type { Scene } from "../shared/element.js";
import { Handover, handoverOf } from "./handover.js";
import { Mark, rankOf } from "../shared/marks.js";
import { useNow } from "../shared/countdown.js";
import { Answered, Reasons } from "./reasons.js";
import { expectation } from "./expectation.js";
import { type Path, whenUnsure } from "./path.js";
import { Situation, TierChoice } from "./customer.js";

interface Props {
  scene: Scene;
  path: Path;
  context: Record<string, string>;
  takesFocus: boolean;
  onContext(context: Record<string, string>): void;
  onChange(step: number): void;
  onRestart(): void;
}

/** The level, what to do, by when somebody responds, and why: in this order. */
export function Result({ scene, path, context, takesFocus, onContext, onChange, onRestart }: Props) {
  const { policy, description, messages, say } = scene;
  const heading = useRef<HTMLHeadingElement>(null);
  const [submittedAt, setSubmittedAt] = useState(scene.now);
  const now = useNow(scene, () => "minute");

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);

  const found = useMemo(() => policy.classify(path.answers), [policy, path]);
  const rank = rankOf(description.severities, found.severity);
  const severity = description.severities.find(({ id }) => id === found.severity);
  const expected = expectation(scene, found.severity, context, submittedAt, now);
  const handover = handoverOf(scene, { path, found, context, submittedAt, expected });
  // The engine orders advice by urgency: once the deadline has passed, escalation comes first.
  const isLate = expected.advice[0]?.kind === "escalate";
  const escalation = (
    <AdviceList
      scene={scene}
      advice={expected.advice}
      kind="escalate"
      heading={isLate ? messages.result.late : messages.result.escalate}
    />
  );
  return (
    <article class="result" part="result">
      <header class={`verdict level-${rank}`} part="severity">
        <Mark rank={rank} />
        <div>
          <p class="level">{messages.result.severity(severity?.level ?? rank)}</p>
          <h2 ref={heading} tabIndex={-1}>
            {say(severity?.name)}
          </h2>
        </div>
      </header>
      {!found.decided && <p class="unsure">{messages.result.unsure[whenUnsure(description)]}</p>}

      {isLate && escalation}
      <AdviceList scene={scene} advice={expected.advice} kind="act" heading={messages.result.now} ordered />

      <section class="time">
        <TierChoice
          scene={scene}
          severity={found.severity}
          context={context}
          submittedAt={submittedAt}
          now={now}
          onContext={onContext}
        />
        {expected.facts !== null && <Due scene={scene} facts={expected.facts} targets={expected.targets} now={now} />}
        <p class="small muted">
          {messages.due.counted(scene.format.dateTime(submittedAt))}{" "}
          <button type="button" class="link no-print" onClick={() => setSubmittedAt(scene.now())}>
            {messages.due.submitNow}
          </button>
        </p>
        <p class="small muted" part="standing">
          {messages.result.objectiveOnly} {scene.standing(expected.standing)}
        </p>
      </section>

      <Reasons scene={scene} found={found} path={path} />
      <AdviceList scene={scene} advice={expected.advice} kind="prepare" heading={messages.result.prepare} />
      {!isLate && escalation}
      <AdviceList scene={scene} advice={expected.advice} kind="know" heading={messages.result.know} />
      <Situation
        scene={scene}
        severity={found.severity}
        context={context}
        submittedAt={submittedAt}
        onContext={onContext}
      />
      <Handover scene={scene} {...handover} />
      <Answered scene={scene} path={path} onChange={onChange} onRestart={onRestart} />
    </article>
  );
}
