import { useEffect } from "preact/hooks";

import { type CaseFacts, millisecondsOf, type TargetEvaluation } from "../../index.js";
import { clockMessagesFor } from "../../messages/clock.js";
import { AdviceList } from "../shared/advice.js";
import { useNow } from "../shared/countdown.js";
import { countedUntil, Due, DueTime, FiledAs, noDueTime, TargetNotes } from "../shared/due.js";
import type { ViewContext } from "../shared/element.js";
import { SectionLevel } from "../shared/heading.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Timeline } from "../shared/timeline.js";

interface Props {
  view: ViewContext;
  facts: CaseFacts;
  onState(measure: string, state: string): void;
}

/** Shows the case at the current time, updated each minute. */
export function Clock({ view, facts, onState }: Props) {
  const { policy, description, messages, format, say } = view;
  const now = useNow(view, () => "minute");
  const submittedAt = millisecondsOf(facts.submittedAt);
  const at = Math.max(now, submittedAt);
  const { targets, filedAs } = policy.evaluate(facts, at);
  const { advice } = policy.advise(facts, at);
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
    <SectionLevel.Provider value={2}>
      <div class="clock">
        <p class={`chosen level-${rank}`}>
          <Mark rank={rank} /> <strong>{say(description.severities[rank - 1]?.name)}</strong>
          <span class="muted">{say(description.tiers?.find(({ id }) => id === facts.tier)?.name)}</span>
        </p>
        {first !== undefined && (
          <>
            <FirstMeasure view={view} facts={{ ...facts, submittedAt }} target={first} filedAs={filedAs} now={at} />
            <p class="small muted">
              {messages.due.counted(format.dateTimeWithZone(first.timeline[0]?.from ?? submittedAt))}
            </p>
            <p class="small muted" part="standing">
              {view.standing(policy.expect(facts).standing)}
            </p>
          </>
        )}
        {others.map((target) => (
          <OtherMeasure key={target.objective.measure} view={view} facts={facts} target={target} now={at} />
        ))}
        {isLate && <AdviceList view={view} advice={advice} kind="escalate" heading={messages.result.late} />}
      </div>
    </SectionLevel.Provider>
  );
}

interface MeasureProps {
  view: ViewContext;
  facts: CaseFacts & { submittedAt: number };
  target: TargetEvaluation;
  /** The severity as which the tier files the case, if it does not offer that of the facts. */
  filedAs: string | undefined;
  now: number;
}

/** Shows the first measure as the wizard does, or the remaining time while it is paused. */
export function FirstMeasure({ view, facts, target, filedAs, now }: MeasureProps) {
  if (target.dueAt !== null) return <Due view={view} facts={facts} targets={[target]} filedAs={filedAs} now={now} />;
  return (
    <div class="due" part="due">
      <FiledAs view={view} tier={facts.tier} severity={filedAs} />
      <NoDueTime view={view} target={target} now={now} />
    </div>
  );
}

/** Shows another measure: its due time, its state, and how its time is counted until then. */
function OtherMeasure({ view, facts, target, now }: Omit<MeasureProps, "filedAs" | "facts"> & { facts: CaseFacts }) {
  const { messages, say } = view;
  const { objective, state, dueAt } = target;
  const isRunning = state === "on-track" || state === "at-risk";
  const timeline = isRunning ? countedUntil(view, facts, target) : target.timeline;
  return (
    <div class="other" part="due">
      <p class="expected">
        <span class="measure">{dueAt === null ? say(objective.name) : messages.due.expected(say(objective.name))}</span>{" "}
        {dueAt !== null && <DueTime view={view} target={target} now={now} />}
      </p>
      {dueAt === null ? (
        <NoDueTime view={view} target={target} now={now} named />
      ) : (
        <>
          {state === "overdue" && <p class="overdue">{messages.due.overdue}</p>}
          {(state === "met" || state === "missed") && <p>{messages.due[state](say(objective.name))}</p>}
          <TargetNotes view={view} target={target} />
          <Timeline view={view} timeline={timeline} dueAt={dueAt} now={now} label={countingOf(view, target)} />
        </>
      )}
    </div>
  );
}

/**
 * Shows the reason why a measure has no due time; while it is paused, also the remaining time and how the time was counted so
 * far.
 */
function NoDueTime({ view, target, now, named }: Omit<MeasureProps, "facts" | "filedAs"> & { named?: boolean }) {
  const { messages, language, format, say } = view;
  const { objective, state, remainingSeconds: left } = target;
  const words = clockMessagesFor(language);
  return (
    <>
      <p class="no-due-time">
        {state === "met" || state === "missed"
          ? messages.due[state](say(objective.name))
          : noDueTime(view, target, named ? "beside the name" : "alone")}
      </p>
      {state === "paused" && left !== null && (
        <p class="paused-time">
          {left < 0 ? words.pausedOver(format.duration(-left)) : words.pausedLeft(format.duration(left))}
        </p>
      )}
      {objective.bound !== null && (
        <Timeline view={view} timeline={target.timeline} dueAt={null} now={now} label={countingOf(view, target)} />
      )}
    </>
  );
}

/** Returns the heading of the timeline of a measure, which names the measure. */
const countingOf = ({ language, messages, say }: ViewContext, { objective }: TargetEvaluation): string =>
  clockMessagesFor(language).counting(messages.timeline.heading, say(objective.name));

/** CSS of the clock alone. */
export const styles = `
.clock {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space));
  padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius));
}
.clock .heading { font-size: 1em; }
.clock .other { padding-block-start: calc(3 * var(--_space)); border-block-start: 1px solid var(--_border); }
`;
