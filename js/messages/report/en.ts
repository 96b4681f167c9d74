import type { ReportMessages } from "./index.js";
import { en as phrases } from "../phrases.js";

const { quoted } = phrases;

const plural = new Intl.PluralRules("en");
const cases = (count: string, number: number) => `${count} ${plural.select(number) === "one" ? "case" : "cases"}`;
const rows = (count: string, number: number) => `${count} ${plural.select(number) === "one" ? "row" : "rows"}`;

export const en: ReportMessages = {
  choose: {
    heading: "Choose a case log",
    another: "Read another log",
    button: "Choose a file",
    drop: "or drop it here",
    privacy: "The file stays in this tab: it is read on your device and never sent or stored.",
    understood:
      "An export from your case management system: a spreadsheet (.xlsx, .ods) or CSV, also compressed (.gz), with a header and, for each case, the severity, the tier, and the times of submission and first response. An ID and a channel are optional.",
    samples: "No file at hand? Try a sample log:",
    sample: (count) => `${count} cases`,
    sampleName: (count) => `Sample of ${count} cases`,
    making: "The sample is being prepared.",
  },
  reading: {
    heading: (file) => `Reading ${file}`,
    bytes: (read, size, share) => `${read} of ${size} (${share})`,
    rate: (count) => `${count} rows per second`,
    left: (duration) => `about ${duration} left`,
    cancel: "Cancel",
    started: "The log is being read.",
    done: (share, uncovered) =>
      `The report is ready: the objective was met in ${share} of evaluated cases${uncovered === null ? "" : `; ${uncovered}`}.`,
    doneWithout: "The report is ready. No case could be evaluated.",
    cancelled: "Reading was cancelled.",
  },
  columns: {
    heading: "How the file is read",
    needed: "One of the columns could not be recognized from the header. Choose it, and the file will be read.",
    ask: "Some times in this file have no time zone. Choose one, and the file will be read.",
    names: {
      id: "Case ID",
      tier: "Service tier",
      severity: "Severity",
      submittedAt: "Submitted",
      stoppedAt: "First response",
      channel: "Channel",
    },
    none: "None",
    unnamed: (column) => `Column ${column}`,
    missing: "Choose the column.",
    missingTier: "Choose the column or, below, one tier for every case.",
    sample: "The first rows of the file",
    noRows: "There are no rows below the header.",
    tier: "Tier of every case",
    chooseTier: "Choose a tier",
    zone: "Time zone",
    zoneHelp: "Used to group cases by week and hour, and to read times that have no time zone.",
    zoneAsked: "Times in this file have no time zone: they are read as local times in this zone.",
    asOf: "Evaluate open cases as of",
    asOfHelp: "In your device’s time. Default: when the file was last changed.",
    delimiter: "Delimiter",
    delimiters: { ",": "Comma", ";": "Semicolon", "\t": "Tab" },
    detected: (delimiter) => (delimiter === "" ? "Detected" : `Detected: ${delimiter.toLowerCase()}`),
    measure: "Measure",
    read: "Read the file",
    readAgain: "Read the file again",
  },
  coverage: {
    text: (missing, _, all) => `${missing} of ${all} rows could not be evaluated`,
    cause: "Most common reason:",
    cures: {
      values: "Say what these values mean",
      zone: "Choose the time zone",
      columns: "Check the columns",
      delimiter: "Check the delimiter",
      rows: "See these rows",
    },
  },
  values: {
    heading: (count, number) =>
      number === 1 ? "One value is not in the policy" : `${count} values are not in the policy`,
    intro: (count, number, all) =>
      `${count} of ${all} rows ${number === 1 ? "has" : "have"} such a value. Say what it means, and ${number === 1 ? "the row" : "the rows"} will be evaluated.`,
    rows: (count, number) => rows(count, number),
    means: {
      severity: (value) => `Severity ${quoted(value)} corresponds to`,
      tier: (value) => `Tier ${quoted(value)} corresponds to`,
    },
    unknown: "Leave these rows out",
    more: (count) => `Show ${count} more`,
    apply: "Continue",
  },
  answer: {
    sentence: (share, count, number, measure, uncovered) =>
      `The ${quoted(measure)} objective was met in ${share} of ${number === 1 ? "evaluated cases (only one case)" : `${count} evaluated cases`}${uncovered === null ? "" : `; ${uncovered}`}.`,
    noCases: "The log has a header but no cases.",
    notEvaluated: (count, number) =>
      number === 1
        ? "The only row could not be evaluated, so there is no figure."
        : `None of the ${count} rows could be evaluated, so there is no figure.`,
    noneLeft: "No case matches the filter.",
    nothing: "None of these cases can be met or missed yet: they have no objective, or their deadlines have not come.",
    allMet: "No evaluated case missed it.",
    missed: (count, number, median, most) =>
      number === 1
        ? `One case was answered ${most} late.`
        : `${cases(count, number)} were answered late: half of them by less than ${median}, the worst by ${most}.`,
    missedAtMost: (count, number, most) =>
      number === 1
        ? `One case was answered ${most} late.`
        : `${cases(count, number)} were answered late, the worst by ${most}.`,
    overdue: (count, number) =>
      number === 1
        ? "One case is overdue and has not been answered yet."
        : `${cases(count, number)} are overdue and have not been answered yet.`,
    interval: (low, high) => `95% confidence interval: ${low} to ${high}.`,
    few: "There are too few cases to draw conclusions.",
    compared: (name, then, _, count, points, sign) =>
      `${name}: met in ${then} of evaluated cases (${count}). ${sign === 0 ? "Now it is the same" : `Now it is ${points} points ${sign > 0 ? "higher" : "lower"}`}.`,
    comparedSame: (name, then, now, count, points, sign) =>
      `${name}: met in ${then} of the same ${count} cases. ${sign === 0 ? "Now it is the same" : `Now it is ${now}, ${points} points ${sign > 0 ? "higher" : "lower"}`}.`,
    comparedOthers: (count, number) =>
      number === 1
        ? "One more case was evaluated for only one of the two."
        : `${count} more cases were evaluated for only one of the two.`,
    comparedNone: (name) => `${name}: no case could be evaluated.`,
    comparedUnknown: (count, number) =>
      `${count} more ${number === 1 ? "row" : "rows"} could not be evaluated for this comparison.`,
    trend: (last, before) => `Last four weeks: ${last}; previous four weeks: ${before}.`,
    running: (count, number) =>
      number === 1
        ? `${count} open case still within its deadline: not counted`
        : `${count} open cases still within their deadlines: not counted`,
    notStated: (count, number) => `${cases(count, number)} without an objective: not counted`,
    filtered: (count, number) => `${rows(count, number)} excluded by the filter`,
    only: (names) => `Only these cases: ${names.map((each) => each.join(", ")).join("; ")}`,
    problems: (count, number) => `${rows(count, number)} could not be evaluated: see which, and why`,
    file: (name) => `File: ${name}`,
    asOf: (when) => `Open cases are evaluated as of ${when}`,
  },
  goals: {
    heading: "Goals of the policy",
    left: (goal, count, number) =>
      number === 0
        ? `Goal of ${goal}: met, but not one more case may be missed.`
        : `Goal of ${goal}: met so far; ${number === 1 ? "one more case" : `${count} more cases`} could be missed.`,
    lost: (goal, count, number) =>
      `Goal of ${goal}: not met; ${number === 1 ? "one case too many was" : `${count} cases too many were`} missed.`,
    period: "Period",
    cases: "Cases",
    misses: "Missed",
    attainment: "Attainment",
    state: "Goal",
    reached: "reached",
    missed: "not reached",
    open: "still open",
    missesLeft: "Misses left",
  },
  groups: {
    only: (name) => `Show only: ${name}`,
    heading: "By tier and severity",
    tier: (name) => `Tier: ${name}`,
    all: "All cases",
    severity: "Severity",
    objective: "Objective",
    cases: "Cases",
    met: "Met",
    missed: "Missed",
    running: "Running",
    attainment: "Attainment",
    median: "Median",
    p90: "90th percentile",
    p95: "95th percentile",
    difference: (points, sign) => (sign === 0 ? "the same" : `${sign > 0 ? "+" : "−"}${points} points`),
    notStated: "no objective",
    note: "Attainment: share of evaluated cases that met the objective, with its 95% confidence interval. Missed: answered late, or still open and overdue. Median, 90th and 95th percentile: half, 90% and 95% of responses took this long or less, in business hours of the support desk.",
    greyed: (few) => `Greyed out: fewer than ${few} evaluated cases, too few to draw conclusions.`,
  },
  charts: {
    heading: "Charts",
    distributionOf: "Cases",
    allTogether: "All cases",
    group: (tier, severity) => `${tier} (severity: ${severity})`,
    save: "Save",
    svg: "Save as SVG",
    csv: "Save the figures as CSV",
    png: "Save as PNG",
  },
  misses: {
    headings: { open: "Not answered yet, and overdue", late: "Answered late" },
    overrun: "Late by",
    id: "Case",
    noId: "no ID",
    row: "Row",
    severity: "Severity",
    tier: "Tier",
    submitted: "Submitted",
    moment: (day, time) => `${day}, ${time}`,
    more: "Show more",
    shown: (shown, all) => `${shown} of ${all}`,
  },
  problems: {
    heading: "Rows that could not be evaluated",
    intro: "These rows are not counted above. They are numbered as in a spreadsheet: the header is row 1.",
    codes: {
      "empty-log": "The file is empty: it does not even have a header.",
      "invalid-encoding":
        "The file is not UTF-8 text. From a spreadsheet, save it as “CSV UTF-8”; UTF-16 and binary files are not read.",
      "missing-column": "A required column is missing.",
      "invalid-utf-8": "The row contains bytes that are not valid UTF-8.",
      "not-text": "The row contains NUL bytes: it is not text.",
      "limit-exceeded": "The row is larger than 1 MiB, or the log has too many groups.",
      "unclosed-quote":
        "A quotation mark opened in this row is never closed: everything after it is read as a single row.",
      "wrong-column-count": "The row has more or fewer columns than the header.",
      "unknown-tier": "The policy has no such tier.",
      "unknown-severity": "The policy has no such severity.",
      "invalid-instant": "This is not a valid date and time.",
      "unknown-option": "The policy has no such answer or channel.",
      "unknown-zone": "This time zone is unknown.",
      undetermined: "The deadline depends on information that is not in the row.",
      "ambiguous-instant": "The day and month in this date could be the other way round.",
      "mixed-date-order": "The day and month are in another order than in the rest of the column.",
      "missing-offset": "The time has no UTC offset (such as −05:00), and no time zone is chosen.",
      "out-of-range": "The date is not between 1970 and 2199.",
      "stop-before-submission": "The response comes before the submission.",
      "end-before-start": "The end comes before the start.",
      "duplicate-id": "An earlier row has the same ID.",
    },
    other: (code) => `The row cannot be read (${code}).`,
    rows: (count, number) => rows(count, number),
    row: (row) => `Row ${row}`,
    rowFound: (row, found) => `Row ${row}: ${quoted(found)}`,
    more: (count) => `${count} more`,
    rest: (count) => `And ${count} more, not listed.`,
  },
  filters: {
    heading: "Filter and compare",
    tier: "Tier",
    allTiers: "All tiers",
    severity: "Severity",
    allSeverities: "All severities",
    channel: "Channel",
    allChannels: "All channels",
    noChannel: "Not specified",
    andMore: (names, count) => `${names.join(", ")} and ${count} more`,
    period: "Submitted",
    wholeFile: "Whole file",
    days: "Custom dates",
    from: "From",
    to: "To (inclusive)",
    reset: "Show all cases",
    chips: "Filter",
    remove: (name) => `Remove from the filter: ${name}`,
    goal: "Goal (%)",
    comparison: "Compare with",
    nothing: "No comparison",
    otherPolicy: "Compare with another policy (JSON)",
    anotherPolicy: "Choose a different policy (JSON)",
  },
  comparison: {
    asTier: (tier) => `Objectives of the ${quoted(tier)} tier`,
    underPolicy: (policy) => `Policy ${quoted(policy)}`,
    before: (period) => `Previous period (${period})`,
  },
  exports: {
    heading: "Export",
    intro:
      "The CSV file opens in a spreadsheet in English; no cell is run as a formula. The JSON file contains the whole report.",
    table: "Table",
    csv: "Save the table as CSV",
    json: "Save everything as JSON",
    print: "Print or save as PDF",
    file: "report",
    all: "all",
    otherChannels: "others",
    open: "not answered",
    late: "answered late",
    names: {
      groups: "By tier and severity",
      weeks: "By week",
      months: "By month",
      channels: "By channel",
      hours: "By hour and weekday",
      misses: "Delays",
      problems: "Rows not evaluated",
    },
    columns: {
      tier: "Tier",
      severity: "Severity",
      cases: "Cases",
      met: "Met",
      missed: "Missed",
      running: "Running",
      notStated: "Without objective",
      attainment: "Attainment (%)",
      low: "Interval from (%)",
      high: "Interval to (%)",
      p50: "Median (min)",
      p90: "90th percentile (min)",
      p95: "95th percentile (min)",
      week: "Week",
      month: "Month",
      channel: "Channel",
      weekday: "Weekday",
      hour: "Hour",
      row: "Row",
      id: "Case",
      submitted: (zone) => `Submitted (${zone})`,
      overrun: "Late by (min)",
      state: "State",
      above: "More than (min)",
      upTo: "Up to (min)",
      problem: "Problem",
      found: "Value",
    },
  },
  failures: {
    "file-unreadable":
      "The file could not be read. It may have been moved, changed or locked since you chose it: choose it again.",
    "invalid-spreadsheet":
      "The spreadsheet could not be read. Save it as .xlsx, .ods or CSV in your spreadsheet program, and choose that file.",
    "encrypted-spreadsheet": "The spreadsheet is protected by a password. Save it without one, or as CSV.",
    "limit-exceeded": "The file is larger than what can be read.",
    "invalid-policy": "The policy to compare with has errors. The “Check a policy” page lists them.",
    "engine-unavailable": "The engine could not start, so the file cannot be read.",
    "engine-restarted": "The engine had to restart while the file was being read: read it again.",
    "invalid-instant": "This date cannot be read: choose another.",
    "out-of-range": "This date is not between 1970 and 2199.",
    "unknown-measure": "This policy states no objectives, so there is nothing to evaluate.",
    "unknown-zone": "Your browser does not know this time zone: choose another.",
    "unknown-tier": "The policy has no such tier.",
    "unknown-severity": "The policy has no such severity.",
    internal: "Something went wrong. Try reading the file again.",
  },
};
