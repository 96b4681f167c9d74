import { Chips } from "./chips.js";
import { ReportCharts } from "./charts.js";
import { nameOfComparison, namesOfFilter, noComparison, type Comparison } from "./comparison.js";
import { Cause, coverageText, focusPart } from "./coverage.js";
import { Exports } from "./exports.js";
import { Filters } from "./filters.js";
import { Goals, GoalSentence } from "./goals.js";
import { Groups } from "./groups.js";
import { Misses } from "./misses.js";
import { differenceOf, problemCount, overallGroup, overruns, trend, type Outcome } from "./outcome.js";
import { Problems } from "./problems.js";
import { readingFacts } from "./reading-facts.js";
import { pause } from "./reading/pieces.js";
import { isUnfiltered, type Filter } from "./settings.js";
import type { ViewContext } from "../shared/element.js";
import { fewCases, numbersIn, roundedDuration } from "../../text/numbers.js";
import type { ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import type { ComponentChildren, Ref } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  outcome: Outcome;
  /** Report on all cases of the file; null before it is read. */
  whole: ReportResult | null;
  /** The current choice; the outcome may still show the previous one. */
  filter: Filter;
  comparison: Comparison;
  /** Name of the policy that is compared with. */
  other: string | null;
  standing: "contractual" | "informational" | "unspecified";
  heading: Ref<HTMLHeadingElement>;
  /** The goal in percent; null without one. */
  goal: number | null;
  onGoal(goal: number | null): void;
  /** Moves the focus to the answer when the next report is shown: the mark that was chosen may be gone then. */
  onLeave(): void;
  /** Reads the file once more. */
  again(changed: { filter?: Filter; comparison?: Comparison }): void;
  /** Asks for the meaning of unknown values. */
  onValues(): void;
  onOther(file: File): void;
}

/** Shows the whole report, from the summary to the exports. */
export function Results({
  view,
  outcome,
  whole,
  filter,
  comparison,
  other,
  standing,
  heading,
  goal,
  onGoal,
  onLeave,
  again,
  onValues,
  onOther,
}: Props) {
  // Without a period there is no previous period.
  const show = (next: Filter) =>
    again({ filter: next, comparison: comparison.kind === "before" && next.from === null ? noComparison : comparison });
  const lead = (next: Filter) => {
    onLeave();
    show(next);
  };
  return (
    <>
      <Chips view={view} filter={filter} onFilter={show} />
      <Summary {...{ view, outcome, other, standing, heading, goal, onValues }} />
      <Goals view={view} result={outcome.result} settings={outcome.settings} />
      {whole !== null && (
        <Filters
          view={view}
          whole={whole}
          filter={filter}
          comparison={comparison}
          other={other}
          goal={goal}
          onGoal={onGoal}
          onFilter={show}
          onComparison={(next) => again({ comparison: next })}
          onOther={onOther}
        />
      )}
      <Groups
        view={view}
        outcome={outcome}
        other={other}
        onChoose={(tier, severity) =>
          lead({ ...filter, tiers: [tier], ...(severity === null ? {} : { severities: [severity] }) })
        }
      />
      <ReportCharts
        view={view}
        outcome={outcome}
        other={other}
        goal={goal}
        onChoose={(only) => lead({ ...filter, ...only })}
      />
      <Misses key={`${outcome.name} ${JSON.stringify(outcome.filter)}`} view={view} outcome={outcome} />
      <Problems view={view} problems={outcome.result.problems} />
      <Exports view={view} outcome={outcome} />
    </>
  );
}

interface SummaryProps {
  view: ViewContext;
  outcome: Outcome;
  /** Name of the policy that is compared with. */
  other: string | null;
  standing: "contractual" | "informational" | "unspecified";
  heading: Ref<HTMLHeadingElement>;
  goal: number | null;
  onValues(): void;
}

