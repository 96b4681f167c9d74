import { AvailabilityPage, outageMonths } from "./availability-page.js";
import { BesideCases, Choose, ChooseOutages, Controls } from "./choose.js";
import { makeSamples } from "./logs.js";
import { MonthPage } from "./month-page.js";
import { firstChoice, monthsOf } from "./months.js";
import { OutageColumns } from "./outage-columns.js";
import { pageOf } from "./page.js";
import { commitmentsOf, type Part } from "./commitments.js";
import { type AsOf, type OutageLog, useDays, useOutages } from "./use-outages.js";
import { useDrop } from "../report/choose.js";
import { type ChosenSheet, Columns, FileSettings, SheetField } from "../report/columns.js";
import { standingOf } from "../report/outcome.js";
import { useValueQuestions, ValueQuestions } from "../report/coverage.js";
import { kindOf, type LogKind } from "../report/kind.js";
import { Misplaced } from "../report/misplaced.js";
import { Progress } from "../report/progress.js";
import type { LogReader } from "../report/reading/read.js";
import { type ChosenLog, useLogReading } from "../report/reading/use-log-reading.js";
import { noFilter, optionsOf, unsetColumns, type Settings } from "../report/settings.js";
import { dayStart, localTime, monthsBetween } from "../../text/periods.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { AvailabilityResult, CaseSloError, ReportResult } from "../../index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  reader: LogReader;
  given: {
    tier: string | null;
    month: string | null;
    measure: string | null;
    zone: string;
    asOf: number | null;
    context: Record<string, string>;
    featureIds: Record<Part, readonly string[]>;
  };
  /** The report that the dashboard is a view of; null if it stands alone. */
  within?: Within | null;
  /** Reports the month that is shown; null if none is. The result is null without a case log. */
  onMonth(shown: { month: string; result: ReportResult | null; availability: AvailabilityResult | null } | null): void;
  onError(error: CaseSloError): void;
}

/** A report with the dashboard as one of its views. */
export interface Within {
  /** Whether the report shows this view. */
  isShown: boolean;
  /** The case log of the report; null before one has been read. */
  cases: { file: File; settings: Settings } | null;
  /** A file that was chosen in the other view, and is an outage log. */
  outages: File | null;
  /** Takes a case log that was chosen in this view. */
  onCases(file: File): void;
}

/** The reports on the whole log and on one month. */
interface Read {
  whole: ReportResult;
  month: string | null;
  detail: ReportResult | null;
}

