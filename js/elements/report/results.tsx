import { ReportCharts } from "./charts.js";
import { nameOfComparison, namesOfFilter, noComparison, type Comparison } from "./comparison.js";
import { Cause, coverageText, focusPart } from "./coverage.js";
import { Exports } from "./exports.js";
import { Filters } from "./filters.js";
import { Groups } from "./groups.js";
import { Misses } from "./misses.js";
import { problemCount, overallGroup, overruns, trend, type Outcome } from "./outcome.js";
import { Problems } from "./problems.js";
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
  again,
  onValues,
  onOther,
}: Props) {
  return (
    <>
      <Summary view={view} outcome={outcome} other={other} standing={standing} heading={heading} onValues={onValues} />
      {whole !== null && (
        <Filters
          view={view}
          whole={whole}
          filter={filter}
          comparison={comparison}
          other={other}
          // Without a period there is no previous period.
          onFilter={(next) =>
            again({
              filter: next,
              comparison: comparison.kind === "before" && next.from === null ? noComparison : comparison,
            })
          }
          onComparison={(next) => again({ comparison: next })}
          onOther={onOther}
        />
      )}
      <Groups view={view} outcome={outcome} other={other} />
      <ReportCharts view={view} outcome={outcome} />
      <Misses key={`${outcome.name} ${JSON.stringify(outcome.filter)}`} view={view} outcome={outcome} />
      <Problems view={view} outcome={outcome} />
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
  onValues(): void;
}

/** Shows the attainment in one sentence, with its confidence interval and its limits. */
export function Summary({ view, outcome, other, standing, heading, onValues }: SummaryProps) {
  const { description, format, messages, say, language } = view;
  const words = reportMessagesFor(language).answer;
  const { count, share, points } = numbersIn(language);
  const { result, compared, settings } = outcome;
  const all = overallGroup(result);
  const measure = say(
    (description.measures ?? []).find(({ id }) => id === (settings.measure ?? description.measures?.[0]?.id))?.name,
  );
  const evaluated = (all?.met ?? 0) + (all?.missed ?? 0);
  const late = overruns(result, all?.missed ?? 0);
  const course = trend(result);
  const faults = problemCount(result);
  /** Rows that can be evaluated, but not for the comparison. */
  const unknown = compared === null ? 0 : problemCount(compared) - faults;
  const comparison = compared === null ? undefined : overallGroup(compared);
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
      {all?.attainment != null && all.interval !== null && (
        <p>
          {all.missed === 0 && words.allMet}
          {late !== null &&
            (late.median === null
              ? words.missedAtMost(count(all.missed), all.missed, format.duration(roundedDuration(late.most), "long"))
              : words.missed(
                  count(all.missed),
                  all.missed,
                  format.duration(roundedDuration(late.median), "long"),
                  format.duration(roundedDuration(late.most), "long"),
                ))}{" "}
          {words.interval(share(all.interval[0]), share(all.interval[1]))}
          {evaluated < fewCases && <> {words.few}</>}
        </p>
      )}
      {all?.attainment != null && comparison !== undefined && comparison.attainment === null && (
        <p class="comparison">{words.comparedNone(nameOfComparison(view, outcome, other))}</p>
      )}
      {all?.attainment != null && comparison?.attainment != null && (
        <p class="comparison">
          {words.compared(
            nameOfComparison(view, outcome, other),
            share(comparison.attainment),
            count(comparison.met + comparison.missed),
            comparison.met + comparison.missed,
            points(comparison.attainment - all.attainment),
            Math.sign(comparison.attainment - all.attainment),
          )}
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
