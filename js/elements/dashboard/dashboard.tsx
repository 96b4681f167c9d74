import { Choose, Controls } from "./choose.js";
import { makeSamples, readOutages } from "./logs.js";
import { MonthPage } from "./month-page.js";
import { firstChoice, monthsOf } from "./months.js";
import { pageOf } from "./page.js";
import { promisesOf, type Part } from "./promises.js";
import { useDrop } from "../report/choose.js";
import { Columns, FileSettings } from "../report/columns.js";
import { standingOf } from "../report/outcome.js";
import { previewOf, type Preview } from "../report/preview.js";
import { Values } from "../report/problems.js";
import { Progress } from "../report/progress.js";
import type { Progress as ReadingState } from "../report/reading/pieces.js";
import type { LogReader } from "../report/reading/read.js";
import { everything, optionsOf, type Settings } from "../report/settings.js";
import { dayStart, localTime, monthsBetween } from "../shared/dates.js";
import type { Scene } from "../shared/element.js";
import { numbersIn } from "../shared/numbers.js";
import { CaseSloError, type AvailabilityResult, type ReportResult } from "../../index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

interface Props {
  scene: Scene;
  reader: LogReader;
  given: {
    tier: string | null;
    month: string | null;
    measure: string | null;
    zone: string;
    asOf: number | null;
    context: Record<string, string>;
    promises: Record<Part, readonly string[]>;
  };
  /** Null: no month is shown. */
  onMonth(shown: { month: string; result: ReportResult; availability: AvailabilityResult | null } | null): void;
  onError(error: CaseSloError): void;
}

/** A log of cases that has been chosen. */
interface Log {
  file: File;
  preview: Preview;
  settings: Settings;
  isSample: boolean;
}

/** What has been read of it. */
interface Read {
  whole: ReportResult;
  month: string | null;
  detail: ReportResult | null;
}