/** Shows the steps from two files to the page of a month: of both, or of the outages alone. */
export function Dashboard({ view, reader, given, within = null, onMonth, onError }: Props) {
  const { policy, language } = view;
  const words = dashboardMessagesFor(language);
  const report = reportMessagesFor(language);
  const reading = useLogReading({ policy, reader, language, onError });
  const { log, settings, progress, failure, announcement } = reading;
  const [isSample, setSample] = useState(false);
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const outages = useOutages({ view, reader, reading });
  /** The month that the visitor has chosen, of either log. */
  const [chosenMonth, setChosenMonth] = useState<string | null>(null);
  /** A file that was chosen in the place of the other log. */
  const [misplaced, setMisplaced] = useState<{ file: File; kind: LogKind } | null>(null);
  const [context, setContext] = useState(given.context);
  const [notes, setNotes] = useState("");
  const unknown = useValueQuestions();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = useRef(false);
  /** The month to show of those of a log: the one that was chosen, else the one given, else the last complete one. */
  const monthAmong = (months: readonly string[], { zone, asOf }: AsOf, first: string | null = null): string | null =>
    [first, chosenMonth, given.month].find((each) => each !== null && months.includes(each)) ??
    firstChoice(months, localTime(zone, asOf).slice(0, 7));
  /** The month that is shown while there is no case log. */
  const monthAlone = ({ result, settings }: OutageLog) => monthAmong(outageMonths(result), settings);
  const availability = outages.log?.result ?? null;
  const alone = read === null && log === null && outages.log !== null ? monthAlone(outages.log) : null;
  useEffect(() => {
    if (takesFocus.current && (read?.detail != null || alone !== null)) {
      heading.current?.focus({ preventScroll: true });
      takesFocus.current = false;
    }
  }, [read, alone]);
  useEffect(() => {
    if (read?.detail != null && read.month !== null && !unknown.asks(read.whole))
      onMonth({ month: read.month, result: read.detail, availability });
    else onMonth(alone === null ? null : { month: alone, result: null, availability });
  }, [read, availability, alone]);
  const days = useDays(view, outages.log, read?.month ?? alone, reading.fail);

  const commitments = useMemo(
    () => commitmentsOf(view, given.tier, context, given.featureIds),
    [policy, given, context],
  );
  // Asked as long as the page has not answered it, whatever the answer leaves of the features.
  const questions = useMemo(() => {
    const open = commitmentsOf(view, given.tier, given.context, given.featureIds).availability.features;
    return open.flatMap(({ state, conditions }) =>
      state === "conditional" ? conditions.map(({ question }) => question) : [],
    );
  }, [policy, given]);
  const hasAvailability = !commitments.availability.isExcluded;

  /** Previews a case log, and reads it immediately if its columns are known. */
  const take = async (chosen: File, sample?: { asOf: number; outages: File }, wantedSheet?: string) => {
    setRead(null);
    setMisplaced(null);
    outages.stop();
    if (sample === undefined) unknown.again();
    else unknown.never();
    setSample(sample !== undefined);
    const opened = await reading.open(chosen, wantedSheet);
    if (opened === null) return;
    const { file, delimiter, workbook } = opened;
    setSheet(workbook && { ...workbook, file: chosen });
    const first: Settings = {
      ...unsetColumns,
      values: { tier: {}, severity: {} },
      zone: given.zone,
      tier: given.tier,
      delimiter,
      // Open cases are evaluated as of the time at which the log was written.
      asOf: sample?.asOf ?? given.asOf ?? Math.min(file.lastModified, view.now()),
      measure: given.measure,
    };
    takesFocus.current = true;
    const found = await reading.preview(file, first);
    if (found === null) return;
    if (isReady(found)) await readAll(found, first);
    else if ((await kindOf(file, policy, optionsOf(first))) === "outages")
      setMisplaced({ file: chosen, kind: "outages" });
    if (sample === undefined) await readBeside(first);
    else await takeOutages(sample.outages, first);
  };

  /** Reads the outages once more, as of the time of the cases. */
  const readBeside = async ({ zone, asOf }: AsOf) => {
    if (outages.log !== null) await outages.readAgain(outages.log, { ...outages.log.settings, zone, asOf });
    else if (outages.chosen !== null) await takeOutages(outages.chosen, { zone, asOf });
  };

  /** Adds the cases of the report whose view this is. */
  const takeCases = async ({ file, settings: by }: NonNullable<Within["cases"]>) => {
    // The report has asked about its values.
    unknown.never();
    takesFocus.current = true;
    const found = await reading.preview(file, by);
    if (found === null) return;
    await readAll(found, by);
    await readBeside(by);
  };

  const readAll = async (from: ChosenLog, by: Settings, shownMonth: string | null = null) => {
    const whole = await pass(from, by, {});
    if (whole === null) return;
    const month = monthAmong(monthsOf(whole), by, shownMonth);
    if (month === null) setRead({ whole, month, detail: null });
    else await show(from, by, whole, month);
  };

  /** Reads one month, for its groups and all of its misses. */
  const show = async (from: ChosenLog, by: Settings, whole: ReportResult, month: string) => {
    const next = new Date(`${month}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1);
    const only = { from: dayStart(by.zone, `${month}-01`), to: dayStart(by.zone, next.toISOString().slice(0, 10)) };
    const detail = await pass(from, by, only);
    if (detail === null) return;
    setRead({ whole, month, detail });
    reading.announce(words.reading.ready(numbersIn(language).month(month)));
  };

  const pass = async (
    { file }: ChosenLog,
    by: Settings,
    only: { from?: string; to?: string },
  ): Promise<ReportResult | null> => {
    let result: ReportResult | null = null;
    const options = { ...optionsOf(by, noFilter), only };
    await reading.read(file, [{ policy, options }], ([found]) => (result = found ?? null), words.reading.cases);
    return result;
  };

  /** Reads an outage log, as of the same time as the case log if there is one. */
  const takeOutages = async (
    file: File,
    cases: AsOf | null = log === null ? null : settings,
    { sampleAsOf, sheet: wanted }: { sampleAsOf?: number; sheet?: string } = {},
  ) => {
    setMisplaced(null);
    if (cases === null) setSample(sampleAsOf !== undefined);
    const asOf = cases?.asOf ?? sampleAsOf ?? given.asOf ?? Math.min(file.lastModified, view.now());
    if (cases === null) takesFocus.current = true;
    const by = { zone: cases?.zone ?? given.zone, asOf };
    const found = await outages.choose(file, by, () => setMisplaced({ file, kind: "cases" }), wanted);
    if (found !== null && cases === null) announceAlone(found);
  };

  const announceAlone = (found: OutageLog) => {
    const month = monthAlone(found);
    if (month !== null) reading.announce(words.availability.ready(numbersIn(language).month(month)));
  };
  useEffect(() => {
    if (within?.outages != null) void takeOutages(within.outages);
  }, [within?.outages]);

  const sample = () => {
    const asOf = Math.floor(view.now() / 1_000) * 1_000;
    makeSamples(policy, language, asOf, given.measure).then(
      ({ cases, outages: made }) =>
        within === null ? take(cases, { asOf, outages: made }) : takeOutages(made, null, { sampleAsOf: asOf }),
      reading.fail,
    );
  };
  const leave = () => {
    reading.leave();
    outages.leave();
    setRead(null);
    setChosenMonth(null);
    setMisplaced(null);
    setNotes("");
  };
  /** Takes the answers about unknown values, and reads again if one was given. */
  const answer = (from: ChosenLog, by: Settings, { whole, month }: Read, values: Settings["values"]) => {
    unknown.answered(whole);
    takesFocus.current = true;
    if (JSON.stringify(values) === JSON.stringify(by.values)) {
      setRead((now) => (now === null ? null : { ...now }));
      return;
    }
    const next = { ...by, values };
    reading.set(next);
    void readAll(from, next, month);
  };
  const drop = useDrop((file) => void (read === null && within === null ? take(file) : takeOutages(file)));
  const months = read === null ? [] : monthsOf(read.whole);
  const [first, last] = [months[0], months.at(-1)];
  /** Values are asked about before the page shows figures. */
  const isAsking = read !== null && unknown.asks(read.whole);
  const shown =
    read?.detail != null && read.month !== null && !isAsking ? { month: read.month, detail: read.detail } : null;
  /** Shows how the outage log is read, or asks for what its header does not tell. */
  const outageColumns = (of: OutageLog | null, isAsked: boolean) =>
    of !== null &&
    progress === null && (
      <OutageColumns
        view={view}
        log={of}
        isAsked={isAsked}
        onSettings={(next) =>
          void outages.readAgain(of, next).then((found) => found !== null && log === null && announceAlone(found))
        }
        onSheet={(file, sheet) => void takeOutages(file, undefined, { sheet })}
      />
    );
  const controls = { view, onContext: setContext, context, onFiles: leave };
  // A hidden view keeps its logs, and leaves ids and landmarks to the other one.
  if (within?.isShown === false) return null;
  return (
    <div class="report dashboard" {...drop.listeners}>
      <p class="hidden" role="status">
        {announcement}
      </p>
      {/* Before the choice of another file: a small window shows it at once. */}
      {failure !== null && (
        <p class="failed" role="alert" part="error">
          {failure}
        </p>
      )}
      {misplaced !== null && (
        <Misplaced
          view={view}
          name={misplaced.file.name}
          kind={misplaced.kind}
          isView={within !== null && misplaced.kind === "cases"}
          onUse={() => {
            if (misplaced.kind === "outages") {
              reading.leave();
              void takeOutages(misplaced.file, null);
            } else if (within === null) void take(misplaced.file);
            else {
              setMisplaced(null);
              within.onCases(misplaced.file);
            }
          }}
        />
      )}
      {outageColumns(outages.asked, true)}
      {alone !== null && outages.log !== null && progress === null && (
        <>
          <Controls
            {...controls}
            months={outageMonths(outages.log.result)}
            month={alone}
            onMonth={setChosenMonth}
            questions={[]}
          />
          {outageColumns(outages.log, false)}
          <div class="results">
            <AvailabilityPage
              {...{ view, days, commitments, isSample, heading }}
              outages={outages.log.result}
              month={alone}
              zone={outages.log.settings.zone}
              asOf={outages.log.settings.asOf}
            />
          </div>
        </>
      )}
      {log === null && progress === null && within !== null && alone === null && (
        <ChooseOutages
          view={view}
          isDragging={drop.isDragging}
          onOutages={(file) => void takeOutages(file)}
          onSample={sample}
        />
      )}
      {within !== null && alone !== null && progress === null && !isSample && (
        <BesideCases
          view={view}
          cases={within.cases?.file.name ?? null}
          onUse={() => within.cases !== null && void takeCases(within.cases)}
          onCases={(file) => void take(file)}
        />
      )}
      {log === null && progress === null && within === null && (
        <Choose
          view={view}
          isDragging={drop.isDragging}
          onCases={(file) => void take(file)}
          onOutages={(file) => void takeOutages(file)}
          onSample={sample}
          hasAvailability={hasAvailability}
          outages={outages.chosen}
        />
      )}
      {progress !== null && shown === null && (
        <Progress
          view={view}
          name={progress.name}
          progress={progress.state}
          began={progress.began}
          onCancel={reading.cancel}
        />
      )}
      {log !== null && settings !== null && progress === null && read === null && (
        <FileSettings isAsked title={report.columns.heading} name={log.file.name}>
          {log.preview.missing.length > 0 && <p>{report.columns.needed}</p>}
          <SheetField view={view} chosen={sheet} onSheet={(file, name) => void take(file, undefined, name)} />
          <Columns
            view={view}
            preview={log.preview}
            settings={settings}
            onSettings={(next) => void reading.preview(log.file, next)}
          />
          <div class="actions">
            <button type="button" class="primary" disabled={!isReady(log)} onClick={() => void readAll(log, settings)}>
              {words.choose.read}
            </button>
            <button type="button" onClick={leave}>
              {words.controls.files}
            </button>
          </div>
        </FileSettings>
      )}
      {log !== null && settings !== null && read !== null && isAsking && (
        <ValueQuestions
          key={JSON.stringify(settings.values)}
          view={view}
          result={read.whole}
          values={settings.values}
          onValues={(values) => answer(log, settings, read, values)}
        />
      )}
      {log !== null && settings !== null && read !== null && !isAsking && read.month === null && (
        <>
          <p>{words.noMonth}</p>
          <div class="actions">
            <button type="button" onClick={leave}>
              {words.controls.files}
            </button>
          </div>
        </>
      )}
      {log !== null &&
        settings !== null &&
        read !== null &&
        shown !== null &&
        first !== undefined &&
        last !== undefined && (
          <>
            <Controls
              {...controls}
              months={monthsBetween(first, last, 120)}
              month={shown.month}
              onMonth={(month) => {
                setChosenMonth(month);
                void show(log, settings, read.whole, month);
              }}
              questions={questions}
            />
            {outageColumns(outages.log, false)}
            {/* Another month of a large log takes a moment. */}
            <div class={progress === null ? "results" : "results stale"} aria-busy={progress !== null}>
              <MonthPage
                page={pageOf(
                  view,
                  shown.month,
                  { whole: read.whole, detail: shown.detail, outages: availability, days },
                  commitments,
                )}
                settings={settings}
                tier={given.tier}
                standing={standingOf(view, context)}
                isSample={isSample}
                heading={heading}
                notes={notes}
                onNotes={setNotes}
                onOutages={(file) => void takeOutages(file)}
                onValues={unknown.again}
              />
            </div>
          </>
        )}
    </div>
  );
}

/** Returns whether a log can be read: every required column is known. */
const isReady = ({ preview }: ChosenLog): boolean => preview.missing.length === 0;
