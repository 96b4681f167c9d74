// Written from the Rust types by tests/typescript.rs; UPDATE_TYPES=1 writes it anew.

import type { Basis, ObjectiveCondition, AdviceKind, Standing, FeatureKind, Cadence } from "./document.js";
import type { DiagnosticCode, Instant, Text } from "./types.js";

/**
 * Answers to a policy's questions.
 *
 * Ids are checked against the policy by the call that takes the answers. A question without an answer has not been
 * asked yet.
 */
export type Answers = Record<string, string | string[]>;

/**
 * The facts of a case: its tier and severity, when it was submitted, and what has happened to it since.
 *
 * Ids are checked against the policy by the call that takes the facts.
 */
export interface CaseFacts {
  /** Id of the tier. */
  tier: string;
  /** Id of the severity at submission. */
  severity: string;
  /** The instant of submission. */
  submittedAt: Instant;
  /**
   * Measure to the instant at which it stopped; null, or left out, while it runs or if it was reopened. A measure that
   * repeats has a list, oldest first.
   */
  stoppedAt?: Record<string, Stops>;
  /**
   * Half-open pauses, each the pair of its instants; the second is null while the pause lasts. They stop the measures
   * that the policy marks `pausable`.
   */
  pauses?: [Instant, Instant | null][];
  /** Later severities, oldest first. */
  severityChanges?: SeverityChange[];
  /** Context question to its answer; null, or left out, if it has none. */
  context?: Record<string, string | null>;
  /** Id of the channel by which the case was submitted. */
  channel?: string;
  /** IANA zone of the customer, for calendars whose zone is the customer's. */
  zone?: string;
  /** Event of the policy to its instant; null, or left out, if it has not happened. */
  events?: Record<string, Instant | null>;
}

/** The columns of a log of outages, each by its header or its index from 0. */
export interface OutageColumns {
  /** Names of the services. */
  service?: string | number;
  /** Instants at which outages began. */
  start?: string | number;
  /** Instants at which outages ended. */
  end?: string | number;
  /** Times of day of the starts, whose dates stand in a column of their own. */
  startTime?: string | number;
  /** Times of day of the ends. */
  endTime?: string | number;
}

/** The stops of a measure, oldest first. */
export type Stops =
  /** There is none. */
  | null
  /** There is one. */
  | Instant
  /** They are listed. */
  | Instant[];

/** A later severity of a case. */
export interface SeverityChange {
  /** The instant of the change. */
  at: Instant;
  /** Id of the severity from then on. */
  severity: string;
}

/** The part of a case that is known before all of its facts are. */
export interface CustomerContext {
  /** Id of the severity. */
  severity?: string;
  /** Id of the tier. */
  tier?: string;
  /** Context question to its answer; "unknown" if the customer is not sure. */
  context?: Record<string, string | null>;
}

/** A period of whole days. */
export interface DeliverablePeriod {
  /** First day in ISO 8601, such as "2026-12-01". */
  from: string;
  /** Last day, which is included; default: a year after the first. At most ten years after it. */
  until?: string;
}

/** Options of `Policy.report`. */
export interface ReportOptions {
  /** Open cases are evaluated as of this instant; a stop after it has not come yet. */
  asOf: Instant;
  /** Id of the measure; default: "initial-response". */
  measure?: string;
  /** The columns; those that are left out are guessed from the header. */
  columns?: CaseColumns;
  /**
   * IANA zone of weeks, months and hours, and of timestamps without an offset; without it, such a timestamp is a
   * problem.
   */
  zone?: string;
  /** Values of the log to ids of the policy: `{ severity: { "Sev 1": "critical" } }`. */
  values?: CaseValues;
  /** Id of the tier of every case, for a log without such a column. */
  tier?: string;
  /** Id of the severity of every case, for a log without such a column. */
  severity?: string;
  /**
   * The order of day and month in dates that could be either; default: "auto". The dates of a column that allow one
   * order only decide for all of it; a date in the other order is a problem, and so is every date if none decides.
   */
  dateOrder?: DateOrder;
  /** A column of durations that is given instead of the stop. */
  elapsed?: Elapsed;
  /** A column of due times that decide instead of the targets of the policy. */
  dueAt?: string | number;
  /** The name of the help desk whose export the log is, which tells its headers; default: detected from the header. */
  preset?: string;
  /** Lines before the header; default: detected. */
  skipLines?: number;
  /**
   * Id of the tier whose objectives hold for every case, instead of those of its own tier. Groups keep their own tier.
   */
  asTier?: string;
  /** The cases to count; the others are filtered out and counted as `filtered`. */
  only?: CaseFilter;
  /**
   * Id of a context question, or "zone" for the zone of the customer, to the column that holds it: facts of each case
   * that choose its objective. The channel is read from its own column.
   */
  context?: Record<string, string | number>;
  /** The delimiter; default: the one of comma, semicolon, tab and bar that parts header and rows alike. */
  delimiter?: string;
}

