/**
 * The shapes that the engine takes and gives. Every instant that comes out is RFC 3339 in UTC; every duration is in
 * seconds.
 */

/**
 * An instant: a Date, epoch milliseconds, or an RFC 3339 string with an offset ("2026-02-03T02:14:00-05:00").
 *
 * A string without an offset is refused (code "invalid-instant"). Results are RFC 3339 in UTC, to the millisecond only
 * where it is not zero: "2026-02-03T07:14:00Z".
 */
export type Instant = Date | number | string;

/** The offset of a time zone from UTC, from an instant on. */
export interface UtcOffset {
  /** The first instant at which it holds. */
  from: string;
  /** Seconds by which local time is ahead of UTC; negative west of Greenwich. */
  seconds: number;
}

/** Language-tagged text of a policy: BCP 47 tag to text. */
export type Text = Record<string, string>;

/** Where the bytes of the engine come from. */
/** In which language the engine runs: "auto" is WebAssembly, or JavaScript where the page refuses that. */
export type EngineKind = "auto" | "wasm" | "js";

export type EngineSource = URL | string | Response | BufferSource | WebAssembly.Module;

// ---------------------------------------------------------------- findings

/** One finding about a policy. */
export interface Diagnostic {
  /** A policy with an "error" cannot be loaded. */
  level: "error" | "warning" | "info";
  code: DiagnosticCode;
  /** JSON Pointer (RFC 6901) into the policy. */
  path: string;
  /** Line in the text, from 1; absent where the policy came as an object. */
  line?: number;
  /** Column in the line, from 1, in UTF-16 units. */
  column?: number;
  /** One sentence in English: what is wrong, and what was found. */
  message: string;
  /** How to mend it, where there is something to say. */
  help?: string;
  /** The answers concerned; a question left out stands for any option. */
  box?: Record<string, string[]>;
  /** One complete set of answers inside the box. */
  example?: Record<string, string>;
  /** "not-monotone": the worse answers that get the less severe level. */
  counterexample?: { from: Record<string, string>; to: Record<string, string>; question: string };
}

/**
 * At least: "syntax" "schema" "duplicate-id" "unknown-reference" "gap" "overlap" "unreachable-rule" "duplicate-rule"
 * "not-monotone" "irrelevant-question" "unused-severity" "objective-overlap" "objective-missing"
 * "calendar-never-opens" "invalid-calendar" "invalid-interval" "invalid-date" "invalid-holiday" "unknown-zone"
 * "missing-translation" "unsafe-url" "limit-exceeded".
 */
export type DiagnosticCode = string;

/** One thing that a change of policy changes. */
export interface PolicyChange {
  kind: "severity" | "objective" | "calendar" | "text" | "structure";
  /** JSON Pointer into the later policy, or into the earlier one where the later one has no such place. */
  path: string;
  message: string;
  /** kind "severity": the answers concerned. */
  box?: Record<string, string[]>;
  /** kind "severity": how many complete answers that is. */
  count?: number;
  /** kind "severity": the level before (null: undecided). */
  before?: string | null;
  /** kind "severity": the level after (null: undecided). */
  after?: string | null;
}

// ---------------------------------------------------------------- classification

/**
 * Question id to what is known: one option, several options still possible, or "unknown" (any option). A question left
 * out has not been asked yet.
 */
export type Answers = Record<string, string | string[]>;

/** The severity of a set of answers, with its reasons. */
export interface Classification {
  /** True when no further answer can change the severity. */
  decided: boolean;
  /** Severities still possible, most severe first. */
  possible: string[];
  /** The severity, or while undecided the one that the policy's `whenUnsure` picks (default: most severe). */
  severity: string;
  /** "stated": a clause of the description decides. "interpreted": the text is silent; the policy decides. */
  basis: "stated" | "interpreted";
  /** Ids of the rules that decide, in their order. */
  rules: string[];
  /** Clauses of these rules. */
  clauses: string[];
  /** The smallest set of the given answers that is enough for this result. */
  because: Record<string, string[]>;
  /** For every other severity within reach: the fewest changed answers that lead to it. */
  whatIf: { severity: string; change: Record<string, string> }[];
  /** Canonical text of policy, version and answers, for permalinks and tickets. */
  vector: string;
}

