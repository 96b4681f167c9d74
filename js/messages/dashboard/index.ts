/** Messages of `<slo-dashboard>`. Counts are numbers; shares, months and durations are formatted texts. */

import { messagesByLanguage } from "../../text/lookup.js";
import type { OutageColumns } from "../../index.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface DashboardMessages {
  choose: {
    heading: string;
    cases: string;
    outages: string;
    outagesHelp: string;
    /** The file that was chosen. */
    chosen(file: string): string;
    sample: string;
    sampleHelp: string;
    /** Reads again, with what was set. */
    read: string;
    /** Offers to add cases to a page of outages alone. */
    beside: string;
    besideHelp: string;
    /** Adds the case log of the report. */
    use(file: string): string;
  };
  /** How an outage log is read, if its header does not tell. */
  outageColumns: {
    heading: string;
    needed: string;
    names: Record<keyof OutageColumns, string>;
    elapsed: string;
  };
  controls: {
    month: string;
    print: string;
    /** Opens the choice of files again. */
    files: string;
  };
  reading: { cases: string; outages: string; ready(month: string): string };
  title(month: string): string;
  /** The date that open cases are evaluated as of, and the time zone of the months. */
  source(zone: string, asOf: string): string;
  /** Says that all figures are sample data. */
  sample: string;
  /** The tier does not include it. */
  notIncluded(tier: string): string;
  noMonth: string;
  /** Shares of time, with as many decimals as they need. */
  availabilityOf(fraction: number | null): string;
  figures: {
    cases: string;
    attainment: string;
    critical(severity: string): string;
    availability: string;
    /** Number of services with an outage. */
    services: string;
  };
  /** Below a figure. */
  notes: {
    moreCases(difference: number, before: string): string;
    points(points: string, sign: -1 | 0 | 1, before: string): string;
    chance: string;
    fewCases: string;
    missed(count: number): string;
    downtime(duration: string): string;
    noOutage: string;
    noFile: string;
    /** Nothing of the log of outages could be read. */
    unreadable: string;
  };
  cases: {
    heading: string;
    summary(count: number, month: string, difference: number | null, before: string): string;
    notStated(count: number): string;
    caption(month: string, before: string): string;
    columns: {
      severity: string;
      cases: string;
      change: string;
      met: string;
      missed: string;
      attainment: string;
      points: string;
    };
    all: string;
    /** A difference with its sign, in a cell. */
    change(difference: number): string;
    points(points: string, sign: -1 | 0 | 1): string;
  };
  critical: {
    heading: string;
    none(severity: string, month: string): string;
    summary(count: number, severity: string, month: string, met: number, missed: number): string;
    /** Median and 95th percentile of the time to the response. */
    percentiles(half: string, nearlyAll: string): string;
    running(count: number): string;
    caption(severity: string): string;
    columns: { id: string; submitted: string; late: string };
    noId(row: number): string;
    more(count: number): string;
  };
  status: {
    heading: string;
    running(count: number): string;
    noneRunning: string;
    problems(count: number): string;
    noProblems: string;
    projects: string;
    projectsHelp: string;
  };
  availability: {
    heading: string;
    choose: string;
    help: string;
    /** Says which columns an outage log needs. */
    understood: string;
    sampleHelp: string;
    /** Heading of a page of outages alone. */
    title(month: string): string;
    /** The date up to which the log is known, and the time zone of the months. */
    source(zone: string, asOf: string): string;
    /** Spoken. */
    ready(month: string): string;
    summary(share: string, month: string, outages: number, downtime: string, longest: string): string;
    none(month: string): string;
    ongoing: string;
    before(share: string, month: string): string;
    /** The outage log does not cover this month. */
    outside(month: string): string;
    /** Rows that could not be read, of all rows. */
    problems(count: number, rows: number): string;
    /** No row could be read, so that there is no figure. */
    unreadable: string;
    /** An upper bound, if some rows could not be read. */
    atMost(share: string): string;
    /** No outage among the rows that could be read. */
    noneRead(month: string): string;
    /** Title of the bars by day. */
    days: string;
    daysSummary(days: number, services: number): string;
    dayKey: { up: string; down: string };
    dayUp(service: string, day: string): string;
    dayDown(service: string, day: string, downtime: string, outages: number): string;
    /** A day after the end of the log. */
    dayUnknown(service: string): string;
    chart: string;
    total(months: number, share: string, downtime: string): string;
    worst(month: string, downtime: string): string;
    /** Above a bar. */
    minutes(count: number): string;
    markLabel(month: string, share: string, downtime: string, outages: number): string;
    markLabelWithoutLog(month: string): string;
    columns: {
      month: string;
      day: string;
      service: string;
      availability: string;
      downtime: string;
      outages: string;
      longest: string;
    };
    services(month: string): string;
    noName: string;
    /** Heads of the columns of a table for a spreadsheet, with their units. */
    exported: { availability: string; downtime: string; longest: string };
  };
  /** First part of the names of saved files; the month and the content follow. */
  file: string;
}

export const dashboardMessagesFor = messagesByLanguage(frCA, en);