/** The columns of a log of cases, each by its header or its index from 0. */
export interface CaseColumns {
  /** Ids of the cases. */
  id?: string | number;
  /** Tiers. */
  tier?: string | number;
  /** Severities at submission. */
  severity?: string | number;
  /** Instants of submission. */
  submittedAt?: string | number;
  /** Instants at which the measure stopped. */
  stoppedAt?: string | number;
  /** Channels. */
  channel?: string | number;
  /** Times of day of the submission and of the stop, in a log whose dates stand in columns of their own. */
  submittedTime?: string | number;
  stoppedTime?: string | number;
  /** Statuses: a case that is open has not stopped. */
  status?: string | number;
}

/** Values of a log to ids of the policy. */
export interface CaseValues {
  /** Value of the tier column to the id of a tier. */
  tier?: Record<string, string>;
  /** Value of the severity column to the id of a severity. */
  severity?: Record<string, string>;
}

/** The order of day and month in dates that could be either. */
export type DateOrder =
  /** The dates of a column that allow one order only decide for all of it. */
  | "auto"
  /** "31/12/2026" */
  | "day-first"
  /** "12/31/2026" */
  | "month-first";

/** A column of durations, each from the submission of a case to its stop. */
export interface Elapsed {
  /** The column. */
  column: string | number;
  /** The unit of numbers without one; default: the one that the header names, else minutes. */
  unit?: ElapsedUnit;
}

/** A unit of durations. */
export type ElapsedUnit = "milliseconds" | "seconds" | "minutes" | "hours" | "days";

/** The cases to count; every condition that is left out holds for every case. */
export interface CaseFilter {
  /** Ids of tiers; an empty list lets no case through. */
  tiers?: string[];
  /** Ids of severities; an empty list lets no case through. */
  severities?: string[];
  /** Channels, as `channels` of the result names them; an empty list lets no case through. */
  channels?: string[];
  /** Cases submitted at this instant or later. */
  from?: Instant;
  /** Cases submitted before this instant. */
  to?: Instant;
  /** Hours of submission, in the zone of the options or UTC; an empty list lets no case through. */
  hours?: HourOfWeek[];
}

/** An hour of the week. */
export interface HourOfWeek {
  /** From 1, Monday, to 7. */
  weekday: number;
  /** From 0 to 23. */
  hour: number;
}

/** Options of `Policy.availability`. */
export interface AvailabilityOptions {
  /**
   * The log is known up to this instant: an outage that has not ended lasts up to it, and one that begins after it has
   * not come yet.
   */
  asOf: Instant;
  /** The beginning of the period; default: of the month of the first outage. */
  from?: Instant;
  /** The end of the period, which is not part of it; default, and at the latest: `asOf`. */
  until?: Instant;
  /** IANA zone of months, and of timestamps without an offset; default: UTC, and such a timestamp is a problem. */
  zone?: string;
  /** The columns; those that are left out are guessed from the header. */
  columns?: OutageColumns;
  /** A column of durations that is given instead of the end. */
  elapsed?: Elapsed;
  /**
   * The order of day and month in dates that could be either; default: "auto", by the dates of a column that allow one
   * order only.
   */
  dateOrder?: DateOrder;
  /** Lines before the header; default: detected. */
  skipLines?: number;
  /** The delimiter; default: the one of comma, semicolon, tab and bar that parts header and rows alike. */
  delimiter?: string;
}

/**
 * One finding about a policy: its level, its place, and how to fix it.
 *
 * Without the feature `analysis` a finding is a code and a place: its message is the code in words, and it has no help,
 * no line and no column.
 */
export interface Diagnostic {
  /** How much it matters: a policy with an error cannot be used. */
  level: DiagnosticLevel;
  /** A stable code, such as `"unknown-reference"`. */
  code: DiagnosticCode;
  /** JSON Pointer (RFC 6901) into the policy. */
  path: string;
  /** Line in the text, from 1; absent if the policy came as an object. */
  line?: number;
  /** Column in the line, from 1, in UTF-16 units as editors and JavaScript count them. */
  column?: number;
  /** One sentence: the fault, and the value that was found. */
  message: string;
  /** How to fix it, if there is a way. */
  help?: string;
  /** The message with its values apart, for other languages. The engine of the elements has none. */
  sentence?: Sentence;
  /** The help with its values apart, for other languages. */
  remedy?: Sentence;
  /** The answers concerned; a question left out means any option. */
  box?: Record<string, string[]>;
  /** One complete set of answers inside the box. */
  example?: Record<string, string>;
  /** For "not-monotone": the worse answers that get the less severe level. */
  counterexample?: Counterexample;
}

/** The gravity of a finding. */
export type DiagnosticLevel =
  /** The policy cannot be used. */
  | "error"
  /** The policy can be used, but probably differs from the intention of its author. */
  | "warning"
  /** Worth knowing. */
  | "info";

/** A sentence in English with a mark, `{}`, for each of its values. */
export interface Sentence {
  /** The words, with `{}` in place of each value. */
  text: string;
  /** The values in their order. */
  values?: SentenceValue[];
}

/** A value in a sentence. */
export type SentenceValue =
  /** A text of the policy, a number, a date: the same in every language. */
  | string
  /** A phrase with values of its own. */
  | Sentence
  /** Several values. */
  | SentenceList
  /** Something that has a name in each language of the policy. */
  | SentenceName;

/** Several values with a conjunction before the last one. */
export interface SentenceList {
  /** The values in their order. */
  items: SentenceValue[];
  /** "and" or "or". */
  conjunction: string;
}

