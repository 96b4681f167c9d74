import type { CaseFacts, TargetEvaluation } from "../../index.js";
import { Cite } from "./policy-text.js";
import { Countdown } from "./countdown.js";
import type { ViewContext } from "./element.js";
import { Timeline } from "./timeline.js";
import { ownValue } from "../../text/lookup.js";
import { targetText } from "../../text/targets.js";

interface Props {
  view: ViewContext;
  facts: CaseFacts & { submittedAt: number };
  /** Evaluation of the case at `now`. */
  targets: TargetEvaluation[];
  /** The severity as which the tier files the case, if it does not offer that of the facts. */
  filedAs: string | undefined;
  now: number;
  /** Whether the page shows elsewhere by how much the case is late. */
  isLateShown?: boolean;
}

/** Shows the due times: that of the first measure in the largest figures, the others below it, and how the time was counted. */
export function Due({ view, facts, targets, filedAs, now, isLateShown = false }: Props) {
  const [first, ...others] = targets;
  if (first === undefined) return null;
  return (
    <div class="due" part="due">
      <FiledAs view={view} tier={facts.tier} severity={filedAs} />
      <FirstTarget view={view} target={first} facts={facts} now={now} isLateShown={isLateShown} />
      {others.length > 0 && (
        <dl class="others">
          {others.map((target) => (
            <div key={target.objective.id}>
              <dt>{view.say(target.objective.name)}</dt>
              <dd>
                {target.dueAt === null ? (
                  noDueTime(view, target, "beside the name")
                ) : (
                  <DueTime view={view} target={target} now={now} />
                )}
                <TargetNotes view={view} target={target} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Shows by how much each target is overdue. */
export function Overdue({ view, targets, now }: Pick<Props, "view" | "targets" | "now">) {
  const { messages, format, say } = view;
  const late = targets.filter(({ state }) => state === "overdue");
  return (
    <div class="how-late">
      {late.map(({ objective, dueAt }) => (
        <p key={objective.id} class="overdue">
          {messages.due.lateBy(say(objective.name), format.duration((now - Date.parse(dueAt ?? "")) / 1_000))}
        </p>
      ))}
    </div>
  );
}

/** Shows the targets of a case without a time of submission: amounts of time, and no due time. */
export function TargetList({ view, targets }: Pick<Props, "view" | "targets">) {
  return (
    <dl class="others">
      {targets.map((target) => (
        <div key={target.objective.id}>
          <dt>{view.say(target.objective.name)}</dt>
          <dd>
            {promiseText(view, target)}
            <Cite view={view} clause={target.objective.clause} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Returns the target as an amount of time, else the reason why there is none. */
export const promiseText = (view: ViewContext, target: TargetEvaluation): string =>
  targetText(view, target.objective, view.messages.due.target, "long") ?? noDueTime(view, target, "beside the name");

/** Shows the severity as which the tier files a case whose severity it does not offer. */
export function FiledAs({ view, tier, severity }: { view: ViewContext; tier: string; severity: string | undefined }) {
  const { description, messages, say } = view;
  const own = description.tiers?.find(({ id }) => id === tier);
  const filed = description.severities.find(({ id }) => id === severity);
  if (own === undefined || filed === undefined) return null;
  return (
    <p>
      {messages.due.filedAs(say(own.name), say(filed.name))}
      <Cite view={view} clause={own.clause} />
    </p>
  );
}

/** Shows the policy's note beside a due time, and that holidays before it may be unknown. */
export function TargetNotes({ view, target }: { view: ViewContext; target: TargetEvaluation }) {
  const { objective, notes, dueAt } = target;
  if (dueAt === null) return null;
  return (
    <>
      {objective.note !== undefined && <p class="muted">{view.say(objective.note)}</p>}
      {notes?.includes("holidays-unknown") && <p class="muted">{view.messages.due.holidaysUnknown}</p>}
    </>
  );
}

/** Shows the first measure: its due time, the remaining time, and how the time was counted. */
function FirstTarget({
  view,
  target,
  facts,
  now,
  isLateShown = false,
}: Omit<Props, "targets" | "filedAs"> & { target: TargetEvaluation }) {
  const { messages, format, say, policy } = view;
  const { objective, dueAt, state } = target;
  const text = targetText(view, objective, messages.due.target, "long");
  if (dueAt === null || text === null) {
    return <p class="no-due-time">{noDueTime(view, target, "alone")}</p>;
  }
  const counted = countedUntil(view, facts, target);
  const desk = deskTime(view, objective.calendar, dueAt);
  const [start, opening] = [counted[0], counted.find(({ kind }) => kind === "counted")];
  const opens = start?.kind === "closed" || start?.kind === "holiday" ? (opening?.from ?? null) : null;
  const isRunning = state === "on-track" || state === "at-risk" || state === "overdue";
  return (
    <>
      <p class="expected">
        <span class="measure">{messages.due.expected(say(objective.name))}</span>{" "}
        <DueTime view={view} target={target} now={now} large />
        <span class="target muted">
          {text}
          <Cite view={view} clause={objective.clause} />
        </span>
      </p>
      {isRunning && (
        <Countdown
          view={view}
          target={target}
          start={facts.submittedAt}
          isSpokenOnly={isLateShown && state === "overdue"}
        />
      )}
      {isRunning && counted.length > 1 && target.remainingSeconds !== null && target.remainingSeconds > 0 && (
        <p class="muted">{messages.due.openLeft(format.duration(target.remainingSeconds))}</p>
      )}
      {(state === "met" || state === "missed") && <p>{messages.due[state](say(objective.name))}</p>}
      {opens !== null && Date.parse(opens) > now && <p>{messages.due.opens(format.dateTime(opens))}</p>}
      <TargetNotes view={view} target={target} />
      {desk !== null && <p class="muted small">{messages.due.deskZone(desk)}</p>}
      {counted.length > 1 && (
        <Timeline view={view} timeline={counted} dueAt={dueAt} now={now} key={`${policy.id} ${dueAt}`} />
      )}
    </>
  );
}

/** Shows a due time as "before 2:44 a.m. (EST) tomorrow", with the day unless it is today. */
export function DueTime({
  view,
  target,
  now,
  large,
}: {
  view: ViewContext;
  target: TargetEvaluation;
  now: number;
  large?: boolean;
}) {
  const { messages, format } = view;
  const { objective, dueAt } = target;
  if (dueAt === null) return null;
  const day = format.isSameDay(dueAt, now) ? null : <span class="day">{format.onDay(dueAt, now)}</span>;
  const time = (
    <time dateTime={dueAt} class={large ? "figure moment" : "figure"}>
      {format.timeWithZone(dueAt)}
    </time>
  );
  return (
    <span class="when">
      {objective.bound === "under" ? messages.due.before(time, day) : messages.due.by(time, day)}
    </span>
  );
}

/** Returns the reason why there is no due time, as a sentence or as a note beside the name of the measure. */
export function noDueTime(
  { messages, say, format, description }: Pick<ViewContext, "messages" | "say" | "format" | "description">,
  { objective, state, dependsOn, earliestDueAt, latestDueAt }: TargetEvaluation,
  place: "alone" | "beside the name",
): string {
  if (state === "not-started") return messages.due.notStarted;
  if (dependsOn !== undefined) {
    const named: Record<string, string> = { channel: messages.due.channel, zone: messages.due.zone };
    const questions = dependsOn.map((id) => {
      const question = description.context?.find((question) => question.id === id);
      return question === undefined ? (ownValue(named, id) ?? id) : say(question.text);
    });
    const moment = (at: string | undefined) => (at === undefined ? null : format.dateTimeWithZone(at));
    return messages.due.depends(questions.join(" · "), moment(earliestDueAt), moment(latestDueAt));
  }
  if (objective.bound === null && objective.note !== undefined) {
    return place === "alone" ? `${say(objective.name)}: ${say(objective.note)}` : say(objective.note);
  }
  if (objective.bound === null)
    return place === "alone" ? messages.due.notStated(say(objective.name)) : messages.due.none;
  return state === "paused" ? messages.due.paused : messages.due.never;
}

/** Returns the timeline of a target from its start to the due time, although that may lie ahead. */
export function countedUntil(
  { policy }: ViewContext,
  facts: CaseFacts,
  { objective, dueAt, timeline }: TargetEvaluation,
): TargetEvaluation["timeline"] {
  if (dueAt === null) return timeline;
  const { targets } = policy.evaluate(facts, dueAt);
  return targets.find(({ objective: { id } }) => id === objective.id)?.timeline ?? [];
}

/** Returns the due time in the support desk's time zone, if it differs from the visitor's; else null. */
function deskTime({ description, format, withZone }: ViewContext, calendar: string, dueAt: string): string | null {
  const zone = ownValue(description.calendars, calendar)?.zone;
  if (typeof zone !== "string") return null;
  const desk = withZone(zone);
  return desk.dateTime(dueAt) === format.dateTime(dueAt) ? null : desk.dateTimeWithZone(dueAt);
}