/** Shows the attainment in one sentence, with its confidence interval and its limits. */
export function Summary({ view, outcome, other, standing, heading, goal, onValues }: SummaryProps) {
  const { description, format, messages, say, language } = view;
  const words = reportMessagesFor(language).answer;
  const { count, share, points } = numbersIn(language);
  const { result, compared, settings } = outcome;
  const all = overallGroup(result);
  const measure = say(
    (description.measures ?? []).find(({ id }) => id === (settings.measure ?? description.measures?.[0]?.id))?.name,
  );
  const evaluated = (all?.met ?? 0) + (all?.missed ?? 0);
  const late = all === undefined ? null : overruns(result, all);
  const answeredLate = (all?.missed ?? 0) - (all?.overdue ?? 0);
  const course = trend(result);
  const faults = problemCount(result);
  /** Rows that can be evaluated, but not for the comparison. */
  const unknown = compared === null ? 0 : problemCount(compared) - faults;
  const difference = compared === null ? null : differenceOf(outcome, compared);
  return (
    <section class="answer" part="answer" aria-labelledby="answer">
      <h2 id="answer" ref={heading} tabIndex={-1}>
        {all?.attainment == null
          ? result.rows === 0
            ? words.noCases
            : result.coverage === 0
              ? words.notEvaluated(count(result.rows), result.rows)
              : all?.cases === 0 && result.filtered > 0
                ? words.noneLeft
                : words.nothing
          : words.sentence(share(all.attainment), count(evaluated), evaluated, measure, coverageText(view, result))}
      </h2>
      <Cause view={view} result={result} onValues={onValues} />
      {goal !== null && all?.attainment != null && <GoalSentence view={view} all={all} goal={goal} />}
      {all?.attainment != null && all.interval !== null && (
        <p>
          {all.missed === 0 && words.allMet}
          {late !== null &&
            (late.median === null
              ? words.missedAtMost(
                  count(answeredLate),
                  answeredLate,
                  format.duration(roundedDuration(late.most), "long"),
                )
              : words.missed(
                  count(answeredLate),
                  answeredLate,
                  format.duration(roundedDuration(late.median), "long"),
                  format.duration(roundedDuration(late.most), "long"),
                ))}{" "}
          {all.overdue > 0 && <>{words.overdue(count(all.overdue), all.overdue)} </>}
          {words.interval(share(all.interval[0]), share(all.interval[1]))}
          {evaluated < fewCases && <> {words.few}</>}
        </p>
      )}
      {all?.attainment != null && compared !== null && difference === null && (
        <p class="comparison">{words.comparedNone(nameOfComparison(view, outcome, other))}</p>
      )}
      {all?.attainment != null && difference !== null && (
        <p class="comparison">
          {(difference.isSame ? words.comparedSame : words.compared)(
            nameOfComparison(view, outcome, other),
            share(difference.other),
            share(difference.now),
            count(difference.cases),
            points(difference.now - difference.other),
            Math.sign(difference.now - difference.other),
          )}
          {difference.others > 0 && <> {words.comparedOthers(count(difference.others), difference.others)}</>}
          {unknown > 0 && <> {words.comparedUnknown(count(unknown), unknown)}</>}
        </p>
      )}
      {course !== null && <p>{words.trend(share(course.last), share(course.before))}</p>}
      <ul class="facts small">
        {all !== undefined && all.running > 0 && <li>{words.running(count(all.running), all.running)}</li>}
        {all !== undefined && all.notStated > 0 && <li>{words.notStated(count(all.notStated), all.notStated)}</li>}
        {result.filtered > 0 && <li>{words.filtered(count(result.filtered), result.filtered)}</li>}
        {!isUnfiltered(outcome.filter) && <li>{words.only(namesOfFilter(view, outcome.filter))}</li>}
        {faults > 0 && (
          <li>
            {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of this element, which an address does not reach. */}
            <a
              href="#problems"
              onClick={(event) => {
                event.preventDefault();
                focusPart(event.currentTarget, "problems");
              }}
            >
              {words.problems(count(faults), faults)}
            </a>
          </li>
        )}
        <li>{words.file(outcome.name)}</li>
        {readingFacts(view, result.reading).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        <li>{words.asOf(view.withZone(settings.zone).dateTimeWithZone(settings.asOf))}</li>
        <li part="standing">
          {standing === "unspecified" ? messages.result.objectiveOnly : messages.result.standing[standing]}
        </li>
      </ul>
    </section>
  );
}

interface DeferredProps<T> {
  value: T;
  /** Position among the deferred parts with the same value. */
  at: number;
  children(value: T): ComponentChildren;
}

/** Shows a value after the parts before it, so that the page handles input while the charts are drawn. */
export function Deferred<T>({ value, at, children }: DeferredProps<T>) {
  const [shown, setShown] = useState<{ value: T } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const wait = async () => {
      // One frame is drawn between two parts.
      for (let turn = 0; turn < 2 * at; turn += 1) await pause();
      if (isWanted) setShown({ value });
    };
    void wait();
    return () => {
      isWanted = false;
    };
  }, [value]);
  return <>{shown !== null && children(shown.value)}</>;
}