/** The name of a part of the policy, with its id. */
export interface SentenceName {
  /** The name by language; empty if the part has none. */
  name: Text;
  /** The id. */
  id: string;
}

/** Two complete sets of answers that differ in one ordered question, the worse of which gets the less severe level. */
export interface Counterexample {
  /** The less severe answers. */
  from: Record<string, string>;
  /** The same with one answer worse. */
  to: Record<string, string>;
  /** The question in which they differ. */
  question: string;
}

/** One thing that a change of policy changes. */
export interface PolicyChange {
  /** The kind of the change. */
  kind: ChangeKind;
  /** JSON Pointer into the later policy, or into the earlier one where the later one has no such place. */
  path: string;
  /** One sentence: the earlier and the later state. */
  message: string;
  /** The message with its values apart. */
  sentence?: Sentence;
  /**
   * JSON Pointers into the earlier policy: the value before the change, or the objectives before it in their order, at
   * most 20. Empty if there was none.
   */
  earlier?: string[];
  /** The same in the later policy. */
  later?: string[];
  /** The measure, tier and severities whose objective differs. */
  objective?: ChangedObjective;
  /** The answers whose level differs; a question left out means any option. */
  box?: Record<string, string[]>;
  /** How many complete answers those are. */
  count?: number;
  /** Their level before, null if it was undecided; left out for every other kind of change. */
  before?: string | null;
  /** Their level after, null if it is undecided; left out for every other kind of change. */
  after?: string | null;
}

/** The part of a policy that a change concerns. */
export type ChangeKind =
  /** Answers get another level. */
  | "severity"
  /** Something is due at another time. */
  | "objective"
  /** Hours or holidays differ. */
  | "calendar"
  /** Other words. */
  | "text"
  /** Something was added, removed, renamed or set otherwise. */
  | "structure";

/** The measure, tier and severities whose objective differs, by their ids in the later policy. */
export interface ChangedObjective {
  /** Id of the measure. */
  measure: string;
  /** Id of the tier. */
  tier: string;
  /** Ids of the severities. */
  severities: string[];
}

/** The severity of a set of answers, with its reasons. */
export interface Classification {
  /** True when no further answer can change the severity. */
  decided: boolean;
  /** Severities still possible, most severe first. */
  possible: string[];
  /** The severity, or while undecided the one that the policy's `whenUnsure` picks. */
  severity: string;
  /** "stated" if a clause decides every complete answer that is still possible. */
  basis: Basis;
  /** Ids of the rules that give the severity, in their order. */
  rules: string[];
  /** Clauses of these rules. */
  clauses: string[];
  /** The smallest set of the given answers that is enough for this result, in the policy's order. */
  because: Record<string, string[]>;
  /** For every other severity within reach: the fewest changed answers that lead to it. */
  whatIf: WhatIf[];
  /** Canonical text of policy, version and answers, for permalinks and tickets. */
  vector: string;
}

/** The fewest changed answers that lead to another severity. */
export interface WhatIf {
  /** Id of the severity. */
  severity: string;
  /** Question to its new answer, in the policy's order. */
  change: Record<string, string>;
}

/** The question that leads to the severity soonest. */
export interface NextQuestion {
  /** Id of the question. */
  id: string;
  /** The question in every language. */
  text: Text;
  /** A hint. */
  help?: Text;
  /** The answers that one can give. */
  options: NextOption[];
  /** Questions still needed on average, this one included; options weighted as the policy says, else alike. */
  expected: number;
  /** Questions still needed at most, this one included. */
  worst: number;
  /** False only if the table is too large for a complete search. */
  exact: boolean;
}

/** One answer to the question to ask next. */
export interface NextOption {
  /** Id of the option. */
  id: string;
  /** The answer in every language. */
  text: Text;
  /** An example. */
  help?: Text;
  /** Severities still possible after it, most severe first. */
  possible: string[];
}

/** The answers that a vector holds. */
export interface ParsedVector {
  /** Question to its answer, in the order of the vector. */
  answers: Answers;
  /** Whether it was written under this version of this policy. */
  sameVersion: boolean;
  /**
   * The parts that do not count, decoded: `"question"` if this policy has no such question or it occurs in the vector
   * before, `"question:option"` if the question has no such option.
   */
  ignored: string[];
}

/** A service level objective for one tier and severity. */
export interface Objective {
  /** Id of the entry; that of the measure if the policy has no entry. */
  id: string;
  /** Id of the measure. */
  measure: string;
  /** Name of the measure. */
  name: Text;
  /** Id of the tier. */
  tier: string;
  /** Id of the severity. */
  severity: string;
  /** How the target is met; null if the policy states none. */
  bound: Bound | null;
  /** The target in seconds; null if the policy states none, or counts business days. */
  seconds: number | null;
  /** The target in business days. */
  businessDays?: number;
  /**
   * Id of the calendar; empty if real time counts, or if the policy has no entry. Of a case, it is the calendar that
   * the facts choose.
   */
  calendar: string;
  /** Words beside the target, or instead of one. */
  note?: Text;
  /** Name of the goal towards which it counts. */
  goal?: string;
  /** The facts under which it applies, as the policy writes them. */
  when?: ObjectiveCondition;
  /** Id of the clause. */
  clause?: string;
}

