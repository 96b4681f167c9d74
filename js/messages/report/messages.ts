/** What `<slo-report>` says. Counts come as they are written, with the number where a sentence depends on it. */

import type { LogColumn } from "../../index.js";

export interface ReportMessages {
  choose: {
    heading: string;
    another: string;
    button: string;
    drop: string;
    /** That the file does not leave the machine. */
    stays: string;
    /** What a file has to have. */
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
    done(share: string): string;
    doneWithout: string;
    cancelled: string;
  };
  columns: {
    heading: string;
    /** Above the form, where a column is missing; where only the zone is asked. */
    needed: string;
    ask: string;
    names: Record<LogColumn, string>;
    none: string;
    unnamed(column: number): string;
    missing: string;
    missingTier: string;
    sample: string;
    noRows: string;
    tier: string;
    chooseTier: string;
    zone: string;
    zoneHelp: string;
    zoneAsked: string;
    asOf: string;
    asOfHelp: string;
    delimiter: string;
    delimiters: Record<string, string>;
    foundOut(delimiter: string): string;
    measure: string;
    read: string;
    readAgain: string;
  };
  values: {
    heading: string;
    intro: string;
    means: Record<"severity" | "tier", (value: string) => string>;
    unknown: string;
    /** Asks for the others too. */
    more: string;
    apply: string;
  };
  answer: {
    sentence(share: string, judged: string, number: number, measure: string): string;
    noCases: string;
    notJudged: string;
    allMet: string;
    missed(missed: string, number: number, median: string, most: string): string;
    missedAtMost(missed: string, number: number, most: string): string;
    interval(low: string, high: string): string;
    few: string;
    /** `judged` is of the comparison; `sign`: whether the other share is larger (1), smaller (-1) or the same. */
    compared(name: string, share: string, judged: string, number: number, points: string, sign: number): string;
    comparedNone(name: string): string;
    /** Of the rows that are judged, some are not by the policy that is compared with. */
    comparedUnknown(rows: string, number: number): string;
    trend(last: string, before: string): string;
    running(cases: string, number: number): string;
    notStated(cases: string, number: number): string;
    filtered(cases: string, number: number): string;
    /** Which cases are asked for; each list names what is chosen of one kind. */
    only(names: readonly (readonly string[])[]): string;
    problems(rows: string, number: number): string;
    file(name: string): string;
    asOf(when: string): string;
  };
  groups: {
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
    /** Within what half, nine of ten and nineteen of twenty were answered. */
    half: string;
    most: string;
    nearlyAll: string;
    difference(points: string, sign: number): string;
    notStated: string;
    note: string;
    pale(few: number): string;
  };
  pictures: {
    heading: string;
    distributionOf: string;
    allTogether: string;
    group(tier: string, severity: string): string;
    /** Before the kinds of files, each of which says itself whole to whoever listens. */
    save: string;
    svg: string;
    /** The figures of a chart. */
    csv: string;
    png: string;
  };
  misses: {
    heading: string;
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
    /** By the engine's codes. */
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
    /** Some of what is chosen, and how many more. */
    andMore(names: readonly string[], count: string): string;
    period: string;
    wholeFile: string;
    days: string;
    from: string;
    to: string;
    reset: string;
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
      /** Edges of a step of time. */
      above: string;
      upTo: string;
      problem: string;
      found: string;
    };
  };
  /** Why nothing could be read, by code. */
  failures: Record<string, string>;
}
