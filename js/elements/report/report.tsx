import { Choose, makeSample, useDrop } from "./choose.js";
import { filterOf } from "./chips.js";
import { type ChosenSheet, Columns, FileSettings, SheetField } from "./columns.js";
import { comparedWith, noComparison, type Comparison } from "./comparison.js";
import { coverageText, useValueQuestions, ValueQuestions } from "./coverage.js";
import { goalOf } from "./goals.js";
import { kindOf } from "./kind.js";
import { Misplaced } from "./misplaced.js";
import { overallGroup, type Outcome } from "./outcome.js";
import { SampleProgress, Progress } from "./progress.js";
import type { LogReader } from "./reading/read.js";
import { type ChosenLog, useLogReading } from "./reading/use-log-reading.js";
import { Results } from "./results.js";
import { noFilter, isUnfiltered, optionsOf, unsetColumns, type Filter, type Settings } from "./settings.js";
import { keepInAddress, type ReportView, useReportView, Views } from "./views.js";
import { Dashboard } from "../dashboard/dashboard.js";
import { defaultFeatures } from "../dashboard/commitments.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { type AvailabilityResult, type CaseSloError, loadPolicy, type Policy, type ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  reader: LogReader;
  /** Settings from the attributes of the element. */
  given: Pick<Settings, "zone" | "tier" | "measure"> & { asOf: number | null };
  /** Policy to compare with, from the attribute `compare`. */
  other: Policy | null;
  /** Whether the address of the page keeps the filter. */
  permalink: boolean;
  standing: "contractual" | "informational" | "unspecified";
  /** The view that is shown first, from the attribute `view`. */
  givenView: ReportView;
  /** The month of the view "availability", from the attribute `month`. */
  month: string | null;
  /** Answers to the context questions of the policy, from the attributes. */
  context: Record<string, string>;
  onReport(outcome: Outcome): void;
  /** Reports what is shown: a report, the page of a month, or neither. */
  onShown(shown: "report" | "page" | null): void;
  onMonth(shown: { month: string; result: ReportResult | null; availability: AvailabilityResult | null }): void;
  onError(error: CaseSloError): void;
}

/**
 * Shows the steps from a file to a report: choice, missing settings, reading, and the report with its filters. The other view is
 * the dashboard, which keeps its own logs.
 */