/** The bound of a target: strictly below it, or at most. */
export type Bound =
  /** Strictly less. */
  | "under"
  /** Less or equal. */
  | "within";

/** A case at an instant. */
export interface Evaluation {
  /** One a measure, in the policy's order. */
  targets: TargetEvaluation[];
  /** The severity under which the tier takes the case, if it does not offer the severity of the case. */
  filedAs?: string;
}

/** One objective of a case at an instant. */
export interface TargetEvaluation {
  /** The objective. */
  objective: Objective;
  /** Its state. */
  state: TargetState;
  /**
   * When it is due; null if none is stated, while paused, while it depends on an answer, or if the calendar never gets
   * there.
   */
  dueAt: string | null;
  /**
   * Context questions whose answers would settle the target, "channel" and "zone" included. While there are some, the
   * objective is the first that is possible.
   */
  dependsOn?: string[];
  /** The earliest due time that is possible, while the target depends on answers. */
  earliestDueAt?: string;
  /** The latest due time that is possible; left out if a possibility has none. */
  latestDueAt?: string;
  /** Rounds that have ended, of a measure that repeats. */
  rounds?: Rounds;
  /** Reservations about the due time. */
  notes?: TargetNote[];
  /** Time counted so far. */
  elapsedSeconds: number;
  /** Target less elapsed time, negative once past it; null if none is stated. */
  remainingSeconds: number | null;
  /** Elapsed time as a share of the target; null if none is stated, or the target is zero. */
  consumed: number | null;
  /**
   * How the time was counted, in order, without gaps or overlaps. Empty if the timelines of the case would have more
   * than 50,000 segments together.
   */
  timeline: TimelineSegment[];
}

/** The state of an objective at an instant. */
export type TargetState =
  /** The policy states none. */
  | "not-stated"
  /** Running, with time to spare. */
  | "on-track"
  /** Running, with more than the policy's share of the target used up. */
  | "at-risk"
  /** Running, past the target. */
  | "overdue"
  /** Paused. */
  | "paused"
  /** Stopped in time. */
  | "met"
  /** Stopped too late. */
  | "missed"
  /** The measure starts later, or has come to its end before it started. */
  | "not-started"
  /** It depends on answers that are missing. */
  | "undetermined";

/** The codes of errors that the engine gives. */
export type EngineErrorCode =
  /** The policy has findings of level "error"; they are in `Error.diagnostics`. */
  | "invalid-policy"
  /** Not an instant: no RFC 3339 text with an offset, no number of milliseconds. */
  | "invalid-instant"
  /** Not a duration, or a target without exactly one bound. */
  | "invalid-duration"
  /** A duration with days or weeks: hours of the calendar ("PT24H") or business days may be meant. */
  | "ambiguous-duration"
  /** No tier of the policy has this id. */
  | "unknown-tier"
  /** No severity of the policy has this id. */
  | "unknown-severity"
  /** No question of the policy has this id. */
  | "unknown-question"
  /** The policy has no classification. */
  | "no-classification"
  /** No option of the question has this id. */
  | "unknown-option"
  /** No calendar of the policy has this id. */
  | "unknown-calendar"
  /** The calendar depends on facts of a case: an answer, or the zone of the customer. */
  | "depends-on-facts"
  /** No channel of the policy has this id. */
  | "unknown-channel"
  /** No event of the policy has this id. */
  | "unknown-event"
  /** No measure of the policy has this id. */
  | "unknown-measure"
  /** No time zone of the host has this name. */
  | "unknown-zone"
  /** Outside 1970–2199, or an instant that the calendar never reaches. */
  | "out-of-range"
  /** Answers of the wrong shape. */
  | "invalid-answers"
  /** The facts of a case contradict each other or have the wrong shape. */
  | "invalid-case"
  /** Not a vector. */
  | "invalid-vector"
  /** Options of the wrong shape. */
  | "invalid-options"
  /** More or longer than a documented limit allows. */
  | "limit-exceeded"
  /** A fault of the engine itself. */
  | "internal";

/** Rounds of a measure that repeats, as far as they have ended and had a target. */
export interface Rounds {
  /** Rounds that ended in time. */
  met: number;
  /** Rounds that ended too late. */
  missed: number;
}

/** A reservation about a due time. */
export type TargetNote = "holidays-unknown";

/** A stretch of time that was counted, or the reason why it was not. */
export interface TimelineSegment {
  /** Its first instant. */
  from: string;
  /** The first instant behind it. */
  to: string;
  /** Counted, or why not. */
  kind: SegmentKind;
  /** Name of the holiday. */
  label?: Text;
}

/** The reason for which a stretch of time was counted or not. */
export type SegmentKind =
  /** Business hours that count. */
  | "counted"
  /** Closed hours. */
  | "closed"
  /** A holiday. */
  | "holiday"
  /** Business hours during a pause. */
  | "paused";

