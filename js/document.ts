// Written from the Rust types by tests/typescript.rs; UPDATE_TYPES=1 writes it anew.

import type { Text } from "./types.js";

/** A subject to the values that satisfy it. Every key has to hold; one of its values is enough. */
export type Condition = Record<string, string[]>;

/** Opening and closing time, such as "09:00" and "17:30"; "24:00" is the end of the day. */
export type Interval = [string, string];

/** A support service description as data. */
export interface PolicyDocument {
  /** Address of the JSON schema of this document, for editors. */
  $schema?: string;
  /** Id of the policy in permalinks and tickets. It never changes. */
  id: string;
  /** Version of the policy's content. It changes with every published revision. */
  version: string;
  /** Title of the policy. */
  title: Text;
  /** BCP 47 tags of the languages that every text has; the first is the normative one. */
  languages: string[];
  /** The service description that this policy restates. */
  source?: PolicySource;
  /** Service tiers, lowest first. */
  tiers?: TierDefinition[];
  /** Severities, most severe first. */
  severities: SeverityDefinition[];
  /** Questions that lead to a severity, in the order in which they are asked if nothing else decides. */
  questions?: QuestionDefinition[];
  /** The decision table over the questions. */
  classification?: DecisionTableDefinition;
  /** Calendars of business hours by id. */
  calendars?: Record<string, CalendarDefinition>;
  /** Sets of holidays by name, which calendars name as "@name". */
  holidaySets?: Record<string, HolidaySet>;
  /** Events of a case at which a measure may start or end, beside its submission and its measures. */
  events?: EventDefinition[];
  /** Measures, such as the initial response. */
  measures?: MeasureDefinition[];
  /** Service level objectives. */
  objectives?: ObjectiveDefinition[];
  /** How often objectives are to be met, by name. Objectives that name one goal count together. */
  goals?: Record<string, Goal>;
  /** The instant from which the target of a new severity counts. */
  onSeverityChange?: OnSeverityChange;
  /** Share of the target after which a running case is at risk, above 0 and below 1. */
  atRisk?: number;
  /** Facts about the customer and the request that change objectives, calendars and advice, never the severity. */
  context?: ContextQuestion[];
  /** Ways to reach the support, most direct first. */
  channels?: Channel[];
  /** Advice: what to do, to prepare and to know, in the order of action. */
  advice?: AdviceDefinition[];
  /** Features that the tiers include beyond response times. */
  features?: Feature[];
  /** Clauses of the service description by id, in its order. */
  clauses?: Record<string, Clause>;
  /** Defined terms. */
  glossary?: GlossaryTerm[];
  /** Fields of other systems, by name of the system. */
  exports?: Record<string, unknown>;
  /** Named cases with the expected answer, run by `check`. */
  examples?: Example[];
}

/** The service description that a policy restates. */
export interface PolicySource {
  /** Title of the document. */
  title: Text;
  /** Link to the document (https). */
  href?: string;
}

/** A service tier. */
export interface TierDefinition {
  /** Id of the tier. */
  id: string;
  /** Preferred name. */
  name: Text;
  /** Other names of the same tier. */
  aliases?: Text[];
  /** Id of a tier whose whole content this tier includes. */
  includes?: string;
  /**
   * Ids of the severities that the tier offers; all of them if it is left out. A more severe case is filed as the
   * nearest less severe one of them.
   */
  severities?: string[];
  /** Description of the tier in one sentence. */
  text?: Text;
  /** Id of the clause that defines it. */
  clause?: string;
}

/** A severity level. */
export interface SeverityDefinition {
  /** Id of the severity. */
  id: string;
  /** Number of the severity in the service description, 1 for the most severe. */
  level?: number;
  /** Name of the severity. */
  name: Text;
  /** Other names of the same severity. */
  aliases?: Text[];
  /** Definition of the severity: which cases have it. */
  definition?: Text;
  /** Id of the clause that defines it. */
  clause?: string;
}

/** A question whose answer may change the severity. */
export interface QuestionDefinition {
  /** Id of the question. */
  id: string;
  /** The question in plain words. */
  text: Text;
  /** A hint shown below the question. */
  help?: Text;
  /** Whether the options are in order from least to most severe. */
  ordered?: boolean;
  /** The options to choose from. */
  options: QuestionOption[];
}

