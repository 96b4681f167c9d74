import type { DashboardMessages } from "./messages.js";

const numbers = new Intl.NumberFormat("en-CA");
const or = new Intl.ListFormat("en", { type: "disjunction" });
const n = (count: number) => numbers.format(count);
const some = (count: number, one: string, many = `${one}s`) => `${n(count)} ${count === 1 ? one : many}`;
const share = new Intl.NumberFormat("en-CA", { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat("en-CA", { style: "percent", minimumFractionDigits: 3, maximumFractionDigits: 3 });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const en: DashboardMessages = {
  choose: {
    heading: "Two logs make the page",
    cases: "Choose a log of cases (CSV)",
    outages: "Choose a log of outages (optional)",
    outagesHelp: "One outage a row: the service, its start and its end.",
    chosen: (file) => `Chosen: ${file}`,
    sample: "Try made-up logs",
    sampleHelp: "A year of cases and outages, invented on the spot.",
    read: "Make the dashboard",
  },
  controls: { month: "Month", print: "Print, or save as PDF", files: "Other logs" },
  reading: {
    cases: "The log of cases is being read.",
    outages: "The log of outages is being read.",
    ready: (month) => `The dashboard of ${month} is ready.`,
  },
  title: (month) => `Operations dashboard, ${month}`,
  source: (zone, asOf) => `Open cases are judged as of ${asOf}, and months are those of the zone ${zone}.`,
  sample: "Made-up figures, to try the page.",
  notIncluded: (tier) => `The ${tier} tier does not include this dashboard.`,
  noMonth: "No case of the log could be read: there is no month to show.",
  availabilityOf: (fraction) => {
    if (fraction === 1) return "100%";
    // Never rounded up: a second without service is not 100 %.
    return fraction < 0.999
      ? share.format(Math.floor(fraction * 1e4) / 1e4)
      : fine.format(Math.floor(fraction * 1e5) / 1e5);
  },
  figures: {
    cases: "Cases",
    attainment: "Met the objective",
    critical: (severity) => `${severity} cases`,
    availability: "Availability",
  },
  notes: {
    moreCases: (difference, before) =>
      difference === 0
        ? `as many as in ${before}`
        : `${n(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"} than in ${before}`,
    points: (points, sign, before) =>
      sign === 0 ? `as in ${before}` : `${points} points ${sign > 0 ? "more" : "less"} than in ${before}`,
    chance: "chance may explain it",
    fewCases: "too few cases to compare",
    missed: (count) => (count === 0 ? "none missed" : `${n(count)} missed`),
    lost: (duration) => `${duration} lost`,
    noOutage: "no outage",
    noFile: "no log of outages",
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
      `${some(count, "case")} ${count === 1 ? "has" : "have"} no objective, or ${count === 1 ? "is" : "are"} not yet due, and ${count === 1 ? "counts" : "count"} neither as met nor as missed.`,
    caption: (month, before) => `By severity in ${month}, and against ${before}`,
    columns: {
      severity: "Severity",
      cases: "Cases",
      change: "Change",
      met: "Met",
      missed: "Missed",
      attainment: "Share",
      points: "Points",
    },
    all: "All",
    change: (difference) => (difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${n(Math.abs(difference))}`),
    points: (points, sign) => (sign === 0 ? "0" : `${sign > 0 ? "+" : "−"}${points}`),
  },
  critical: {
    heading: "Critical issues",
    none: (severity, month) => `No case of severity ${severity} was submitted in ${month}.`,
    summary: (count, severity, month, met, missed) => {
      const came = `${some(count, "case")} of severity ${severity} ${count === 1 ? "was" : "were"} submitted in ${month}`;
      if (met + missed === 0) return `${came}.`;
      return `${came}: ${n(met)} met the objective, ${missed === 0 ? "none" : n(missed)} missed it.`;
    },
    took: (half, nearlyAll) => `Half of the answers took at most ${half}, nineteen in twenty at most ${nearlyAll}.`,
    running: (count) => `${n(count)} ${count === 1 ? "is" : "are"} still open, and not yet due.`,
    caption: (severity) => `Cases of severity ${severity} that missed the objective, the latest first`,
    columns: { id: "Case", submitted: "Submitted", late: "Late by" },
    noId: (row) => `row ${n(row)}`,
    more: (count) => `And ${n(count)} more.`,
  },
  status: {
    heading: "Status",
    running: (count) =>
      `${some(count, "case")} of the month ${count === 1 ? "is" : "are"} still open, and not yet due.`,
    noneRunning: "No case of the month is open and still to be answered in time.",
    problems: (count) => `${some(count, "row")} of the log could not be judged. The report tells which, and why.`,
    noProblems: "Every row of the log could be judged.",
    projects: "Status of current projects",
    projectsHelp: "The log does not hold it. What you write here is printed, and kept nowhere.",
  },
  availability: {
    heading: "Service availability",
    choose: "Choose a log of outages",
    help: "A CSV with the service, the start and the end of each outage. It stays in this tab.",
    summary: (available, month, outages, lost, longest) =>
      outages === 1
        ? `The service was available for ${available} of ${month}: one outage took ${lost}.`
        : `The service was available for ${available} of ${month}: ${n(outages)} outages took ${lost}, the longest ${longest}.`,
    none: (month) => `The service was available throughout ${month}.`,
    ongoing: "One outage has not ended yet.",
    before: (available, month) => `It was ${available} in ${month}.`,
    outside: (month) => `The log of outages does not reach ${month}.`,
    problems: (count) => `${some(count, "row")} of the log of outages could not be counted.`,
    chart: "Time lost month by month",
    total: (months, available, lost) =>
      `Over ${some(months, "month")}: available for ${available} of the time, ${lost} lost.`,
    worst: (month, lost) => `Most was lost in ${month}: ${lost}.`,
    minutes: (count) => `${n(count)}\u00a0min`,
    told: (month, available, lost, outages) =>
      `${capital(month)}: ${available}, ${lost} lost in ${some(outages, "outage")}.`,
    toldNone: (month) => `${capital(month)}: no outage.`,
    columns: {
      month: "Month",
      service: "Service",
      availability: "Availability",
      lost: "Lost",
      outages: "Outages",
      longest: "Longest",
    },
    services: (month) => `By service in ${month}`,
    noName: "Not named",
    condition: (question, answers) => `${question} ${or.format(answers)}`,
    exported: { availability: "Availability (%)", lost: "Lost (min)", longest: "Longest (min)" },
  },
  file: "dashboard",
};