/** The response times that a customer may expect for a case, and the advice for it. */
export interface Expectation {
  /** Id of the severity. */
  severity: string;
  /** Id of the tier. */
  tier: string;
  /** Every objective of the case, as of the submission. */
  targets: TargetEvaluation[];
  /** The advice that applies, in the order to act. */
  advice: Advice[];
  /** The standing of the objectives for the customer: part of a contract, or information. */
  standing: Standing;
  /** The severity under which the tier takes the case, if it does not offer the severity of the case. */
  filedAs?: string;
  /** The advice that will hold later if nothing happens, by time. */
  schedule: ScheduledAdvice[];
}

/** Something to do, to prepare or to know. */
export interface Advice {
  /** Id of the advice. */
  id: string;
  /** Kind of advice. */
  kind: AdviceKind;
  /** The advice in every language. */
  text: Text;
  /** Id of the clause behind it. */
  clause?: string;
  /** Id of the channel to use. */
  channel?: string;
}

/** Advice that will hold later if nothing happens. */
export interface ScheduledAdvice {
  /** Id of the advice. */
  advice: string;
  /** The first instant at which it holds. */
  at: string;
}

/** The advice for a case at an instant, and the advice that will hold later. */
export interface Guidance {
  /** The advice that applies, in the order to act. */
  advice: Advice[];
  /** The advice that will hold later if nothing happens, by time. */
  schedule: ScheduledAdvice[];
}

/** The context question that leads soonest to the advice that fits. */
export interface NextContext {
  /** Id of the question. */
  id: string;
  /** The question in every language. */
  text: Text;
  /** A hint. */
  help?: Text;
  /** The answers that one can give. */
  options: NextContextOption[];
  /** Questions still needed on average, this one included; options count alike. */
  expected: number;
  /** Questions still needed at most, this one included. */
  worst: number;
  /** False only if too many questions depend on each other to compare all orders. */
  exact: boolean;
}

/** One answer to a context question. */
export interface NextContextOption {
  /** Id of the option. */
  id: string;
  /** The answer in every language. */
  text: Text;
  /** An example. */
  help?: Text;
}

/** Something that a tier includes. */
export interface TierFeature {
  /** Id of the feature. */
  id: string;
  /** Id of the tier that brings it: the tier itself, or one that it includes. */
  tier: string;
  /** Its name in every language. */
  name: Text;
  /** A description of the feature in every language. */
  text?: Text;
  /** A service (left out as JSON), a term that comes with the services, or an exclusion from them. */
  kind?: FeatureKind;
  /** How often it recurs. */
  cadence?: Cadence;
  /** Id of the clause behind it. */
  clause?: string;
  /** Whether this customer gets it. */
  state: FeatureState;
  /** The conditions on which that depends. */
  conditions: FeatureCondition[];
}

/** The state of a feature for a customer. */
export type FeatureState =
  /** The customer gets it. */
  | "included"
  /** It depends on context questions without an answer. */
  | "conditional"
  /** An answer excludes it. */
  | "excluded";

/** A context question on which a feature depends. */
export interface FeatureCondition {
  /** Id of the context question. */
  question: string;
  /** Ids of the options with which the feature is delivered. */
  options: string[];
}

/** Work that recurs, with its dates. */
export interface Deliverable {
  /** Id of the feature. */
  id: string;
  /** Id of the tier that brings it: the tier itself, or one that it includes. */
  tier: string;
  /** Its name in every language. */
  name: Text;
  /** A description of the feature in every language. */
  text?: Text;
  /** A service (left out as JSON), a term that comes with the services, or an exclusion from them. */
  kind?: FeatureKind;
  /** How often it recurs. */
  cadence?: Cadence;
  /** Id of the clause behind it. */
  clause?: string;
  /** Whether this customer gets it. */
  state: FeatureState;
  /** The conditions on which that depends. */
  conditions: FeatureCondition[];
  /** Recurrence rule of iCalendar (RFC 5545) for an event that starts on the first date; it leaves `extraDates` out. */
  rule: string;
  /** Of the dates, those in months that lack the day. */
  extraDates: string[];
  /** Its dates in the period, ISO 8601. In a month that lacks the day, its last day. */
  dates: string[];
}

/** The offset of a time zone from UTC, from an instant on. */
export interface UtcOffset {
  /** The first instant at which it holds. */
  from: string;
  /** Seconds by which local time is ahead of UTC; negative west of Greenwich. */
  seconds: number;
}

/** Attainment over a log of cases. */
export interface ReportResult {
  /** Rows below the header that hold anything. */
  rows: number;
  /**
   * The share of the rows that could be evaluated; null without rows. Every statement of an attainment also states the
   * coverage if it is below 1.
   */
  coverage: number | null;
  /** Rows that were filtered out. They count nowhere else. */
  filtered: number;
  /** The delimiter; null if nothing could be read. */
  delimiter: string | null;
  /** The header, column by column. */
  headers: string[];
  /** The columns, as given or guessed; those that were not found are left out. */
  columns: CaseColumnsFound;
  /** How the log was read. */
  reading: Reading;
  /** One per tier and severity seen, in the policy's order, and one over all. */
  groups: Group[];
  /** The goals of the policy, period by period. */
  goals?: GoalResult[];
  /** By ISO week of submission and group, in the zone of the options or UTC. */
  weeks: Week[];
  /** By month of submission and group, in the same zone. */
  months: Month[];
  /** By channel, the most frequent one first. */
  channels: ChannelAttainment[];
  /** By hour of the week of submission, in the same zone, from Monday on; only hours with cases. */
  hours: HourAttainment[];
  /** Rows that could not be evaluated, by the reason. */
  problems: LogProblem[];
  /** Up to 10,000 missed and overdue cases, the longest overrun first; among equals, the earlier row. */
  misses: MissedCase[];
}