/** The question that leads to the severity soonest. */
export interface NextQuestion {
  id: string;
  text: Text;
  help?: Text;
  /** `possible`: severities still possible after this answer, most severe first. */
  options: { id: string; text: Text; help?: Text; possible: string[] }[];
  /** Questions still needed on average, this one included; options weighted as the policy says, else alike. */
  expected: number;
  /** Questions still needed at most, this one included. */
  worst: number;
  /** False only where the table is too large to search whole. */
  exact: boolean;
}

/** What a vector says. */
export interface ParsedVector {
  answers: Answers;
  /** Whether it was written under this version of this policy. */
  sameVersion: boolean;
  /** Parts that this policy does not know. */
  ignored: string[];
}

// ---------------------------------------------------------------- objectives and clocks

/** A service level objective for one tier and severity. */
export interface Objective {
  id: string;
  /** "initial-response", or one that the policy defines. */
  measure: string;
  name: Text;
  tier: string;
  severity: string;
  /** under: met when strictly less; within: met when less or equal; null: the policy states none. */
  bound: "under" | "within" | null;
  seconds: number | null;
  /** Id of the calendar in whose open time it is measured; empty where the policy has no entry at all. */
  calendar: string;
  clause?: string;
}

/** What is known about a case. */
export interface CaseFacts {
  tier: string;
  /** The severity at submission. */
  severity: string;
  submittedAt: Instant;
  /** When each measure stopped: `{ "initial-response": … }`; null, or left out, while it runs or where it was reopened. */
  stoppedAt?: Record<string, Instant | null>;
  /** Half-open holds; an open one has null. They stop only the measures that the policy lets them stop. */
  pauses?: [Instant, Instant | null][];
  /** Later severities, oldest first. */
  severityChanges?: { at: Instant; severity: string }[];
  /** Answers to the policy's context questions: sale, nature, reporter, … */
  context?: Record<string, string>;
}

/** A case at an instant. */
export interface Evaluation {
  targets: TargetEvaluation[];
}

/** One objective of a case at an instant. */
export interface TargetEvaluation {
  objective: Objective;
  state: TargetState;
  /** Null where none is stated, while paused, or where the calendar never gets there. */
  dueAt: string | null;
  elapsedSeconds: number;
  /** Negative once past the target. */
  remainingSeconds: number | null;
  /** elapsed / target. */
  consumed: number | null;
  /** How the time was counted, in order, without gaps or overlaps. */
  timeline: TimelineSegment[];
}

/** The state of an objective. */
export type TargetState = "not-stated" | "on-track" | "at-risk" | "overdue" | "paused" | "met" | "missed";

/** A stretch of time that was counted, or the reason why it was not. */
export interface TimelineSegment {
  from: string;
  to: string;
  kind: "counted" | "closed" | "holiday" | "paused";
  label?: Text;
}

// ---------------------------------------------------------------- what to do

/** Something to do, to prepare or to know. */
export interface Advice {
  id: string;
  kind: "act" | "prepare" | "know" | "escalate";
  text: Text;
  clause?: string;
  channel?: string;
}

/** What a customer may expect of a case, and what to do. */
export interface Expectation {
  severity: string;
  tier: string;
  targets: TargetEvaluation[];
  /** Ordered: what to do first stands first. */
  advice: Advice[];
  /** "contractual" or "informational", by the sale context. */
  standing: "contractual" | "informational" | "unspecified";
}

/** What is known of a case before all of its facts are; whoever is not sure of a context question says "unknown". */
export interface CustomerContext {
  severity?: string;
  tier?: string;
  context?: Record<string, string>;
}

/** The context question that leads soonest to the advice that fits. */
export interface NextContext {
  id: string;
  text: Text;
  help?: Text;
  options: { id: string; text: Text; help?: Text }[];
  /** Questions still needed on average, this one included; options count alike. */
  expected: number;
  /** Questions still needed at most, this one included. */
  worst: number;
  /** False only where too many questions depend on each other to compare all ways of asking. */
  exact: boolean;
}

// ---------------------------------------------------------------- what a tier includes

/** Something that a tier includes. */
export interface TierFeature {
  id: string;
  /** The tier that brings it: the tier itself, or one that it includes. */
  tier: string;
  name: Text;
  text?: Text;
  /** A term comes with the services, an exclusion is left out of them; default: a service. */
  kind?: "term" | "exclusion";
  cadence?: "continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
  clause?: string;
  /** "conditional" while a context question on which it depends has no answer. */
  state: "included" | "conditional" | "excluded";
  /** The context questions on which it depends, each with the options with which it is delivered. */
  conditions: { question: string; options: string[] }[];
}