/** An option of a question. */
export interface QuestionOption {
  /** Id of the option, unique in its question. */
  id: string;
  /** The option in plain words. */
  text: Text;
  /** An example. */
  help?: Text;
  /** Frequency of this answer relative to the others; 1 by default. */
  weight?: number;
}

/** The decision table. */
export interface DecisionTableDefinition {
  /** The rule that decides if several match. */
  hitPolicy?: HitPolicy;
  /** The severity that a case gets while several are possible. */
  whenUnsure?: WhenUnsure;
  /** The rules. */
  rules: RuleDefinition[];
}

/** The rule that decides if several match. */
export type HitPolicy =
  /** The most severe of them. */
  | "most-severe"
  /** The first of them. */
  | "first"
  /** None: at most one rule may match. */
  | "unique";

/** The severity that a case gets while several are possible. */
export type WhenUnsure =
  /** The most severe of them. */
  | "most-severe"
  /** The least severe of them. */
  | "least-severe";

/** One rule of the table. */
export interface RuleDefinition {
  /** Id of the rule. */
  id: string;
  /** Id of a question to the options that match. A question that is left out matches with any option. */
  when?: Condition;
  /** Id of the severity that the rule gives. */
  severity: string;
  /** "stated" if a clause decides; "interpreted" if the description does not cover the case and the policy decides. */
  basis?: Basis;
  /** Id of the clause behind the rule. */
  clause?: string;
}

/** The basis of a decision. */
export type Basis =
  /** A clause of the description decides. */
  | "stated"
  /** The description does not cover the case, and the policy decides. */
  | "interpreted";

/**
 * A calendar of business hours: always open, weekly hours in a time zone with holidays and special days, or one of
 * several such calendars that an answer chooses.
 */
export interface CalendarDefinition {
  /** Name of the calendar, which says whose hours these are. Without one, a name is composed from the hours. */
  name?: Text;
  /** "24x7" for a calendar that is always open. Such a calendar may have a zone, and nothing else. */
  open?: AlwaysOpen;
  /**
   * IANA time zone of all times of the calendar, such as "America/Toronto", or {"by": "customer"} for that of the case.
   */
  zone?: CalendarZone;
  /**
   * Opening hours by weekday ("mon") or range of weekdays ("mon-fri", "sun-thu"). A single day overrides a range; a
   * weekday that is left out is closed.
   */
  weekly?: Record<string, Interval[]>;
  /** Days that are closed, whatever their weekday. */
  holidays?: Holiday[];
  /**
   * Opening hours of single dates ("2026-12-24"), or of a day of every year ("--12-24"). They replace the weekly hours
   * and the holiday of that date; an empty list closes it. A day of every year changes nothing on a weekday without
   * hours.
   */
  special?: Record<string, Interval[]>;
  /**
   * The last date for which the holidays are complete. Without it, and if all holidays are single dates, the last of
   * them.
   */
  until?: string;
  /**
   * Id of the context question, or "channel", whose answer chooses one of the calendars in `values`. Such a calendar
   * has nothing else but `values`, `else` and a name.
   */
  by?: string;
  /** Answer to the id of a calendar, which is not itself chosen by an answer. */
  values?: Record<string, string>;
  /** Id of the calendar for answers that `values` does not list. It is not for a missing answer. */
  else?: string;
}

/** The value of `open`. */
export type AlwaysOpen = "24x7";

/** The time zone of a calendar. */
export type CalendarZone =
  /** An IANA name. */
  | string
  /** The zone that each case brings. */
  | ZoneOfCase;

/** The time zone that each case brings. */
export interface ZoneOfCase {
  /** The fact that gives it. */
  by: ZoneSource;
}

/** The fact that gives a time zone. */
export type ZoneSource = "customer";

/** A holiday: a date ("2026-12-25", or "--07-01" for every year), a rule, or all holidays of a set ("@uk"). */
export type Holiday =
  /** A date, or the name of a set after "@". */
  | string
  /** A rule, which may have a name. */
  | HolidayRule;