/** From two files to the page of a month. */
export function Dashboard({ scene, reader, given, onMonth, onError }: Props) {
  const { policy, language } = scene;
  const words = dashboardMessagesFor(language);
  const report = reportMessagesFor(language);
  const [log, setLog] = useState<Log | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [outagesFile, setOutagesFile] = useState<File | null>(null);
  const [outages, setOutages] = useState<AvailabilityResult | null>(null);
  const [reading, setReading] = useState<{ state: ReadingState; began: number } | null>(null);
  const [context, setContext] = useState(given.context);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const running = useRef<AbortController | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = useRef(false);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (takesFocus.current && read?.detail != null) {
      heading.current?.focus({ preventScroll: true });
      takesFocus.current = false;
    }
  }, [read]);
  useEffect(() => {
    onMonth(
      read?.detail != null && read.month !== null
        ? { month: read.month, result: read.detail, availability: outages }
        : null,
    );
  }, [read, outages]);

  const promises = useMemo(() => promisesOf(scene, given.tier, context, given.promises), [policy, given, context]);
  // Asked as long as the page has not answered it, whatever the answer leaves of the features.
  const questions = useMemo(() => {
    const open = promisesOf(scene, given.tier, given.context, given.promises).availability.features;
    return open.flatMap(({ state, conditions }) =>
      state === "conditional" ? conditions.map(({ question }) => question) : [],
    );
  }, [policy, given]);
  const hasAvailability = !promises.availability.isExcluded;

  const fail = (error: unknown) => {
    const known = error instanceof CaseSloError ? error : new CaseSloError("internal", String(error), { cause: error });
    setFailure(report.failures[known.code] ?? report.failures["internal"] ?? known.message);
    setReading(null);
    setSaid("");
    onError(known);
  };

  /** Takes a log of cases, and reads it at once where its columns are known. */
  const take = async (file: File, made?: { asOf: number; outages: File }) => {
    running.current?.abort();
    setFailure(null);
    setRead(null);
    const settings: Settings = {
      columns: {},
      values: { tier: {}, severity: {} },
      zone: given.zone,
      tier: given.tier,
      delimiter: null,
      // A log tells how things stood when it was written.
      asOf: made?.asOf ?? given.asOf ?? Math.min(file.lastModified, scene.now()),
      measure: given.measure,
    };
    takesFocus.current = true;
    await look({ file, settings, isSample: made !== undefined }, true);
    const besides = made?.outages ?? outagesFile;
    if (besides !== null) await takeOutages(besides, settings);
  };

  const look = async (next: Omit<Log, "preview">, isFirst: boolean) => {
    try {
      const preview = await previewOf(next.file, policy, optionsOf(next.settings));
      if (preview.refused !== null) {
        setLog(null);
        setFailure(report.problems.codes[preview.refused] ?? report.problems.other(preview.refused));
        return;
      }
      const found = { ...next, preview };
      setLog(found);
      if (isFirst && isReady(found)) await readAll(found);
    } catch (error) {
      setLog(null);
      fail(error);
    }
  };

  const readAll = async (from: Log, wanted = given.month) => {
    const whole = await pass(from, {});
    if (whole === null) return;
    const months = monthsOf(whole);
    const today = localTime(from.settings.zone, from.settings.asOf).slice(0, 7);
    const month = wanted !== null && months.includes(wanted) ? wanted : firstChoice(months, today);
    if (month === null) setRead({ whole, month, detail: null });
    else await show(from, whole, month);
  };

  /** Reads the month alone: how its cases stand, and all of its misses. */
  const show = async (from: Log, whole: ReportResult, month: string) => {
    const { zone } = from.settings;
    const next = new Date(`${month}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1);
    const only = { from: dayStart(zone, `${month}-01`), to: dayStart(zone, next.toISOString().slice(0, 10)) };
    const detail = await pass(from, only);
    if (detail === null) return;
    setRead({ whole, month, detail });
    setSaid(words.reading.ready(numbersIn(language).month(month)));
  };

  const pass = async ({ file, settings }: Log, only: { from?: string; to?: string }): Promise<ReportResult | null> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const began = performance.now();
    setReading({ state: { bytes: 0, size: file.size, rows: 0 }, began });
    try {
      const options = { ...optionsOf(settings, everything), only };
      const [result] = await reader.read(file, [{ policy, options }], {
        onProgress: (state) => running.current === controller && setReading({ state, began }),
        signal: controller.signal,
      });
      if (running.current !== controller) return null;
      setReading(null);
      return result ?? null;
    } catch (error) {
      if (running.current === controller && !controller.signal.aborted) fail(error);
      return null;
    }
  };

  const takeOutages = async (file: File, settings = log?.settings) => {
    setOutagesFile(file);
    if (settings === undefined) return;
    setFailure(null);
    setSaid(words.reading.outages);
    try {
      const asOf = new Date(settings.asOf).toISOString();
      const result = await readOutages(file, policy, { asOf, zone: settings.zone });
      const refused = result.services.length === 0 || result.columns.start === undefined;
      if (refused) {
        const [code = "empty-log"] = result.problems.map((problem) => problem.code);
        setFailure(report.problems.codes[code] ?? report.problems.other(code));
        setOutagesFile(null);
        setOutages(null);
        return;
      }
      setOutages(result);
      setSaid("");
    } catch (error) {
      setOutagesFile(null);
      fail(error);
    }
  };

  const sample = () => {
    const asOf = Math.floor(scene.now() / 1_000) * 1_000;
    makeSamples(policy, language, asOf, given.measure).then(
      ({ cases, outages: made }) => take(cases, { asOf, outages: made }),
      fail,
    );
  };
  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setReading(null);
    setSaid(report.reading.cancelled);
  };
  const leave = () => {
    running.current?.abort();
    running.current = null;
    setLog(null);
    setRead(null);
    setOutages(null);
    setOutagesFile(null);
    setFailure(null);
  };
  /** Reads again, with what unknown values of the log mean. */
  const giveMeaning = (from: Log, values: Settings["values"]) => {
    const next = { ...from, settings: { ...from.settings, values } };
    setLog(next);
    void readAll(next, read?.month ?? given.month);
  };
  const drop = useDrop((file) => void (read === null ? take(file) : takeOutages(file)));
  const months = read === null ? [] : monthsOf(read.whole);
  const [first, last] = [months[0], months.at(-1)];
  const shown = read?.detail != null && read.month !== null ? { month: read.month, detail: read.detail } : null;
  return (
    <div class="report dashboard" {...drop.listeners}>
      <p class="hidden" role="status">
        {said}
      </p>
      {/* Before the choice of another file: a small window shows it at once. */}
      {failure !== null && (
        <p class="failed" role="alert" part="error">
          {failure}
        </p>
      )}
      {log === null && (
        <Choose
          scene={scene}
          isDragging={drop.isDragging}
          onCases={(file) => void take(file)}
          onOutages={(file) => void takeOutages(file)}
          onSample={sample}
          hasAvailability={hasAvailability}
          outages={outagesFile}
        />
      )}
      {log !== null && reading !== null && shown === null && (
        <Progress scene={scene} name={log.file.name} progress={reading.state} began={reading.began} onCancel={cancel} />
      )}
      {log !== null && reading === null && read === null && (
        <FileSettings isAsked title={report.columns.heading} name={log.file.name}>
          {log.preview.missing.length > 0 && <p>{report.columns.needed}</p>}
          <Columns
            scene={scene}
            preview={log.preview}
            settings={log.settings}
            onSettings={(settings) => void look({ ...log, settings }, false)}
          />
          <div class="actions">
            <button type="button" class="primary" disabled={!isReady(log)} onClick={() => void readAll(log)}>
              {words.choose.read}
            </button>
            <button type="button" onClick={leave}>
              {words.controls.files}
            </button>
          </div>
        </FileSettings>
      )}
      {log !== null && read !== null && read.month === null && (
        <>
          <p>{words.noMonth}</p>
          {valuesOf(log, read)}
          <div class="actions">
            <button type="button" onClick={leave}>
              {words.controls.files}
            </button>
          </div>
        </>
      )}
      {log !== null && read !== null && shown !== null && first !== undefined && last !== undefined && (
        <>
          <Controls
            scene={scene}
            months={monthsBetween(first, last, 120)}
            month={shown.month}
            onMonth={(month) => void show(log, read.whole, month)}
            questions={questions}
            context={context}
            onContext={setContext}
            onFiles={leave}
          />
          {/* Another month of a large log takes a moment. */}
          <div class={reading === null ? "results" : "results stale"} aria-busy={reading !== null}>
            <MonthPage
              page={pageOf(scene, shown.month, { whole: read.whole, detail: shown.detail, outages }, promises)}
              settings={log.settings}
              tier={given.tier}
              standing={standingOf(scene, context)}
              isSample={log.isSample}
              heading={heading}
              onOutages={(file) => void takeOutages(file)}
            />
            {valuesOf(log, read)}
          </div>
        </>
      )}
    </div>
  );

  function valuesOf(from: Log, { whole }: Read) {
    const { values } = from.settings;
    return (
      <Values
        key={JSON.stringify(values)}
        scene={scene}
        problems={whole.problems}
        values={values}
        onValues={(next) => giveMeaning(from, next)}
      />
    );
  }
}

/** Whether a log can be read: every column is known, or the tier of all cases is. */
const isReady = ({ preview, settings }: Log): boolean =>
  preview.missing.every((name) => name === "tier" && settings.tier !== null);