/** The period of deliverables. */
export interface DeliverableOptions {
  /** First day, ISO 8601: "2026-12-01". */
  from: string;
  /** Last day, included; without it a year is meant. At most ten years after the first. */
  until?: string;
  context?: Record<string, string>;
}

/** Work that recurs, with its dates. */
export interface Deliverable extends TierFeature {
  /** Recurrence rule of iCalendar (RFC 5545) for an event that starts on the first date; it leaves `extraDates` out. */
  rule: string;
  /** Of the dates, those in months that lack the day. */
  extraDates: string[];
  /** Its dates in the period, ISO 8601. Where a month lacks the day, its last day. */
  dates: string[];
}

// ---------------------------------------------------------------- attainment over a log

/** What a column of a log holds. */
export type LogColumn = "id" | "tier" | "severity" | "submittedAt" | "stoppedAt" | "channel";

/** How a log of cases is read. */
export interface ReportOptions {
  /** Open cases are judged as of this instant; a stop behind it has not come yet. */
  asOf: Instant;
  /** Default "initial-response". */
  measure?: string;
  /** Header name (or 0-based index) of each column; what is left out is guessed from the header. */
  columns?: Partial<Record<LogColumn, string | number>>;
  /** IANA zone of weeks, and of timestamps that carry no offset; without it such a row is a data error. */
  zone?: string;
  /** Values of the file to ids of the policy: `{ severity: { "Sev 1": "critical" } }`. */
  values?: { tier?: Record<string, string>; severity?: Record<string, string> };
  /** Tier for files that have no such column. */
  tier?: string;
  /** Judges every case by the objectives of this tier, whatever its own: "as if Premium". Groups keep their own tier. */
  asTier?: string;
  /**
   * Which cases to judge; what is left out lets every case through, an empty list none. The rest is counted as `filtered`.
   * Channels as `channels` of the result names them; submission in [from, to).
   */
  only?: { tiers?: string[]; severities?: string[]; channels?: string[]; from?: Instant; to?: Instant };
  /** Default: found out (comma, semicolon, tab). */
  delimiter?: string;
}

/** What a log of cases shows. */
export interface ReportResult {
  /** Rows below the header that hold anything: judged, filtered, or with a problem. */
  rows: number;
  /**
   * Share of the rows that could be evaluated: (rows - problems) / rows; null without rows. A statement of an attainment
   * also states this where it is below 1.
   */
  coverage: number | null;
  /** Rows that `only` keeps out: neither counted anywhere else, nor a problem. */
  filtered: number;
  /** What stands between columns, given or found out; null where nothing could be read. */
  delimiter: string | null;
  /** The header, column by column. */
  headers: string[];
  /** Which column was taken for what, as given or guessed; where a needed one is missing, those that were found. */
  columns: Partial<Record<LogColumn, { index: number; name: string }>>;
  /** One per (tier, severity) seen, in the policy's order, and last, one over all. */
  groups: Group[];
  /** ISO weeks of submission, in `zone`, else UTC. */
  weeks: Week[];
  /** Months of submission, grouped as `weeks`. */
  months: Month[];
  /** By how the cases came in, the most frequent channel first; empty without such a column. */
  channels: ChannelAttainment[];
  /** By hour of the week of submission, in `zone`, else UTC, from Monday on; only those with cases. */
  hours: HourAttainment[];
  /**
   * Rows that could not be judged: never dropped in silence. `first` holds up to 100 per code. Rows are numbered as a
   * spreadsheet does: the header is row 1 where nothing stands above it, an empty line counts, and a row stays one row where
   * a cell has line ends in it.
   */
  problems: { code: string; count: number; first: { row: number; message: string }[] }[];
  /** Up to 10,000 missed or overdue cases, the longest overrun first; among equals, the earlier row. */
  misses: {
    row: number;
    id: string;
    tier: string;
    severity: string;
    submittedAt: string;
    overrunSeconds: number;
  }[];
}

/** Attainment of one group of cases. */
export interface Group {
  tier: string | null;
  severity: string | null;
  cases: number;
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
  /** Open, not yet due. */
  running: number;
  notStated: number;
  /** met / (met + missed); null without a judged case. */
  attainment: number | null;
  /** The 95 % Wilson interval of the attainment. */
  interval: [number, number] | null;
  /** Open seconds to the stop, over stopped cases: nearest rank. */
  p50: number | null;
  p90: number | null;
  p95: number | null;
  /**
   * Stopped cases by open time: longer than the bin before says, and not longer than this one. The bins are the same
   * everywhere, from a minute to ten days; they end with the one that holds the longest case, which beyond ten days is its
   * upper edge.
   */
  histogram: { upToSeconds: number; count: number }[];
}