/** A rule for a holiday: `date`; `easter`; `weekday` with `nth` and `month`; or `weekday` with `before`. */
export interface HolidayRule {
  /** A date, "2026-12-25", or "--12-25" for every year. */
  date?: string;
  /** Number of days after Easter Sunday; negative for days before it. */
  easter?: number;
  /** The calendar of Easter, "western" by default. */
  rite?: Rite;
  /** A weekday, together with `nth` and `month`, or with `before`. */
  weekday?: Weekday;
  /** Which occurrence of the weekday in the month: 1 to 5, or -1 for the last. */
  nth?: number;
  /** Number of the month, 1 to 12. */
  month?: number;
  /** A day of every year ("--05-25"). The holiday is the last such weekday strictly before it. */
  before?: string;
  /**
   * Days that are off as well where the holiday falls on one of these weekdays; null for none, whatever the set says.
   */
  observed?: Record<string, ObservedDay> | null;
  /** Name of the holiday. */
  name?: Text;
}

/** The calendar by which Easter is computed. */
export type Rite =
  /** Easter of the Gregorian calendar. */
  | "western"
  /** Easter of the Orthodox churches. */
  | "orthodox";

/** A day of the week. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/**
 * The weekday that is off as well: the nearest one before the holiday for "fri", the nearest one after it for "mon" and
 * "tue". If that is a holiday already, the next one on in the same direction, from Monday to Friday.
 */
export type ObservedDay = "fri" | "mon" | "tue";

/** Holidays that calendars share by name: "@uk" in a calendar's `holidays` means the set "uk". */
export interface HolidaySet {
  /** Name of the set. */
  name?: Text;
  /** Days that are off as well where a holiday of the set falls on one of these weekdays. */
  observed?: Record<string, ObservedDay>;
  /**
   * The last date for which the set is complete. Without it, and if all its days are single dates, the last of them.
   */
  until?: string;
  /** The holidays. */
  days: Holiday[];
}

/** An event of a case, such as the creation of a return. */
export interface EventDefinition {
  /** Id of the event. Measures and events share their ids. */
  id: string;
  /** Name of the event. */
  name: Text;
  /** Definition of the event. */
  text?: Text;
  /** Id of the clause that defines it. */
  clause?: string;
}

/** A measure, such as the initial response. */
export interface MeasureDefinition {
  /** Id of the measure. */
  id: string;
  /** Name of the measure. */
  name: Text;
  /** Whether a pause stops its clock. */
  pausable?: boolean;
  /** The start: "submission" (the default), the id of a measure, whose first stop is meant, or the id of an event. */
  startsAt?: string;
  /** Whether each stop ends a round and starts the next one. */
  repeats?: boolean;
  /** Id of the measure or the event that ends the round that runs; nothing starts after it. */
  until?: string;
  /** Definition of the measure: when it starts and when it stops. */
  text?: Text;
  /** Id of the clause that defines it. */
  clause?: string;
}

/** A service level objective for some tiers and severities. */
export interface ObjectiveDefinition {
  /** Id of the objective. */
  id: string;
  /** Id of the measure. */
  measure: string;
  /** Ids of the tiers; all of them if it is left out. */
  tiers?: string[];
  /** Ids of the severities; all of them if it is left out. */
  severities?: string[];
  /** The facts under which the entry applies. For a tier, severity and measure, the first entry that applies counts. */
  when?: ObjectiveCondition;
  /** The target; null if the description states that there is none. */
  target?: ObjectiveTarget | null;
  /** Id of the calendar whose business hours count. Without it, real time counts. */
  calendar?: string;
  /** Words beside the target, or instead of one, such as "best effort". */
  note?: Text;
  /** Name of the goal towards which it counts. */
  goal?: string;
  /** Id of the clause that states it. */
  clause?: string;
}

/** The facts under which an objective applies. Every key has to hold. */
export interface ObjectiveCondition {
  /** Whether the start lies in the business hours of a calendar. */
  submitted?: SubmittedCondition;
  [fact: string]: string[] | SubmittedCondition | undefined;
}

/** The moment of a start: in the business hours of one calendar, or outside those of one. */
export interface SubmittedCondition {
  /** Id of the calendar during whose business hours the start lies. */
  during?: string;
  /** Id of the calendar outside whose business hours the start lies. */
  outside?: string;
}

/**
 * A target: `under` or `within` a time of the calendar, as an ISO 8601 duration in hours, minutes and seconds
 * ("PT30M"); or a number of business days, with or without `due` and `cutOff`.
 */
