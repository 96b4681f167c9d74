import { Choose, makeSample, useDrop } from "./choose.js";
import { Columns, FileSettings } from "./columns.js";
import { comparedWith, none, type Comparison } from "./comparison.js";
import { overall, type Outcome } from "./outcome.js";
import { previewOf, type Preview } from "./preview.js";
import { Making, Progress } from "./progress.js";
import type { Progress as ReadingState } from "./reading/pieces.js";
import type { LogReader } from "./reading/read.js";
import { Results } from "./results.js";
import { everything, isEverything, optionsOf, type Filter, type Settings } from "./settings.js";
import type { Scene } from "../shared/element.js";
import { numbersIn } from "../shared/numbers.js";
import { CaseSloError, loadPolicy, type Policy, type ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

interface Props {
  scene: Scene;
  reader: LogReader;
  /** What the page says: the zone, the tier, and as of when. */
  given: Pick<Settings, "zone" | "tier" | "measure"> & { asOf: number | null };
  /** A policy of the page to compare with. */
  other: Policy | null;
  standing: "contractual" | "informational" | "unspecified";
  onReport(outcome: Outcome): void;
  /** Whether a report is shown. */
  onShown(isShown: boolean): void;
  onError(error: CaseSloError): void;
}

/** A log that has been chosen. */
interface Log {
  file: File;
  preview: Preview;
}

/** A reading that is going on. */
interface Reading {
  state: ReadingState;
  began: number;
}

/** From a file to the answer: choosing, what has to be asked, reading, and the report with all that can be asked of it. */
export function Report({ scene, reader, given, other: givenOther, standing, onReport, onShown, onError }: Props) {
  const { policy, language } = scene;
  const words = reportMessagesFor(language);
  const [log, setLog] = useState<Log | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** Of all cases, for what there is to choose from. */
  const [whole, setWhole] = useState<ReportResult | null>(null);
  const [filter, setFilter] = useState(everything);
  const [comparison, setComparison] = useState<Comparison>(none);
  const [chosenOther, setChosenOther] = useState<Policy | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [isMaking, setMaking] = useState(false);
  const running = useRef<AbortController | null>(null);
  const looks = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = useRef(false);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (takesFocus.current && outcome !== null) heading.current?.focus({ preventScroll: true });
    takesFocus.current = false;
  }, [outcome]);

  const isShown = outcome !== null;
  useEffect(() => onShown(isShown), [isShown]);

  const other = chosenOther ?? givenOther;
  const otherName = useMemo(() => (other === null ? null : scene.say(other.toJSON().title)), [other, language]);

  /** Takes a file, and reads it at once where nothing has to be asked first. */
  const take = async (file: File, sampleAsOf?: number) => {
    running.current?.abort();
    setFailure(null);
    setMaking(false);
    setReading(null);
    setOutcome(null);
    setWhole(null);
    const first: Settings = {
      columns: {},
      values: settings?.values ?? { tier: {}, severity: {} },
      zone: settings?.zone ?? given.zone,
      tier: given.tier,
      delimiter: null,
      // A log tells how things stood when it was written.
      asOf: sampleAsOf ?? given.asOf ?? Math.min(file.lastModified, scene.now()),
      measure: given.measure,
    };
    setSettings(first);
    setFilter(everything);
    setComparison(none);
    const preview = await look(file, first);
    if (preview === null) return;
    takesFocus.current = true;
    // The zone is asked once; a log that was made up has one bad row of this kind or another.
    const isAnswered = !preview.lacksOffset || settings !== null || sampleAsOf !== undefined;
    if (preview.missing.length === 0 && isAnswered) await read({ file, preview }, first, everything, none);
  };

  const takeSample = async (cases: number) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setReading(null);
    setMaking(true);
    setSaid(words.choose.making);
    try {
      const name = `${words.choose.sampleName(numbersIn(language).count(cases))}.csv`;
      const { file, asOf } = await makeSample(policy, cases, name, language, controller.signal);
      if (running.current === controller) await take(file, asOf);
    } catch (error) {
      if (!controller.signal.aborted) fail(error);
    } finally {
      // Whoever has taken its place says for itself what it does.
      if (running.current === controller || running.current === null) setMaking(false);
    }
  };

  /** Looks at the first rows; null where they cannot be read. */
  const look = async (file: File, by: Settings): Promise<Preview | null> => {
    looks.current += 1;
    const turn = looks.current;
    try {
      const preview = await previewOf(file, policy, optionsOf(by));
      // Somebody has chosen another file, or another column, meanwhile.
      if (turn !== looks.current) return null;
      setLog(preview.refused === null ? { file, preview } : null);
      if (preview.refused === null) return preview;
      setFailure(words.problems.codes[preview.refused] ?? words.problems.other(preview.refused));
    } catch (error) {
      if (turn !== looks.current) return null;
      setLog(null);
      fail(error);
    }
    return null;
  };

  const read = async ({ file }: Log, by: Settings, only: Filter, beside: Comparison, second: Policy | null = other) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const began = performance.now();
    setFailure(null);
    setSaid(words.reading.started);
    setReading({ state: { bytes: 0, size: file.size, rows: 0 }, began });
    try {
      const wanted = comparedWith(beside, { policy, other: second, settings: by, filter: only });
      const [result, compared = null] = await reader.read(
        file,
        [{ policy, options: optionsOf(by, only) }, ...(wanted === null ? [] : [wanted])],
        {
          onProgress: (state) => running.current === controller && setReading({ state, began }),
          signal: controller.signal,
        },
      );
      if (running.current !== controller || result === undefined) return;
      const found: Outcome = { name: file.name, result, settings: by, filter: only, comparison: beside, compared };
      setReading(null);
      setOutcome(found);
      if (isEverything(only)) setWhole(result);
      setSaid(done(found));
      onReport(found);
    } catch (error) {
      if (running.current !== controller) return;
      setReading(null);
      if (!controller.signal.aborted) fail(error);
    }
  };

  const done = ({ result }: Outcome) => {
    const share = overall(result)?.attainment;
    return share == null ? words.reading.doneWithout : words.reading.done(numbersIn(language).share(share));
  };

  const fail = (error: unknown) => {
    const known = error instanceof CaseSloError ? error : new CaseSloError("internal", String(error), { cause: error });
    setFailure(words.failures[known.code] ?? words.failures["internal"] ?? known.message);
    setSaid("");
    onError(known);
  };

  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setMaking(false);
    setReading(null);
    setSaid(words.reading.cancelled);
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
      fail(error);
    }
  };
  const change = async (next: Settings) => {
    setSettings(next);
    if (log !== null) await look(log.file, next);
  };
  const canRead =
    log !== null && settings !== null && log.preview.missing.every((name) => name === "tier" && settings.tier !== null);
  // Drawn anew where it has changed, not with every step of a progress.
  const results = useMemo(() => {
    if (outcome === null || settings === null || log === null) return null;
    const again = (changed: { settings?: Settings; filter?: Filter; comparison?: Comparison }) => {
      const next = { settings, filter, comparison, ...changed };
      setSettings(next.settings);
      setFilter(next.filter);
      setComparison(next.comparison);
      void read(log, next.settings, next.filter, next.comparison);
    };
    return (
      <Results
        {...{ scene, outcome, whole, filter, comparison, standing, heading, again }}
        values={settings.values}
        other={otherName}
        onValues={(values) => again({ settings: { ...settings, values } })}
        onOther={(file) => void takeOther(file)}
      />
    );
  }, [scene, outcome, whole, filter, comparison, standing, settings, log, otherName]);
  return (
    <div class="report" {...drop.listeners}>
      <p class="hidden" role="status">
        {said}
      </p>
      {/* Before the choice of another file: a small window shows it at once. */}
      {failure !== null && (
        <p class="failed" role="alert" part="error">
          {failure}
        </p>
      )}
      {log === null && reading === null && (
        <Choose
          scene={scene}
          hasFile={false}
          isDragging={drop.isDragging}
          onFile={(file) => void take(file)}
          onSample={(cases) => void takeSample(cases)}
        />
      )}
      {isMaking && <Making scene={scene} onCancel={cancel} />}
      {reading !== null && log !== null && (
        <Progress
          scene={scene}
          name={log.file.name}
          progress={reading.state}
          began={reading.began}
          isAgain={outcome !== null}
          onCancel={cancel}
        />
      )}
      {outcome !== null && (
        <div class={reading === null ? "results" : "results stale"} aria-busy={reading !== null}>
          {results}
        </div>
      )}
      {log !== null && settings !== null && (
        <FileSettings isAsked={outcome === null && reading === null} title={words.columns.heading} name={log.file.name}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              takesFocus.current = outcome === null;
              if (!canRead) return;
              // What there is to choose from may be other than before.
              setFilter(everything);
              const kept = comparison.kind === "before" ? none : comparison;
              setComparison(kept);
              void read(log, settings, everything, kept);
            }}
          >
            {outcome === null && reading === null && (log.preview.missing.length > 0 || log.preview.lacksOffset) && (
              <p>{log.preview.missing.length > 0 ? words.columns.needed : words.columns.ask}</p>
            )}
            <Columns scene={scene} preview={log.preview} settings={settings} onSettings={(next) => void change(next)} />
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
            scene={scene}
            hasFile
            isDragging={drop.isDragging}
            onFile={(file) => void take(file)}
            onSample={(cases) => void takeSample(cases)}
          />
        </div>
      )}
    </div>
  );
}