/** Attainment of one ISO week. */
export interface Week {
  week: string;
  tier: string | null;
  severity: string | null;
  cases: number;
  met: number;
  missed: number;
}

/** Attainment of one month. */
export interface Month {
  /** "2026-02" */
  month: string;
  tier: string | null;
  severity: string | null;
  cases: number;
  met: number;
  missed: number;
}

/** Attainment of the cases that came in one way. */
export interface ChannelAttainment {
  /** As the log names it, "" where the cell is empty; null: all that came when 200 channels were known. */
  channel: string | null;
  cases: number;
  met: number;
  missed: number;
  /** met / (met + missed); null without a judged case. */
  attainment: number | null;
}

/** Attainment of the cases that were submitted in one hour of the week. */
export interface HourAttainment {
  /** From 1, Monday, to 7. */
  weekday: number;
  /** From 0 to 23. */
  hour: number;
  cases: number;
  met: number;
  missed: number;
}

// ---------------------------------------------------------------- service availability over a log of outages

/** What a column of a log of outages holds. */
export type OutageColumn = "service" | "start" | "end";

/** How a log of outages is read: CSV with a header, one outage a row. An outage without an end lasts up to `asOf`. */
export interface AvailabilityOptions {
  /** What is known is known up to this instant: an end behind it has not come yet, an outage that begins behind it neither. */
  asOf: Instant;
  /** First instant of the period; default: of the month of the first outage. */
  from?: Instant;
  /** The instant behind its last; default, and at most, `asOf`. */
  until?: Instant;
  /** IANA zone of months, and of timestamps that carry no offset; default UTC, and such a row is a data error. */
  zone?: string;
  /** Header name (or 0-based index) of each column; what is left out is guessed from the header. */
  columns?: Partial<Record<OutageColumn, string | number>>;
  /** Default: found out (comma, semicolon, tab). */
  delimiter?: string;
}

/** What a log of outages shows. Seconds are of real time: a change of clocks makes a day longer or shorter. */
export interface AvailabilityResult {
  /** Rows below the header that hold anything: counted, outside the period, or with a problem. */
  rows: number;
  /** Share of the rows that could be evaluated; null without rows. */
  coverage: number | null;
  /** Outages that lie outside the period as a whole; they are no problem. */
  outside: number;
  /** What stands between columns, given or found out; null where nothing could be read. */
  delimiter: string | null;
  /** The header, column by column. */
  headers: string[];
  /** Which column was taken for what, as given or guessed. */
  columns: Partial<Record<OutageColumn, { index: number; name: string }>>;
  /** The period, [from, until), and its length. */
  from: string;
  until: string;
  seconds: number;
  /** Whoever lost most time first, up to 200 services; last, all together. */
  services: ServiceAvailability[];
  /** Rows that could not be counted: never dropped in silence. `first` holds up to 100 per code. */
  problems: { code: string; count: number; first: { row: number; message: string }[] }[];
}

/** How much of the period a service could be used. */
export interface ServiceAvailability {
  /** As the log names it, "" where the cell is empty; null: all services together, which are out while any of them is. */
  service: string | null;
  /** Outages in the period; those that overlap or touch are one. */
  outages: number;
  /** Whether one of them had not ended as of `asOf`. */
  ongoing: boolean;
  /** What they took of the period, overlaps counted once. */
  lostSeconds: number;
  /** The longest, as far as it lies in the period; 0 without any. */
  longestSeconds: number;
  /** When the longest began, or the period where it began before; null without any. */
  longestStart: string | null;
  /** What they left of the period, from 0 to 1. */
  availability: number;
  /** Every month of the period, in order. */
  months: MonthAvailability[];
}

/** How much of a month a service could be used. The first and the last month count as far as they lie in the period. */
export interface MonthAvailability {
  /** "2026-02" */
  month: string;
  seconds: number;
  lostSeconds: number;
  /** From 0 to 1. */
  availability: number;
  /** Outages with a part in this month: one that lasts from a month into the next is counted in both. */
  outages: number;
  /** The longest of these parts; 0 without any. */
  longestSeconds: number;
}
