import type { DashboardMessages } from "./index.js";
import { capitalized } from "../../text/lookup.js";
import { en as phrases } from "../phrases.js";

const { quoted } = phrases;

const numbers = new Intl.NumberFormat("en-CA");
const n = (count: number) => numbers.format(count);
const some = (count: number, one: string, many = `${one}s`) => `${n(count)} ${count === 1 ? one : many}`;
const share = new Intl.NumberFormat("en-CA", { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat("en-CA", { style: "percent", minimumFractionDigits: 3, maximumFractionDigits: 3 });

export const en: DashboardMessages = {
  choose: {
    heading: "Choose your logs",
    cases: "Choose a case log",
    outages: "Choose an outage log (optional)",
    outagesHelp: "One outage per row: service, start, and end or duration.",
    chosen: (file) => `Chosen: ${file}`,
    sample: "Try it with sample data",
    sampleHelp: "A year of sample cases and outages.",
    read: "Create the dashboard",
    beside: "Add the cases of the month",
    besideHelp:
      "With a case log, the page is the operations dashboard of the month: cases, critical issues, status and availability.",
    use: (file) => `Use ${file}`,
  },
  outageColumns: {
    heading: "How the outage log is read",
    needed:
      "The columns could not all be recognized from the header. Choose the start of the outages, and their end or their duration.",
    names: {
      service: "Service",
      start: "Start",
      startTime: "Time of day (start)",
      end: "End",
      endTime: "Time of day (end)",
    },
    elapsed: "Duration in place of the end",
  },
  controls: { month: "Month", print: "Print or save as PDF", files: "Choose other logs" },
  reading: {
    cases: "The case log is being read.",
    outages: "The outage log is being read.",
    ready: (month) => `The dashboard for ${month} is ready.`,
  },
  title: (month) => `Operations dashboard, ${month}`,
  source: (zone, asOf) => `Open cases are evaluated as of ${asOf}; months follow the ${zone} time zone.`,
  sample: "Sample data, to try the page.",
  notIncluded: (tier) => `The ${quoted(tier)} tier does not include this dashboard.`,
  noMonth: "No case in the log could be read, so there is no month to show.",
  availabilityOf: (fraction) => {
    if (fraction === null) return "unknown";
    if (fraction === 1) return "100%";
    // Rounded down: a second without service is not 100 %.
    return fraction < 0.999
      ? share.format(Math.floor(fraction * 1e4) / 1e4)
      : fine.format(Math.floor(fraction * 1e5) / 1e5);
  },
  figures: {
    cases: "Cases",
    attainment: "Attainment",
    critical: (severity) => `Severity: ${severity}`,
    availability: "Availability",
    services: "Services with outages",
  },
  notes: {
    moreCases: (difference, before) =>
      difference === 0
        ? `as many as in ${before}`
        : `${n(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"} than in ${before}`,
    points: (points, sign, before) =>
      sign === 0 ? `as in ${before}` : `${points} points ${sign > 0 ? "higher" : "lower"} than in ${before}`,
    chance: "may be due to chance",
    fewCases: "too few cases to compare",
    missed: (count) => (count === 0 ? "none missed" : `${n(count)} missed`),
    downtime: (duration) => `${duration} of downtime`,
    noOutage: "no outages",
    noFile: "no outage log",
    unreadable: "the outage log could not be read",
  },
  cases: {
    heading: "Case data and trends",
    summary: (count, month, difference, before) => {
      const came = `${some(count, "case")} ${count === 1 ? "was" : "were"} submitted in ${month}`;
      if (difference === null) return `${came}.`;
      if (difference === 0) return `${came}, as many as in ${before}.`;
      return `${came}, ${n(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"} than in ${before}.`;
    },
    notStated: (count) =>
      count === 1
        ? `${some(count, "case")} has no objective or is still within its deadline: it is not counted in the attainment.`
        : `${some(count, "case")} have no objective or are still within their deadlines: they are not counted in the attainment.`,
    caption: (month, before) => `By severity in ${month}, compared with ${before}`,
    columns: {
      severity: "Severity",
      cases: "Cases",
      change: "Change",
      met: "Met",
      missed: "Missed",
      attainment: "Attainment",
      points: "Points",
    },
    all: "All",
    change: (difference) => (difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${n(Math.abs(difference))}`),
    points: (points, sign) => (sign === 0 ? "0" : `${sign > 0 ? "+" : "−"}${points}`),
  },
  critical: {
    heading: "Critical issues",
    none: (severity, month) => `Severity ${quoted(severity)}: no cases submitted in ${month}.`,
    summary: (count, severity, month, met, missed) => {
      const submitted = `Severity ${quoted(severity)}: ${some(count, "case")} submitted in ${month}`;
      if (met + missed === 0) return `${submitted}.`;
      const [kept, late] = [met, missed].map((each) => (each === 0 ? "none" : n(each)));
      return `${submitted}; ${kept} met the objective, ${late} missed it.`;
    },
    percentiles: (half, nearlyAll) => `Half of the responses took ${half} or less; 95% took ${nearlyAll} or less.`,
    running: (count) =>
      `${some(count, "case")} ${count === 1 ? "is still open, within its deadline" : "are still open, within their deadlines"}.`,
    caption: (severity) => `Severity ${quoted(severity)}: cases that missed the objective, longest delay first`,
    columns: { id: "Case", submitted: "Submitted", late: "Late by" },
    noId: (row) => `row ${n(row)}`,
    more: (count) => `And ${n(count)} more.`,
  },
  status: {
    heading: "Status",
    running: (count) =>
      `${some(count, "case")} from this month ${count === 1 ? "is still open, within its deadline" : "are still open, within their deadlines"}.`,
    noneRunning: "No open case from this month is still within its deadline.",
    problems: (count) => `${some(count, "row")} in the log could not be evaluated. The report says which, and why.`,
    noProblems: "Every row in the log could be evaluated.",
    projects: "Status of current projects",
    projectsHelp: "This is not in the log. What you write here is printed but not saved.",
  },
  availability: {
    heading: "Service availability",
    choose: "Choose an outage log",
    help: "A file with the service, the start and the end of each outage. It stays in this tab.",
    understood:
      "A spreadsheet (.xlsx, .ods) or CSV, also compressed (.gz), with a header and, for each outage, the service, the start, and the end or the duration. An outage without an end is ongoing.",
    sampleHelp: "No file at hand? Try a year of sample outages:",
    title: (month) => `Service availability, ${month}`,
    source: (zone, asOf) => `The outages are known up to ${asOf}; months follow the ${zone} time zone.`,
    ready: (month) => `The availability in ${month} is ready.`,
    summary: (available, month, outages, downtime, longest) =>
      outages === 1
        ? `The service was available ${available} of the time in ${month}: one outage caused ${downtime} of downtime.`
        : `The service was available ${available} of the time in ${month}: ${n(outages)} outages caused ${downtime} of downtime, the longest ${longest}.`,
    none: (month) => `The service was available without interruption in ${month}.`,
    ongoing: "One outage is still ongoing.",
    before: (available, month) => `In ${month}: ${available}.`,
    outside: (month) => `The outage log does not cover ${month}.`,
    problems: (count, rows) => `${n(count)} of ${some(rows, "row")} in the outage log could not be read.`,
    unreadable: "No row of the outage log could be read, so there is no figure.",
    atMost: (share) => `at most ${share}`,
    noneRead: (month) => `The rows that could be read name no outage in ${month}.`,
    days: "Outages, day by day",
    daysSummary: (days, services) =>
      days === 0
        ? "No service had an outage on any day."
        : `${some(services, "service")} had outages, on ${some(days, "day")} in all.`,
    dayKey: { up: "No outage", down: "Outage" },
    dayUp: (service, day) => `${service}, ${day}: no outage.`,
    dayDown: (service, day, downtime, outages) =>
      `${service}, ${day}: ${downtime} of downtime, ${some(outages, "outage")}.`,
    dayUnknown: (service) => `${service}: after the end of the log.`,
    chart: "Downtime, month by month",
    total: (months, available, downtime) =>
      `Over ${some(months, "month")}: available ${available} of the time, ${downtime} of downtime.`,
    worst: (month, downtime) => `Most downtime: ${month} (${downtime}).`,
    minutes: (count) => `${n(count)}\u00a0min`,
    markLabel: (month, available, downtime, outages) =>
      `${capitalized(month)}: available ${available} of the time, ${downtime} of downtime, ${some(outages, "outage")}.`,
    markLabelWithoutLog: (month) => `${capitalized(month)}: no outages.`,
    columns: {
      month: "Month",
      day: "Day",
      service: "Service",
      availability: "Availability",
      downtime: "Downtime",
      outages: "Outages",
      longest: "Longest outage",
    },
    services: (month) => `By service in ${month}`,
    noName: "Unnamed",
    exported: { availability: "Availability (%)", downtime: "Downtime (min)", longest: "Longest outage (min)" },
  },
  file: "dashboard",
};
