/** The policy document, as `policy.toJSON()` gives it: see policies/policy.schema.json for what each part means. */

import type { Text } from "./types.js";

/** What is asked about, to the values that satisfy it. */
export type Condition = Record<string, string[]>;

export interface PolicyDocument {
  $schema?: string;
  id: string;
  version: string;
  title: Text;
  /** The first language is the normative one. */
  languages: string[];
  source?: { title: Text; href?: string };
  /** Lowest first. */
  tiers?: TierDefinition[];
  /** Most severe first. */
  severities: SeverityDefinition[];
  questions?: QuestionDefinition[];
  classification?: {
    hitPolicy?: "most-severe" | "first" | "unique";
    whenUnsure?: "most-severe" | "least-severe";
    rules: RuleDefinition[];
  };
  calendars?: Record<string, CalendarDefinition>;
  measures?: { id: string; name: Text; pausable?: boolean; text?: Text; clause?: string }[];
  objectives?: ObjectiveDefinition[];
  onSeverityChange?: "from-submission" | "from-change";
  atRisk?: number;
  context?: ContextQuestion[];
  channels?: Channel[];
  advice?: AdviceDefinition[];
  features?: Feature[];
  clauses?: Record<string, Clause>;
  glossary?: { term: Text; text: Text; clause?: string }[];
  exports?: Record<string, unknown>;
  examples?: Example[];
}

export interface TierDefinition {
  id: string;
  name: Text;
  aliases?: Text[];
  includes?: string | null;
  text?: Text;
  clause?: string;
}

export interface SeverityDefinition {
  id: string;
  level?: number;
  name: Text;
  aliases?: Text[];
  definition?: Text;
  clause?: string;
}

export interface QuestionDefinition {
  id: string;
  text: Text;
  help?: Text;
  /** Options stand from least to most severe. */
  ordered?: boolean;
  options: { id: string; text: Text; help?: Text; weight?: number }[];
}

export interface RuleDefinition {
  id: string;
  when?: Condition;
  severity: string;
  basis?: "stated" | "interpreted";
  clause?: string;
}

export type Interval = [string, string];
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export interface CalendarDefinition {
  open?: "24x7";
  zone?: string;
  weekly?: Partial<Record<Weekday, Interval[]>>;
  holidays?: (string | HolidayRule)[];
  special?: Record<string, Interval[]>;
}

export interface HolidayRule {
  date?: string;
  easter?: number;
  weekday?: Weekday;
  nth?: number;
  month?: number;
  before?: string;
  name?: Text;
}

export interface ObjectiveDefinition {
  id: string;
  measure: string;
  tiers: string[];
  severities: string[];
  target?: { under: string } | { within: string } | null;
  calendar: string;
  clause?: string;
}

export interface ContextQuestion {
  id: string;
  text: Text;
  help?: Text;
  options: ContextOption[];
}

export interface ContextOption {
  id: string;
  text: Text;
  help?: Text;
  /** The answer as the condition of a feature, such as "for the SaaS offer only". */
  condition?: Text;
  standing?: "contractual" | "informational" | "unspecified";
}

export interface Channel {
  id: string;
  name: Text;
  kind: "phone" | "web" | "chat" | "email";
  href?: string;
  calendar?: string;
  clause?: string;
}

export interface AdviceDefinition {
  id: string;
  kind: "act" | "prepare" | "know" | "escalate";
  when?: Condition;
  text: Text;
  clause?: string;
  channel?: string;
}

export interface Feature {
  id: string;
  tier: string;
  name: Text;
  text?: Text;
  /** A service, a term that comes with the services, or an exclusion from them. Default: a service. */
  kind?: "service" | "term" | "exclusion";
  cadence?: "continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
  when?: Condition;
  clause?: string;
}

export interface Clause {
  heading: Text;
  text: Text;
  href?: string;
}

export interface Example {
  name: string;
  answers?: Record<string, string | string[]>;
  case?: Record<string, unknown>;
  expect: { severity?: string; dueAt?: Record<string, string | null> };
}
