/** The outage log of `<slo-dashboard>`: which file it is, how it is read, and the days of the month that is shown. */

import { useEffect, useRef, useState } from "preact/hooks";
import { readDays, readOutages, type ServiceDays } from "./logs.js";
import type { ChosenSheet } from "../report/columns.js";
import { kindOf } from "../report/kind.js";
import type { LogReader } from "../report/reading/read.js";
import type { useLogReading } from "../report/reading/use-log-reading.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { AvailabilityOptions, AvailabilityResult, DateOrder, ElapsedUnit, OutageColumns } from "../../index.js";
import type { ViewContext } from "../shared/element.js";

export type OutageColumn = keyof OutageColumns;

/** The time up to which the outages are known, and the zone of the months: those of the case log if there is one. */
export interface AsOf {
  zone: string;
  asOf: number;
}

/** Settings that the file does not contain, or that override it. */
export interface OutageSettings extends AsOf {
  /** Indexes of the columns; the others are detected. */
  columns: Partial<Record<OutageColumn, number>>;
  /** Index of a column of durations in place of the end, and their unit; null: detected. */
  elapsed: number | null;
  elapsedUnit: ElapsedUnit | null;
  dateOrder: DateOrder;
  /** The delimiter; null: detected. */
  delimiter: string | null;
}

interface OutageFile {
  /** The log as CSV. */
  file: File;
  /** Null if the log is no spreadsheet. */
  sheet: ChosenSheet | null;
}

/** An outage log, as it was read with its settings. */
export interface OutageLog extends OutageFile {
  settings: OutageSettings;
  result: AvailabilityResult;
}

/** Returns the options for the engine. */
export function optionsOf(settings: OutageSettings): AvailabilityOptions & { zone: string } {
  const { columns, elapsed, elapsedUnit, dateOrder, delimiter, zone, asOf } = settings;
  return {
    asOf: new Date(asOf).toISOString(),
    zone,
    columns,
    dateOrder,
    ...(elapsed === null
      ? {}
      : { elapsed: { column: elapsed, ...(elapsedUnit === null ? {} : { unit: elapsedUnit }) } }),
    ...(delimiter === null ? {} : { delimiter }),
  };
}

interface Given {
  view: ViewContext;
  reader: LogReader;
  /** The reading of the case log, which also shows failures and announcements of outages. */
  reading: ReturnType<typeof useLogReading>;
}

/** Reads one outage log at a time: a later choice replaces one that is still read. */
export function useOutages({ view: { policy, language }, reader, reading }: Given) {
  const words = dashboardMessagesFor(language);
  /** The file that was chosen, also while it is read. */
  const [chosen, setChosen] = useState<File | null>(null);
  const [log, setLog] = useState<OutageLog | null>(null);
  const turns = useRef(0);
  const isReadable = log !== null && isRead(log.result);

  /** Reads for the latest choice; null if the file is a case log, if that has failed, or if a later choice has replaced it. */
  const latest = async (read: () => Promise<OutageLog | null>, onCases = () => {}): Promise<OutageLog | null> => {
    turns.current += 1;
    const turn = turns.current;
    reading.clearFailure();
    reading.announce(words.reading.outages);
    try {
      const found = await read();
      if (turn !== turns.current) return null;
      reading.retract(words.reading.outages);
      if (found !== null && (isRead(found.result) || isAsked(found.result))) {
        setLog(found);
        if (!isRead(found.result)) reading.announce(words.outageColumns.needed);
        return found;
      }
      if (found === null) onCases();
      else reading.refuse(found.result.problems[0]?.code ?? "empty-log");
    } catch (error) {
      if (turn !== turns.current) return null;
      reading.fail(error);
    }
    setChosen(null);
    return null;
  };

  const readAs = async ({ file, sheet }: OutageFile, settings: OutageSettings): Promise<OutageLog> => ({
    file,
    sheet,
    settings,
    result: await readOutages(file, policy, optionsOf(settings)),
  });

  return {
    chosen,
    /** The log, if it could be read. */
    log: isReadable ? log : null,
    /** A log of which a column has to be chosen first. */
    asked: isReadable ? null : log,

    /**
     * Reads a file; `onCases` is called if it is a case log. A sheet that somebody chose by its name is an outage log, whatever it
     * looks like.
     */
    choose(file: File, by: AsOf, onCases: () => void, name?: string): Promise<OutageLog | null> {
      setChosen(file);
      return latest(async () => {
        const opened = await reader.open(file, name === undefined ? {} : { sheet: name });
        const sheet = opened.workbook && { ...opened.workbook, file };
        const settings: OutageSettings = { ...unset, ...by, delimiter: opened.delimiter };
        const { asOf, zone, delimiter = null } = optionsOf(settings);
        const common = { asOf, zone, ...(delimiter === null ? {} : { delimiter }) };
        const isCases = name === undefined && (await kindOf(opened.file, policy, common)) === "cases";
        return isCases ? null : await readAs({ file: opened.file, sheet }, settings);
      }, onCases);
    },

    /** Reads the log once more, with other settings. */
    readAgain: (of: OutageFile, settings: OutageSettings) => latest(() => readAs(of, settings)),

    /** Ends a reading, and keeps what was read before. */
    stop(): void {
      turns.current += 1;
    },

    leave(): void {
      turns.current += 1;
      setChosen(null);
      setLog(null);
    },
  };
}

/** Returns the downtime of each service on the days of a month; none while they are read, and without a log or a month. */
export function useDays(
  { policy }: ViewContext,
  log: OutageLog | null,
  month: string | null,
  onError: (error: unknown) => void,
): readonly ServiceDays[] {
  const [days, setDays] = useState<readonly ServiceDays[]>([]);
  useEffect(() => {
    setDays([]);
    if (log === null || month === null) return undefined;
    let isWanted = true;
    readDays(log.file, policy, optionsOf(log.settings), month).then((found) => isWanted && setDays(found), onError);
    return () => {
      isWanted = false;
    };
  }, [log, month]);
  return days;
}

const unset = { columns: {}, elapsed: null, elapsedUnit: null, dateOrder: "auto" } satisfies Partial<OutageSettings>;

const lacksColumn = ({ problems }: AvailabilityResult): boolean =>
  problems.some(({ code }) => code === "missing-column");

const isRead = (result: AvailabilityResult): boolean => result.columns.start !== undefined && !lacksColumn(result);

/** Whether choosing a column makes the log readable. */
const isAsked = (result: AvailabilityResult): boolean => result.headers.length > 1 && lacksColumn(result);