export interface ObjectiveTarget {
  /** The objective is met if the elapsed time is strictly less. */
  under?: string;
  /** The objective is met if the elapsed time is less or equal. */
  within?: string;
  /** The objective is met on this business day after the date of the start at the latest: 1 to 366. */
  businessDays?: number;
  /** The time of that business day, "close" by default. */
  due?: DueTime;
  /** A start after this time ("15:00"), or on no business day, counts as made on the next business day. */
  cutOff?: string;
}

/** The time of a business day at which a target is due. */
export type DueTime =
  /** The last closing time of the day. */
  | "close"
  /** The local time of the start. */
  | "same-time";

/** How often the objectives that name the goal are to be met, all of them together. */
export interface Goal {
  /** Percentage of the cases that are to be in time. */
  percent?: number;
  /** Most cases that may be late, instead of a percentage. */
  misses?: number;
  /** The period over which the goal is to be reached; the whole log if it is left out. */
  over?: GoalPeriod;
  /** The least number of cases for the rule to hold; `below` holds where fewer count. */
  atLeast?: number;
  /** The rule for a period with fewer cases than `atLeast`. */
  below?: GoalBelow;
  /** First day of the year of "year" and "quarter" ("--02-01"); 1 January if it is left out. */
  yearStarts?: string;
  /** The consequence of a goal that was not reached, such as a service credit. */
  remedy?: Text;
}

/** The period over which a goal is to be reached. */
export type GoalPeriod = "week" | "month" | "quarter" | "year";

/** The rule of a goal for a period with few cases: one of the two bounds. */
export interface GoalBelow {
  /** Percentage of the cases that are to be in time. */
  percent?: number;
  /** Most cases that may be late. */
  misses?: number;
}

/** The instant from which the target of a new severity counts. */
export type OnSeverityChange =
  /** The submission of the case. */
  | "from-submission"
  /** The change of severity. */
  | "from-change";

/** A fact about the customer or the request. */
export interface ContextQuestion {
  /** Id of the question, which conditions use as a key. */
  id: string;
  /** The question in plain words. */
  text: Text;
  /** A hint shown below the question. */
  help?: Text;
  /** The options to choose from. */
  options: ContextOption[];
}

/** An option of a context question. */
export interface ContextOption {
  /** Id of the option, unique in its question. */
  id: string;
  /** The option in plain words. */
  text: Text;
  /** An example. */
  help?: Text;
  /**
   * The answer as the condition of a feature, such as "for the SaaS offer only". Shown instead of question and answer.
   */
  condition?: Text;
  /** For a question about the sale: whether the objectives are part of this customer's contract. */
  standing?: Standing;
}

/** Whether the objectives are part of a customer's contract. */
export type Standing =
  /** They are part of the contract. */
  | "contractual"
  /** They are for information; somebody else has the contract. */
  | "informational"
  /** It is not known. */
  | "unspecified";

/** A way to reach the support. */
export interface Channel {
  /** Id of the channel. */
  id: string;
  /** Name of the channel. */
  name: Text;
  /** Kind of channel. */
  kind: ChannelKind;
  /** Link (https, mailto or tel). If it is left out, the page may supply one. */
  href?: string;
  /** Id of the calendar of its business hours. */
  calendar?: string;
  /** Id of the clause behind it. */
  clause?: string;
}

/** Kinds of channel. */
export type ChannelKind = "phone" | "web" | "chat" | "email";

/** A piece of advice: something to do, to prepare or to know in some cases. */
export interface AdviceDefinition {
  /** Id of the advice. */
  id: string;
  /** Kind of advice. */
  kind: AdviceKind;
  /** The facts under which the advice is given. */
  when?: AdviceCondition;
  /** The advice. */
  text: Text;
  /** For an escalation: the request in the customer's words, such as "Please put me through to the duty manager." */
  ask?: Text;
  /** Id of the clause behind it. */
  clause?: string;
  /** Id of the channel to use. */
  channel?: string;
}

/** Kinds of advice. */
export type AdviceKind =
  /** Do it now. */
  | "act"
  /** Have it ready. */
  | "prepare"
  /** Know it. */
  | "know"
  /** Escalate. */
  | "escalate";