/** The columns of a log of cases, as far as they were found. */
export interface CaseColumnsFound {
  id?: ColumnFound;
  tier?: ColumnFound;
  severity?: ColumnFound;
  submittedAt?: ColumnFound;
  stoppedAt?: ColumnFound;
  channel?: ColumnFound;
  /** Times of day, where they stand apart from their dates. */
  submittedTime?: ColumnFound;
  stoppedTime?: ColumnFound;
  /** Statuses, of which an open one means that the case has not stopped. */
  status?: ColumnFound;
}

/** A column. */
export interface ColumnFound {
  /** From 0. */
  index: number;
  /** Its header. */
  name: string;
}

/** How a log was read: what was detected about its form. */
export interface Reading {
  /** "utf-8", "utf-16le", "utf-16be" or "windows-1252". */
  encoding: string;
  /** The row of the header, as a spreadsheet numbers it; null if the log has none. */
  headerRow: number | null;
  /** The name of the help desk whose export this is, by its headers. */
  preset: string | null;
  /** Names of the columns that were found by their cells, not by their headers. */
  byCells: string[];
  /** The order of day and month in each column of dates that has one. */
  dateOrder: Record<string, DateOrder>;
  /** The zone that the header of a column names. */
  zones: Text;
  /** The column of durations that stand for the stop, and the unit of its numbers. */
  elapsed?: ElapsedAt;
  /** The column of due times that decide instead of the targets of the policy. */
  dueAt?: ColumnFound;
  /** Rows that are not cases and count nowhere: footers, totals, comments, empty rows, and headers that come again. */
  footerRows: number;
  /** Rows that a later row of the same case replaces, in a log with a row for each event. They count nowhere else. */
  replacedRows: number;
}

/** A column of durations. */
export interface ElapsedAt {
  /** From 0. */
  index: number;
  /** Its header. */
  name: string;
  /** The unit of its numbers. */
  unit: ElapsedUnit;
}

/** Cases of one tier and severity, or all of them. */
export interface Group {
  /** Id of the tier; null over all. */
  tier: string | null;
  /** Id of the severity; null over all. */
  severity: string | null;
  /** Cases that could be evaluated, those without an objective included. */
  cases: number;
  /** Stopped in time. */
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
  /** Of the missed ones, those that are still open. */
  overdue: number;
  /** Open and not yet due. */
  running: number;
  /** The policy states no target. */
  notStated: number;
  /** `met / (met + missed)`; null if both are zero. */
  attainment: number | null;
  /** The 95% Wilson interval of the attainment. */
  interval: [number, number] | null;
  /**
   * Open seconds to the stop that half of the stopped cases do not exceed, by nearest rank; null without a stopped
   * case.
   */
  p50: number | null;
  /** The same for nine in ten. */
  p90: number | null;
  /** The same for nineteen in twenty. */
  p95: number | null;
  /**
   * Stopped cases by their elapsed time. The bins are the same for every log, from a minute to ten days; the list ends
   * with the bin of the longest case.
   */
  histogram: HistogramBin[];
}

/** Stopped cases that took longer than the edge of the bin before, and at most as long as the edge of this one. */
export interface HistogramBin {
  upToSeconds: number;
  count: number;
}

/** A goal of the policy in one of its periods. */
export interface GoalResult {
  /** Name of the goal. */
  goal: string;
  /** The beginning of the period; of a goal over the whole log, its first submission. */
  from: string;
  /** The first instant after the period; of a goal over the whole log, the instant of the report. */
  until: string;
  /** Cases that were submitted in the period, those that are open and not yet due included. */
  cases: number;
  /** Cases that were stopped too late, or are still open and overdue. */
  misses: number;
  /** The share of the cases in time among those in time and too late; null without such a case. */
  attainment: number | null;
  /** Whether the goal was reached; null while it can go either way, and if the log lacks a measure of the goal. */
  reached: boolean | null;
  /** How many more misses a period that runs can take; null for a period that has ended. */
  missesLeft: number | null;
}

/** Cases of a group that were submitted in one week. */
export interface Week {
  /** ISO 8601, such as "2026-W06". */
  week: string;
  /** Id of the tier; null over all. */
  tier: string | null;
  /** Id of the severity; null over all. */
  severity: string | null;
  /** Cases that could be evaluated, those without an objective included. */
  cases: number;
  /** Stopped in time. */
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
}

/** Cases of a group that were submitted in one month. */
export interface Month {
  /** ISO 8601, such as "2026-02". */
  month: string;
  /** Id of the tier; null over all. */
  tier: string | null;
  /** Id of the severity; null over all. */
  severity: string | null;
  /** Cases that could be evaluated, those without an objective included. */
  cases: number;
  /** Stopped in time. */
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
}

