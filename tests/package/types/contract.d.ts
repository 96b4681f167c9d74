// case-slo: the public TypeScript contract of the npm package.
// Pages, portals and outside test suites are written against this file. Add to it freely; change what it
// says only with a note in CHANGELOG.md. The package's own index.d.ts carries full doc comments.

/** An instant: a Date, epoch milliseconds, or an RFC 3339 string with an offset ("2026-02-03T02:14:00-05:00").
 *  A string without an offset is refused (code "invalid-instant"). Results are RFC 3339 in UTC, to the
 *  millisecond only where it is not zero: "2026-02-03T07:14:00Z". */
export type Instant = Date | number | string;

/** Language-tagged text of a policy: BCP 47 tag to text. */
export type Text = Record<string, string>;

// ---------------------------------------------------------------- start-up

/** Starts the engine once; later calls return the same promise. `source` is only needed with "case-slo/slim". */
export function init(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void>;
/** "wasm", or "js" where the page's content security policy refuses WebAssembly. */
export function engine(): "wasm" | "js";

// ---------------------------------------------------------------- policies

/** Every finding of the static analysis at once, for a policy as JSON text or as an object. Never throws
 *  for a bad policy. Positions (line, column: 1-based) are given where the source is text. */
export function check(source: string | object): Diagnostic[];
/** Throws CaseSloError "invalid-policy", carrying `diagnostics`, where check() finds an error. */
export function loadPolicy(source: string | object): Policy;
/** Instant (RFC 3339, UTC) of a local date and time ("2026-10-25T02:30") in an IANA zone: a time in a gap moves forward by the gap,
 *  one that comes twice means the first. The one place where local times become instants, elements included.
 *  "invalid-instant", "unknown-zone". */
export function instantOf(local: string, zone: string): string;
/** The embedded Cisco Spark SWSS policy. */
export function referencePolicy(): Policy;
/** What a change of policy changes: answers whose severity differs, objectives, calendars, texts. */
export function diffPolicies(before: Policy, after: Policy): PolicyChange[];

export interface Diagnostic {
  level: "error" | "warning" | "info";
  code: DiagnosticCode;
  /** JSON Pointer (RFC 6901) into the policy. */
  path: string;
  line?: number;
  column?: number;
  /** One sentence in English: what is wrong, and what was found. */
  message: string;
  /** How to mend it, where there is something to say. */
  help?: string;
  /** gap, overlap, not-monotone, unreachable-rule: the box of answers concerned (a question left out = any
   *  option), and one complete example inside it. */
  box?: Record<string, string[]>;
  example?: Record<string, string>;
  /** not-monotone: the worse answers that get the less severe level. */
  counterexample?: { from: Record<string, string>; to: Record<string, string>; question: string };
}
/** Findings of version 2: "ambiguous-duration" "unused-calendar" "unused-context" "holidays-end" "no-effect"
 *  (a field of an example that changes nothing) "unreachable-objective". */
/** At least: "syntax" "schema" "duplicate-id" "unknown-reference" "gap" "overlap" "unreachable-rule"
 *  "duplicate-rule" "not-monotone" "irrelevant-question" "unused-severity" "objective-overlap"
 *  "objective-missing" "calendar-never-opens" "invalid-interval" "unknown-zone" "missing-translation"
 *  "unsafe-url" "limit-exceeded". */
export type DiagnosticCode = string;

export interface PolicyChange {
  kind: "severity" | "objective" | "calendar" | "text" | "structure";
  path: string;
  message: string;
  /** kind "severity": the answers concerned and the level before and after (null: undecided). */
  box?: Record<string, string[]>;
  count?: number;
  before?: string | null;
  after?: string | null;
}

export class CaseSloError extends Error {
  readonly name: "CaseSloError";
  /** Stable, e.g. "invalid-policy" "invalid-instant" "unknown-tier" "unknown-severity" "unknown-question"
   *  "unknown-option" "unknown-calendar" "out-of-range" "invalid-case" "invalid-vector" "disposed"
   *  "engine-unavailable" "internal". */
  readonly code: string;
  /** JSON Pointer into the argument that was refused. */
  readonly path?: string;
  readonly diagnostics?: Diagnostic[];
}

// ---------------------------------------------------------------- classification

/** Question id to what is known: one option, several options still possible, or "unknown" (any option).
 *  A question left out has not been asked yet. */
export type Answers = Record<string, string | string[]>;

export interface Classification {
  /** True when no further answer can change the severity. */
  decided: boolean;
  /** Severities still possible, most severe first. */
  possible: string[];
  /** The severity, or while undecided the one that the policy's `whenUnsure` picks (default: most severe). */
  severity: string;
  /** "stated": a clause of the description decides. "interpreted": the text is silent; the policy decides. */
  basis: "stated" | "interpreted";
  /** Clauses of the rules that decide. */
  clauses: string[];
  /** The smallest set of the given answers that is enough for this result. */
  because: Record<string, string[]>;
  /** For every other severity within reach: the fewest changed answers that lead to it. */
  whatIf: { severity: string; change: Record<string, string> }[];
  /** Canonical text of policy, version and answers, for permalinks and tickets. */
  vector: string;
}

export interface NextQuestion {
  id: string;
  text: Text;
  help?: Text;
  options: { id: string; text: Text; help?: Text /** severities still possible after it */; possible: string[] }[];
  /** Questions still needed, this one included: the expected number (options weighted as the policy says,
   *  else alike) and the largest. `exact` is false only where the table is too large to search whole. */
  expected: number;
  worst: number;
  exact: boolean;
}

// ---------------------------------------------------------------- objectives and clocks

export interface Objective {
  id: string;
  // (version 2 of the policy document adds the fields marked v2; see POLICY.md)
  measure: string; // "initial-response", or one that the policy defines
  name: Text;
  tier: string;
  severity: string;
  /** under: met when strictly less; within: met when less or equal; null: the policy states none. */
  bound: "under" | "within" | null;
  seconds: number | null;
  /** v2: a target in business days; `seconds` is null then. */
  businessDays?: number;
  /** v2: words that the policy puts beside or instead of the target. */
  note?: Text;
  /** v2: name of the goal that it counts towards. */
  goal?: string;
  /** v2: under which facts it applies, as the policy writes it. */
  when?: object;
  calendar: string;
  clause?: string;
}

export interface CaseFacts {
  tier: string;
  severity: string;
  submittedAt: Instant;
  /** When each measure stopped: { "initial-response": ... }; null: reopened. v2: a list for a measure that repeats. */
  stoppedAt?: Record<string, Instant | null | Instant[]>;
  /** Half-open holds; an open one has null. They stop only the measures that the policy lets them stop. */
  pauses?: [Instant, Instant | null][];
  /** Later severities, oldest first; `severity` above is the one at submission. */
  severityChanges?: { at: Instant; severity: string }[];
  /** Answers to the policy's context questions: sale, nature, reporter, ... "unknown" = not answered. */
  context?: Record<string, string>;
  /** v2: id of the channel by which the case was submitted. */
  channel?: string;
  /** v2: IANA zone of the customer, for calendars whose zone is the customer's. */
  zone?: string;
  /** v2: instants of the policy's own events. */
  events?: Record<string, Instant>;
}

export interface Evaluation {
  targets: TargetEvaluation[];
  /** v2: the severity under which a tier takes the case, where it does not offer the one asked for. */
  filedAs?: string;
}
export interface TargetEvaluation {
  objective: Objective;
  /** v2 adds "not-started" (a measure that starts later) and "undetermined" (it depends on `dependsOn`). */
  state:
    | "not-stated"
    | "on-track"
    | "at-risk"
    | "overdue"
    | "paused"
    | "met"
    | "missed"
    | "not-started"
    | "undetermined";
  /** Null where none is stated, while paused, where the calendar never gets there, or while it depends on an answer. */
  dueAt: string | null;
  /** v2: context questions ("channel" and "zone" included) whose answer would settle the target, and the bounds until then. */
  dependsOn?: string[];
  earliestDueAt?: string;
  latestDueAt?: string;
  /** v2: a measure that repeats: rounds that have ended. */
  rounds?: { met: number; missed: number };
  /** v2: "holidays-unknown": the due time lies behind the calendar's last dated holiday. */
  notes?: string[];
  elapsedSeconds: number;
  /** Negative once past the target. */
  remainingSeconds: number | null;
  /** elapsed / target. */
  consumed: number | null;
  /** How the time was counted, in order, without gaps or overlaps. */
  timeline: { from: string; to: string; kind: "counted" | "closed" | "holiday" | "paused"; label?: Text }[];
}

// ---------------------------------------------------------------- what to do

export interface Advice {
  id: string;
  kind: "act" | "prepare" | "know" | "escalate";
  text: Text;
  clause?: string;
  channel?: string;
}
export interface Expectation {
  severity: string;
  tier: string;
  targets: TargetEvaluation[];
  /** Ordered: what to do first stands first. */
  advice: Advice[];
  /** "contractual" or "informational" (see clauses P2, P3), by the sale context. */
  standing: "contractual" | "informational" | "unspecified";
  /** v2: as in Evaluation. */
  filedAs?: string;
  /** v2: advice that will hold later if nothing happens: escalations by elapsed time. */
  schedule: { advice: string; at: string }[];
}

// ---------------------------------------------------------------- the policy

export class Policy {
  readonly id: string;
  readonly version: string;
  readonly languages: string[];
  toJSON(): object;

  classify(answers: Answers): Classification;
  /** Null when decided, or when every question that matters has been asked. */
  nextQuestion(answers: Answers): NextQuestion | null;
  /** Reads a vector. Unknown questions or options are reported, not fatal; `sameVersion` tells whether it
   *  was written under this version of this policy. */
  parseVector(vector: string): { answers: Answers; sameVersion: boolean; ignored: string[] };

  objectives(tier: string, severity: string): Objective[];
  /** Before submission: deadlines if the case were submitted at `submittedAt`, and what to do. */
  expect(facts: CaseFacts): Expectation;
  /** A running or closed case, as of `now`. */
  evaluate(facts: CaseFacts, now: Instant): Evaluation;

  /** The instant at which `seconds` of open time have passed since `start`. Throws "out-of-range" where the
   *  calendar never gets there. */
  deadline(calendar: string, start: Instant, seconds: number, pauses?: [Instant, Instant | null][]): string;
  /** Open seconds between two instants; "invalid-case" where end < start. */
  elapsed(calendar: string, start: Instant, end: Instant, pauses?: [Instant, Instant | null][]): number;
  /** Whole columns at once: epoch milliseconds in, epoch milliseconds or seconds out (NaN: out of range). */
  deadlines(calendar: string, starts: Float64Array, seconds: Float64Array): Float64Array;
  elapsedAll(calendar: string, starts: Float64Array, ends: Float64Array): Float64Array;

  /** Attainment over a log of cases: see Report. */
  report(options: ReportOptions): Report;

  free(): void;
  [Symbol.dispose](): void;
}

// ---------------------------------------------------------------- attainment over a log

export interface ReportOptions {
  /** Open cases are judged as of this instant. */
  asOf: Instant;
  measure?: string; // default "initial-response"
  /** Header name (or 0-based index) of each column; what is left out is guessed from the header. */
  columns?: Partial<Record<"id" | "tier" | "severity" | "submittedAt" | "stoppedAt" | "channel", string | number>>;
  /** IANA zone of weeks, and of timestamps that carry no offset; without it such a row is a data error. */
  zone?: string;
  /** Values of the file to ids of the policy: { severity: { "Sev 1": "critical" }, tier: { ... } }. */
  values?: { tier?: Record<string, string>; severity?: Record<string, string> };
  /** Tier, or severity, of every row, for files that have no such column. */
  tier?: string;
  severity?: string;
  /** Order of day and month in dates that could be either. Default "auto": decided for a column as a whole by its values that
   *  allow one order only; a column with both orders is a problem ("mixed-date-order"); one with neither is asked about
   *  ("ambiguous-instant"). */
  dateOrder?: "auto" | "day-first" | "month-first";
  /** Header (or index) of a duration given instead of the stop, and its unit (default: by the header, else minutes). */
  elapsed?: { column: string | number; unit?: "seconds" | "minutes" | "hours" };
  /** Header (or index) of a due time that every row brings: it decides instead of the policy's target. */
  dueAt?: string | number;
  /** Context question, "zone" included, to header: facts of the row that choose its objective. */
  context?: Record<string, string | number>;
  /** Lines before the header; default: found out (titles, "sep=", comments). */
  skipLines?: number;
  delimiter?: string; // default: found out (comma, semicolon, tab)
}
export class Report {
  /** Bytes of CSV (RFC 4180, UTF-8, with or without a byte order mark) in chunks of any size. */
  push(chunk: Uint8Array): { rows: number; bytes: number };
  finish(): ReportResult;
  free(): void;
}
export interface ReportResult {
  rows: number;
  /** Share of the rows that could be evaluated: (rows - problems) / rows; null without rows. Every sentence and every exit status
   *  that states an attainment also states this where it is below 1. */
  coverage: number | null;
  /** v2: goals of the policy, period by period; `reached` is null while a period runs and can still go either way. */
  goals?: {
    goal: string;
    from: string;
    until: string;
    cases: number;
    misses: number;
    attainment: number | null;
    reached: boolean | null;
    missesLeft: number | null;
  }[];
  groups: Group[]; // one per (tier, severity) seen, and one over all
  weeks: Week[]; // ISO weeks of submission, in options.zone, else UTC
  /** Rows that could not be judged: never dropped in silence. `first` holds up to 100 per code. */
  problems: { code: string; count: number; first: { row: number; message: string }[] }[];
  /** Up to 10,000 missed or overdue cases, the longest overrun first. */
  misses: { row: number; id: string; tier: string; severity: string; submittedAt: string; overrunSeconds: number }[];
}
export interface Group {
  tier: string | null;
  severity: string | null;
  cases: number;
  met: number;
  missed: number; // stopped too late, or still open and overdue
  running: number; // open, not yet due
  notStated: number;
  /** met / (met + missed), and its 95 % Wilson interval; null without a judged case. */
  attainment: number | null;
  interval: [number, number] | null;
  /** Open seconds to the stop, over stopped cases: nearest rank. */
  p50: number | null;
  p90: number | null;
  p95: number | null;
  histogram: { upToSeconds: number; count: number }[];
}
export interface Week {
  week: string;
  tier: string | null;
  severity: string | null;
  cases: number;
  met: number;
  missed: number;
}