/** The facts under which advice is given. Every key has to hold. */
export interface AdviceCondition {
  /** States of a target: of any measure, or by measure. */
  state?: StateCondition;
  /** Time that has passed since the start of a measure. */
  elapsed?: ElapsedCondition;
  [fact: string]: string[] | StateCondition | ElapsedCondition | undefined;
}

/** States of targets: of any measure, or of each measure that is named. */
export type StateCondition =
  /** A target of any measure is in one of these states. */
  | string[]
  /** Id of a measure to the states of its target. */
  | Condition;

/** Time that has passed since the start of a measure, pauses included. It ends with the stop of the measure. */
export interface ElapsedCondition {
  /** Id of the measure. */
  measure: string;
  /** The least time, as an ISO 8601 duration ("PT1H"). */
  atLeast: string;
  /** Id of the calendar whose business hours count. Without it, real time counts. */
  calendar?: string;
}

/** A feature: something that a tier includes. */
export interface Feature {
  /** Id of the feature. */
  id: string;
  /** Id of the lowest tier that includes it. */
  tier: string;
  /** Name of the feature. */
  name: Text;
  /** Description of the feature. */
  text?: Text;
  /** A service, a term that comes with the services, or an exclusion from them. Default: a service. */
  kind?: FeatureKind;
  /** How often it recurs. */
  cadence?: Cadence;
  /** Id of a context question to the values for which the feature is delivered. */
  when?: Condition;
  /** Id of the clause behind it. */
  clause?: string;
}

/** The nature of a feature. */
export type FeatureKind =
  /** Something that is delivered. */
  | "service"
  /** A duty or a condition that comes with the services, such as mandatory training. */
  | "term"
  /** Something that the services leave out. */
  | "exclusion";

/** How often something recurs. */
export type Cadence = "continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly";

/** A clause of the description. */
export interface Clause {
  /** Heading of its section. */
  heading: Text;
  /** Text of the clause. */
  text: Text;
  /** Link to the clause (https). */
  href?: string;
}

/** A defined term. */
export interface GlossaryTerm {
  /** The term. */
  term: Text;
  /** Definition of the term. */
  text: Text;
  /** Id of the clause that defines it. */
  clause?: string;
}

/** A named case with the expected answer. */
export interface Example {
  /** Name of the example. */
  name: string;
  /** Answers to classify: id of a question to an option, several options, or "unknown". */
  answers?: unknown;
  /** Facts of a case, as `evaluate` takes them. */
  case?: unknown;
  /** The instant as of which the case is evaluated (RFC 3339); its submission if it is left out. */
  now?: string;
  /** The expected answer. */
  expect: ExampleExpectation;
}

/** The expected answer of an example. Each entry is by measure; null means that there is none. */
export interface ExampleExpectation {
  /** The severity of the answers, or of the case. */
  severity?: string;
  /** The severity under which the tier takes the case; null if it is the severity of the case. */
  filedAs?: string | null;
  /** Id of a measure to its state. */
  state?: Record<string, string | null>;
  /** Id of a measure to its due time (RFC 3339). */
  dueAt?: Record<string, string | null>;
  /** Id of a measure to the questions on which its target depends. */
  dependsOn?: Record<string, string[] | null>;
  /** Id of a measure to the earliest due time that is possible (RFC 3339). */
  earliestDueAt?: Record<string, string | null>;
  /** Id of a measure to the latest due time that is possible (RFC 3339). */
  latestDueAt?: Record<string, string | null>;
  /** Id of a measure to the numbers of its rounds that ended. */
  rounds?: Record<string, ExpectedRounds | null>;
  /** Id of a measure to notes about its target, such as "holidays-unknown". */
  notes?: Record<string, string[] | null>;
  /** Ids of the advice, all of it in its order. */
  advice?: string[];
  /** The advice that will hold later if nothing happens, all of it by time. */
  schedule?: ExpectedAdvice[];
}

/** Rounds of a measure that repeats. */
export interface ExpectedRounds {
  /** Rounds that ended in time. */
  met: number;
  /** Rounds that ended too late. */
  missed: number;
}

/** Advice that will hold later. */
export interface ExpectedAdvice {
  /** Id of the advice. */
  advice: string;
  /** The instant at which it begins to hold (RFC 3339). */
  at: string;
}