/** Cases of one channel. */
export interface ChannelAttainment {
  /** As the log names it, which may be empty; null: all channels beyond `MAX_CHANNELS`. */
  channel: string | null;
  /** Cases that could be evaluated, those without an objective included. */
  cases: number;
  /** Stopped in time. */
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
  /** `met / (met + missed)`; null if both are zero. */
  attainment: number | null;
}

/** Cases that were submitted in one hour of the week. */
export interface HourAttainment {
  /** From 1, Monday, to 7. */
  weekday: number;
  /** From 0 to 23. */
  hour: number;
  /** Cases that could be evaluated, those without an objective included. */
  cases: number;
  /** Stopped in time. */
  met: number;
  /** Stopped too late, or still open and overdue. */
  missed: number;
}

/** Rows with the same problem. */
export interface LogProblem {
  /** The reason. */
  code: ProblemCode;
  /** The number of such rows. */
  count: number;
  /** The first hundred of them. */
  first: ProblemRow[];
  /**
   * Of a tier, a severity or another value that the policy does not know: up to a hundred values with the number of
   * their rows, the most frequent first.
   */
  values?: UnknownValue[];
}

/** The reason for which a row, or a whole log, could not be evaluated. */
export type ProblemCode =
  /** The log is empty, without even a header. */
  | "empty-log"
  /** The log is not text. */
  | "invalid-encoding"
  /** The log lacks a necessary column. */
  | "missing-column"
  /** The row is not UTF-8. */
  | "invalid-utf-8"
  /** The row holds a NUL byte. */
  | "not-text"
  /**
   * The row is larger than `MAX_ROW_BYTES`, or the log has more groups, services or ids than are counted separately.
   */
  | "limit-exceeded"
  /** A quote opens and never closes: the rest of the log is one row. */
  | "unclosed-quote"
  /** The row has more or fewer columns than the header. */
  | "wrong-column-count"
  /** The policy has no such tier. */
  | "unknown-tier"
  /** The policy has no such severity. */
  | "unknown-severity"
  /** The context question has no such option, or the policy no such channel. */
  | "unknown-option"
  /** The host does not know the zone of the customer. */
  | "unknown-zone"
  /** The target depends on facts that the row lacks, and the possibilities do not agree. */
  | "undetermined"
  /** The cell is not a timestamp, or not a duration. */
  | "invalid-instant"
  /** Day and month of a timestamp could be read either way. */
  | "ambiguous-instant"
  /** Day and month of a timestamp stand in another order than in the rest of its column. */
  | "mixed-date-order"
  /** The timestamp has no offset, and no zone was given. */
  | "missing-offset"
  /** The timestamp is before 1970 or after 2199. */
  | "out-of-range"
  /** The case stopped before it was submitted. */
  | "stop-before-submission"
  /** A row before has the same id. */
  | "duplicate-id"
  /** An outage ended before it began. */
  | "end-before-start";

/** A row with a problem. */
export interface ProblemRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  /** A sentence for people. */
  message: string;
}

/** A value of a log that the policy does not know. */
export interface UnknownValue {
  /** As the log has it, without spaces around it. */
  value: string;
  /** The number of rows with it. */
  count: number;
}

/** A missed or overdue case. */
export interface MissedCase {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  /** Its id; empty if the log has none. */
  id: string;
  /** Id of the tier. */
  tier: string;
  /** Id of the severity. */
  severity: string;
  /** When it was submitted. */
  submittedAt: string;
  /** Seconds of business hours beyond the target, so far if it is still open. */
  overrunSeconds: number;
  /** Whether it is still open. */
  open: boolean;
}

/** Availability over a log of outages. */
export interface AvailabilityResult {
  /** Rows below the header that hold anything. */
  rows: number;
  /** The share of the rows that could be evaluated; null without rows. */
  coverage: number | null;
  /** Outages that lie outside the period as a whole. */
  outside: number;
  /** The delimiter; null if nothing could be read. */
  delimiter: string | null;
  /** The header, column by column. */
  headers: string[];
  /** The columns, as given or guessed; those that were not found are left out. */
  columns: OutageColumnsFound;
  /** How the log was read. */
  reading: Reading;
  /** The first instant of the period. */
  from: string;
  /** The end of the period, which is not part of it. */
  until: string;
  /** Its length. */
  seconds: number;
  /** Up to 200 services, the one that lost most time first; last, all services together. */
  services: ServiceAvailability[];
  /** Rows that could not be evaluated, by the reason. */
  problems: LogProblem[];
}

/** The columns of a log of outages, as far as they were found. */
export interface OutageColumnsFound {
  service?: ColumnFound;
  start?: ColumnFound;
  end?: ColumnFound;
  startTime?: ColumnFound;
  endTime?: ColumnFound;
}

/** The availability of a service over the period. */
export interface ServiceAvailability {
  /** As the log names it, which may be empty; null: all services together, out while any of them is. */
  service: string | null;
  /** Outages in the period; those that overlap or touch are one. */
  outages: number;
  /** Whether one of them had not ended. */
  ongoing: boolean;
  /** The time they took of the period. */
  lostSeconds: number;
  /** The longest of them, as far as it lies in the period; zero without any. */
  longestSeconds: number;
  /**
   * When the longest began, at the earliest the first instant of the period; of several, the first. null without any.
   */
  longestStart: string | null;
  /**
   * The share of the period that they left, from 0 to 1; null if nothing of the log could be read. If the coverage is
   * below 1, it is an upper bound: nobody knows the time of the other outages.
   */
  availability: number | null;
  /** Every month of the period, in order. */
  months: MonthAvailability[];
}