export function Report({
  view,
  reader,
  given,
  other: givenOther,
  permalink,
  standing,
  givenView,
  month,
  context,
  onReport,
  onShown,
  onMonth,
  onError,
}: Props) {
  const { policy, language } = view;
  const words = reportMessagesFor(language);
  const reading = useLogReading({ policy, reader, language, onError });
  const { log, settings, progress, failure, announcement } = reading;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** Report on all cases, whose values the filters offer. */
  const [whole, setWhole] = useState<ReportResult | null>(null);
  const [filter, setFilter] = useState(noFilter);
  const [comparison, setComparison] = useState<Comparison>(noComparison);
  const [chosenOther, setChosenOther] = useState<Policy | null>(null);
  /** The goal in percent, from the policy or typed. */
  const [goal, setGoal] = useState(() => goalOf(view.description));
  const [isMaking, setMaking] = useState(false);
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  /** A file that was chosen as a case log, and is an outage log. */
  const [misplaced, setMisplaced] = useState<File | null>(null);
  /** The same once the other view takes it. */
  const [outages, setOutages] = useState<File | null>(null);
  const [hasPage, setHasPage] = useState(false);
  const questions = useValueQuestions();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = useRef(false);
  useEffect(() => {
    if (takesFocus.current && outcome !== null) heading.current?.focus({ preventScroll: true });
    takesFocus.current = false;
  }, [outcome]);

  /** Values are asked about before a report shows figures. */
  const isAsking = outcome !== null && questions.asks(outcome.result);
  const isShown = outcome !== null && !isAsking;
  const [shownView, setView] = useReportView(permalink, givenView, filter);
  /** Whether the other view has been shown; it is not drawn before. */
  const hasVisited = useRef(false);
  hasVisited.current ||= shownView === "availability";
  useEffect(
    () => onShown(shownView === "availability" ? (hasPage ? "page" : null) : isShown ? "report" : null),
    [isShown, hasPage, shownView],
  );

  const other = chosenOther ?? givenOther;
  const otherName = useMemo(() => (other === null ? null : view.say(other.toJSON().title)), [other, language]);

  /** Previews a file, and reads it immediately if no setting is missing. */
  const take = async (chosen: File, sampleAsOf?: number, wantedSheet?: string) => {
    setMaking(false);
    setOutcome(null);
    setWhole(null);
    setMisplaced(null);
    if (sampleAsOf === undefined) questions.again();
    else questions.never();
    // A link of a report leads to the same cases of the same log.
    const linked = permalink ? filterOf(location.hash, view) : noFilter;
    setFilter(linked);
    setComparison(noComparison);
    const opened = await reading.open(chosen, wantedSheet);
    if (opened === null) return;
    const { file, delimiter, workbook } = opened;
    setSheet(workbook && { ...workbook, file: chosen });
    const first: Settings = {
      ...unsetColumns,
      values: settings?.values ?? { tier: {}, severity: {} },
      zone: settings?.zone ?? given.zone,
      tier: given.tier,
      delimiter,
      // Open cases are evaluated as of the time at which the log was written.
      asOf: sampleAsOf ?? given.asOf ?? Math.min(file.lastModified, view.now()),
      measure: given.measure,
    };
    const found = await reading.preview(file, first);
    if (found === null) return;
    takesFocus.current = true;
    // The time zone is asked once, but not for a sample, some rows of which lack a UTC offset on purpose.
    const isAnswered =
      (!found.preview.lacksOffset && !found.preview.asksOrder) || settings !== null || sampleAsOf !== undefined;
    if (found.preview.missing.length > 0 && (await kindOf(file, policy, optionsOf(first))) === "outages")
      setMisplaced(chosen);
    if (found.preview.missing.length === 0 && isAnswered) await read(found, first, linked, noComparison, other, true);
  };

  const takeSample = async (cases: number) => {
    const step = reading.begin();
    setMaking(true);
    reading.announce(words.choose.making);
    try {
      const name = `${words.choose.sampleName(numbersIn(language).count(cases))}.csv`;
      const { file, asOf } = await makeSample(policy, cases, name, language, step.signal);
      if (reading.isCurrent(step)) await take(file, asOf);
    } catch (error) {
      if (!step.signal.aborted) reading.fail(error);
    } finally {
      // A later step shows its own state.
      if (reading.isCurrent(step)) setMaking(false);
    }
  };

  const read = async (
    { file }: ChosenLog,
    by: Settings,
    only: Filter,
    beside: Comparison,
    second: Policy | null = other,
    isFirst = whole === null,
  ) => {
    let found: Outcome | undefined;
    const needsWhole = isFirst && !isUnfiltered(only);
    try {
      const wanted = comparedWith(beside, { policy, other: second, settings: by, filter: only });
      await reading.read(
        file,
        [
          { policy, options: optionsOf(by, only) },
          ...(wanted === null ? [] : [wanted]),
          ...(needsWhole ? [{ policy, options: optionsOf(by, noFilter) }] : []),
        ],
        ([result, ...more]) => {
          if (result === undefined) return;
          const compared = wanted === null ? null : (more[0] ?? null);
          found = { name: file.name, result, settings: by, filter: only, comparison: beside, compared };
          setOutcome(found);
          if (permalink) keepInAddress(only);
          const all = isUnfiltered(only) ? result : needsWhole ? more.at(-1) : undefined;
          if (all !== undefined) setWhole(all);
          reading.announce(done(found));
        },
      );
    } catch (error) {
      reading.fail(error);
    }
    if (found !== undefined) onReport(found);
  };

  const done = ({ result }: Outcome) => {
    const share = overallGroup(result)?.attainment;
    return share == null
      ? words.reading.doneWithout
      : words.reading.done(numbersIn(language).share(share), coverageText(view, result));
  };

  const cancel = () => {
    setMaking(false);
    reading.cancel();
  };

  const drop = useDrop((file) => void take(file));
  const takeOther = async (file: File) => {
    try {
      const loaded = loadPolicy(await file.text());
      setChosenOther(loaded);
      if (log === null || settings === null) return;
      setComparison({ kind: "policy" });
      await read(log, settings, filter, { kind: "policy" }, loaded);
    } catch (error) {
      reading.fail(error);
    }
  };
  const change = async (next: Settings) => {
    if (log !== null) await reading.preview(log.file, next);
  };
  const canRead = log !== null && settings !== null && log.preview.missing.length === 0;
  const readAgain = (next: Settings) => {
    if (log === null) return;
    reading.set(next);
    void read(log, next, filter, comparison);
  };
  // Rendered again when the results change, not with every step of the progress.
  const results = useMemo(() => {
    if (outcome === null || settings === null || log === null) return null;
    const again = (changed: { settings?: Settings; filter?: Filter; comparison?: Comparison }) => {
      const next = { settings, filter, comparison, ...changed };
      reading.set(next.settings);
      setFilter(next.filter);
      setComparison(next.comparison);
      void read(log, next.settings, next.filter, next.comparison);
    };
    return (
      <Results
        {...{ view, outcome, whole, filter, comparison, standing, heading, goal, again }}
        onGoal={setGoal}
        onLeave={() => {
          takesFocus.current = true;
        }}
        other={otherName}
        onValues={questions.again}
        onOther={(file) => void takeOther(file)}
      />
    );
  }, [view, outcome, whole, filter, comparison, standing, settings, log, otherName, goal]);
  const attainment = () => (
    <div class="report" {...drop.listeners}>
      <p class="hidden" role="status">
        {announcement}
      </p>
      {/* Before the choice of another file: a small window shows it at once. */}
      {failure !== null && (
        <p class="failed" role="alert" part="error">
          {failure}
        </p>
      )}
      {log === null && progress === null && (
        <Choose
          view={view}
          hasFile={false}
          isDragging={drop.isDragging}
          onFile={(file) => void take(file)}
          onSample={(cases) => void takeSample(cases)}
        />
      )}
      {misplaced !== null && (
        <Misplaced
          view={view}
          name={misplaced.name}
          kind="outages"
          isView
          onUse={() => {
            reading.leave();
            setMisplaced(null);
            setOutages(misplaced);
            setView("availability");
          }}
        />
      )}
      {isMaking && <SampleProgress view={view} onCancel={cancel} />}
      {progress !== null && (
        <Progress
          view={view}
          name={progress.name}
          progress={progress.state}
          began={progress.began}
          isAgain={outcome !== null}
          onCancel={cancel}
        />
      )}
      {outcome !== null && (
        <div class={progress === null ? "results" : "results stale"} aria-busy={progress !== null}>
          {isAsking && settings !== null && log !== null ? (
            <ValueQuestions
              key={JSON.stringify(settings.values)}
              view={view}
              result={outcome.result}
              values={settings.values}
              onValues={(values) => {
                questions.answered(outcome.result);
                takesFocus.current = true;
                if (JSON.stringify(values) === JSON.stringify(settings.values)) setOutcome({ ...outcome });
                else readAgain({ ...settings, values });
              }}
            />
          ) : (
            results
          )}
        </div>
      )}
      {log !== null && settings !== null && (
        <FileSettings
          isAsked={outcome === null && progress === null}
          title={words.columns.heading}
          name={log.file.name}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              takesFocus.current = outcome === null;
              if (!canRead) return;
              // The values that the filters offer may change.
              setFilter(noFilter);
              const kept = comparison.kind === "before" ? noComparison : comparison;
              setComparison(kept);
              void read(log, settings, noFilter, kept);
            }}
          >
            {outcome === null &&
              progress === null &&
              (log.preview.missing.length > 0 || log.preview.lacksOffset || log.preview.asksOrder) && (
                <p>
                  {log.preview.missing.length > 0
                    ? words.columns.needed
                    : log.preview.lacksOffset
                      ? words.columns.ask
                      : words.columns.askOrder}
                </p>
              )}
            <SheetField view={view} chosen={sheet} onSheet={(file, name) => void take(file, undefined, name)} />
            <Columns view={view} preview={log.preview} settings={settings} onSettings={(next) => void change(next)} />
            <div class="actions">
              <button type="submit" class="primary" disabled={!canRead}>
                {outcome === null ? words.columns.read : words.columns.readAgain}
              </button>
            </div>
          </form>
        </FileSettings>
      )}
      {log !== null && (
        <div class="no-print">
          <Choose
            view={view}
            hasFile
            isDragging={drop.isDragging}
            onFile={(file) => void take(file)}
            onSample={(cases) => void takeSample(cases)}
          />
        </div>
      )}
    </div>
  );
  return (
    <>
      <Views view={view} shown={shownView} onView={setView} />
      {shownView === "attainment" && attainment()}
      {hasVisited.current && (
        <Dashboard
          view={view}
          reader={reader}
          given={{ ...given, measure: given.measure ?? null, month, context, featureIds: defaultFeatures }}
          within={{
            isShown: shownView === "availability",
            cases: log === null || outcome === null ? null : { file: log.file, settings: outcome.settings },
            outages,
            onCases: (file) => {
              setView("attainment");
              void take(file);
            },
          }}
          onMonth={(shown) => {
            setHasPage(shown !== null);
            if (shown !== null) onMonth(shown);
          }}
          onError={onError}
        />
      )}
    </>
  );
}
