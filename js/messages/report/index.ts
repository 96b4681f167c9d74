/** Messages of `<slo-report>`. Counts are formatted texts, with the number beside them if the sentence depends on it. */

import type { DateOrder, ElapsedUnit, LogColumn } from "../../index.js";
import type { LogKind } from "../../elements/report/kind.js";
import { messagesByLanguage } from "../../text/lookup.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface ReportMessages {
  /** The choice of view. */
  views: { label: string; attainment: string; availability: string };
  /** A file that is a log of the other kind. */
  misplaced: {
    found: Record<LogKind, (file: string) => string>;
    /** Leads to the other view. */
    show: Record<LogKind, string>;
    /** Uses it as the other log of the page. */
    use: Record<LogKind, string>;
  };
  choose: {
    heading: string;
    another: string;
    button: string;
    drop: string;
    /** Says that the file does not leave the device. */
    privacy: string;
    /** Says which columns a file needs. */
    understood: string;
    samples: string;
    sample(cases: string): string;
    sampleName(cases: string): string;
    /** Spoken. */
    making: string;
  };
  reading: {
    heading(file: string): string;
    bytes(read: string, size: string, share: string): string;
    rate(rows: string): string;
    left(duration: string): string;
    cancel: string;
    /** Spoken. */
    started: string;
    done(share: string, uncovered: string | null): string;
    doneWithout: string;
    cancelled: string;
  };
  columns: {
    heading: string;
    /** Above the form: `needed` if a column is missing, `ask` if only the zone is. */
    needed: string;
    ask: string;
    /** Asks for the order of day and month. */
    askOrder: string;
    names: Record<LogColumn, string>;
    none: string;
    unnamed(column: number): string;
    missing: string;
    missingOr: Record<"tier" | "severity" | "stoppedAt", string>;
    sample: string;
    noRows: string;
    tier: string;
    chooseTier: string;
    severity: string;
    chooseSeverity: string;
    /** Choice of the help desk. */
    preset: string;
    /** The help desk that was detected; null if none was. */
    presetFound(name: string | null): string;
    elapsed: string;
    elapsedUnit: string;
    dueAt: string;
    /** Choice of the sheet of a spreadsheet. */
    sheet: string;
    /** Columns of facts that choose the objective. */
    facts: string;
    customerZone: string;
    dateOrder: string;
    orders: Record<DateOrder, string>;
    skipLines: string;
    /** In place of a number that is detected. */
    found: string;
    zone: string;
    zoneHelp: string;
    zoneAsked: string;
    asOf: string;
    asOfHelp: string;
    delimiter: string;
    delimiters: Record<string, string>;
    detected(delimiter: string): string;
    measure: string;
    read: string;
    readAgain: string;
  };
  /** How many rows the figures rest on. */
  coverage: {
    /** Without a full stop. */
    text(missing: string, number: number, rows: string): string;
    /** Before the reason that costs most rows. */
    cause: string;
    /** Labels of buttons that lead to a cure. */
    cures: Record<"values" | "zone" | "columns" | "delimiter" | "order" | "facts" | "rows", string>;
  };
  /** How the file is read, as sentences. */
  form: {
    preset(name: string): string;
    encoding(name: string): string;
    headerRow(row: string): string;
    byCells(columns: number): string;
    dateOrder: Record<Exclude<DateOrder, "auto">, string>;
    zone(zone: string): string;
    elapsed(column: string, unit: string): string;
    units: Record<ElapsedUnit, string>;
    dueAt(column: string): string;
    footerRows(rows: string, number: number): string;
    replacedRows(rows: string, number: number): string;
  };
  values: {
    heading(values: string, number: number): string;
    /** `rows` of all rows have unknown values. */
    intro(rows: string, number: number, all: string): string;
    rows(rows: string, number: number): string;
    means: Record<"severity" | "tier", (value: string) => string>;
    unknown: string;
    /** Shows the rest of the values. */
    more(values: string): string;
    apply: string;
  };
  answer: {
    /** `uncovered` says how many rows could not be evaluated. */
    sentence(share: string, evaluated: string, number: number, measure: string, uncovered: string | null): string;
    noCases: string;
    notEvaluated(rows: string, number: number): string;
    /** The filter leaves no case. */
    noneLeft: string;
    /** Cases were read, but none is met or missed. */
    nothing: string;
    allMet: string;
    missed(missed: string, number: number, median: string, most: string): string;
    missedAtMost(missed: string, number: number, most: string): string;
    /** Missed cases that are still open. */
    overdue(cases: string, number: number): string;
    interval(low: string, high: string): string;
    few: string;
    /**
     * `then` is the share of the comparison over `cases`; `sign` says whether the share of now is larger (1), smaller (-1) or the
     * same (0).
     */
    compared(name: string, then: string, now: string, cases: string, points: string, sign: number): string;
    /** The same, if both shares are over the same cases. */
    comparedSame(name: string, then: string, now: string, cases: string, points: string, sign: number): string;
    /** Cases that were evaluated for one of the two only. */
    comparedOthers(cases: string, number: number): string;
    comparedNone(name: string): string;
    /** Rows that can be evaluated, but not for the comparison. */
    comparedUnknown(rows: string, number: number): string;
    trend(last: string, before: string): string;
    running(cases: string, number: number): string;
    notStated(cases: string, number: number): string;
    filtered(cases: string, number: number): string;
    /** The filter: one list of names for each kind of choice. */
    only(names: readonly (readonly string[])[]): string;
    problems(rows: string, number: number): string;
    file(name: string): string;
    asOf(when: string): string;
  };
  goals: {
    heading: string;
    /** The goal is reached so far; `left` more cases could be missed. */
    left(goal: string, left: string, number: number): string;
    lost(goal: string, excess: string, number: number): string;
    period: string;
    cases: string;
    misses: string;
    attainment: string;
    state: string;
    reached: string;
    missed: string;
    open: string;
    missesLeft: string;
  };
  groups: {
    /** Label of a button that shows only the cases of a row. */
    only(name: string): string;
    heading: string;
    tier(name: string): string;
    all: string;
    severity: string;
    objective: string;
    cases: string;
    met: string;
    missed: string;
    running: string;
    attainment: string;
    /** Median, 90th and 95th percentile of the time to the response. */
    median: string;
    p90: string;
    p95: string;
    difference(points: string, sign: number): string;
    notStated: string;
    note: string;
    greyed(few: number): string;
  };
  charts: {
    heading: string;
    distributionOf: string;
    allTogether: string;
    group(tier: string, severity: string): string;
    /** Before the kinds of files; each button has its own full label for a screen reader. */
    save: string;
    svg: string;
    /** The figures of a chart. */
    csv: string;
    png: string;
  };
  misses: {
    headings: { open: string; late: string };
    overrun: string;
    id: string;
    noId: string;
    row: string;
    severity: string;
    tier: string;
    submitted: string;
    moment(day: string, time: string): string;
    more: string;
    shown(shown: string, all: string): string;
  };
  problems: {
    heading: string;
    intro: string;
    /** By the code of the engine. */
    codes: Record<string, string>;
    other(code: string): string;
    rows(rows: string, number: number): string;
    /** A row by its number, as a spreadsheet writes it. */
    row(row: number): string;
    rowFound(row: number, found: string): string;
    more(rows: string): string;
    rest(rows: string): string;
  };
  filters: {
    heading: string;
    tier: string;
    allTiers: string;
    severity: string;
    allSeverities: string;
    channel: string;
    allChannels: string;
    noChannel: string;
    /** The first names of a choice, and how many more there are. */
    andMore(names: readonly string[], count: string): string;
    period: string;
    wholeFile: string;
    days: string;
    from: string;
    to: string;
    reset: string;
    /** Name of the group of chips. */
    chips: string;
    remove(name: string): string;
    goal: string;
    comparison: string;
    nothing: string;
    otherPolicy: string;
    anotherPolicy: string;
  };
  comparison: {
    asTier(tier: string): string;
    underPolicy(policy: string): string;
    before(period: string): string;
  };
  exports: {
    heading: string;
    intro: string;
    table: string;
    csv: string;
    json: string;
    print: string;
    /** Beginning of the names of files. */
    file: string;
    all: string;
    otherChannels: string;
    /** States of a missed case. */
    open: string;
    late: string;
    names: Record<"groups" | "weeks" | "months" | "channels" | "hours" | "misses" | "problems", string>;
    columns: {
      tier: string;
      severity: string;
      cases: string;
      met: string;
      missed: string;
      running: string;
      notStated: string;
      attainment: string;
      low: string;
      high: string;
      p50: string;
      p90: string;
      p95: string;
      week: string;
      month: string;
      channel: string;
      weekday: string;
      hour: string;
      row: string;
      id: string;
      submitted(zone: string): string;
      overrun: string;
      /** Whether a missed case is still open. */
      state: string;
      /** Edges of a class of the histogram. */
      above: string;
      upTo: string;
      problem: string;
      found: string;
    };
  };
  /** Why nothing could be read, by code. */
  failures: Record<string, string>;
}

export const reportMessagesFor = messagesByLanguage(frCA, en);