/** The availability of a service over a month. The first and the last month count as far as they lie in the period. */
export interface MonthAvailability {
  /** ISO 8601, such as "2026-02". */
  month: string;
  /** Its length in real time, a change of clocks included. */
  seconds: number;
  /** The time that outages took of it. */
  lostSeconds: number;
  /** The share of it that they left, from 0 to 1; null if nothing of the log could be read. */
  availability: number | null;
  /** Outages with a part in this month. One that lasts into the next month counts in both. */
  outages: number;
  /** The longest of these parts; zero without any. */
  longestSeconds: number;
}

/** The codes of findings, as docs/diagnostics.md explains them. */
export type KnownDiagnosticCode =
  /** The text is not valid JSON. */
  | "syntax"
  /** A member is missing, unknown or of another type than in the schema. */
  | "schema"
  /** An object contains the same key twice. */
  | "duplicate-key"
  /** Two entries of a list have the same ID, or an ID is a word with a meaning of its own. */
  | "duplicate-id"
  /** An ID is used that is not defined anywhere. */
  | "unknown-reference"
  /** A tier includes itself, directly or through other tiers. */
  | "cyclic-inclusion"
  /** A measure starts at its own stop, directly or through other measures. */
  | "cyclic-start"
  /** A measure ends at something that is not after its start. */
  | "ends-before-start"
  /** A link does not use https, mailto or tel. */
  | "unsafe-url"
  /** There is more of something than is read (limits). */
  | "limit-exceeded"
  /** A text lacks one of the policy's `languages`. */
  | "missing-translation"
  /**
   * A calendar has both "24x7" and opening hours, a weekday in two ranges, or something beside a choice by an answer.
   */
  | "invalid-calendar"
  /** The time zone is unknown here, or opening hours have none. */
  | "unknown-zone"
  /** A time of day cannot be read, or an interval opens and closes at the same time. */
  | "invalid-interval"
  /** A date does not exist, or cannot be read. */
  | "invalid-date"
  /** The rule of a holiday is incomplete, contradictory, or never applies. */
  | "invalid-holiday"
  /** The holidays of the calendar are known up to a date; later due times say so. */
  | "holidays-end"
  /** The calendar has no opening hours, so nothing that uses it is ever due. */
  | "calendar-never-opens"
  /** The engine itself has failed. */
  | "internal"
  /** No rule covers these answers; their severity stays undecided. */
  | "gap"
  /** Two rules with different levels match with the same answers. */
  | "overlap"
  /** Two rules have the same answers and the same level. */
  | "duplicate-rule"
  /**
   * The rule never decides: whenever it matches, another rule (or several together) comes earlier ("first"), is at
   * least as severe ("most-severe") or gives the same level ("unique").
   */
  | "unreachable-rule"
  /** No answers lead to the severity. */
  | "unused-severity"
  /** The answer never changes the level, so the question is never asked. */
  | "irrelevant-question"
  /** A worse answer to an ordered question gets a less severe level, all else being equal. */
  | "not-monotone"
  /** A target does not have exactly one bound, or its amount or cut-off time cannot be read. */
  | "invalid-duration"
  /** A duration has days or weeks, which can mean hours of the calendar or business days. */
  | "ambiguous-duration"
  /** The cut-off time of a target lies outside the opening hours of its calendar. */
  | "cut-off-outside-hours"
  /** A tier, severity and measure have no objective. */
  | "objective-missing"
  /** A tier, severity and measure have two objectives; the first one counts. */
  | "objective-overlap"
  /**
   * The objective is the first that applies for no answers: entries before it apply whenever it does, or its condition
   * never holds.
   */
  | "unreachable-objective"
  /** A goal does not have exactly one rule, its percentage is none, or no target counts towards it. */
  | "invalid-goal"
  /** A tier has a weaker objective than a tier that it includes. */
  | "tier-promises-less"
  /**
   * Advice or a feature has a condition that can never hold: an empty list, or a state in which no target of its tiers
   * and severities can be.
   */
  | "condition-never-holds"
  /** An export uses a placeholder or a choice that no case ever fills (docs/handover.md lists them). */
  | "unknown-placeholder"
  /** An export has no `fields`. */
  | "export-without-fields"
  /** Nothing cites the clause. */
  | "unused-clause"
  /** Nothing uses the calendar. */
  | "unused-calendar"
  /** No answer to the context question changes anything. */
  | "unused-context"
  /** No objective counts towards the goal. */
  | "unused-goal"
  /** One of the policy's own `examples` gives another answer than it expects, or cannot be run. */
  | "example-failed"
  /**
   * A field changes nothing: in an example an instant after `now` or a name that nothing uses, in a goal a member
   * without the one that it needs, in a condition `submitted` without a calendar.
   */
  | "no-effect"
  /** The policy has examples, but none covers this rule, or a due date that follows from this clause. */
  | "not-covered";
