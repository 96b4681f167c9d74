/**
 * The members of the entries of a policy, as its forms show them. The compiler compares each list with the type of the entry in
 * js/document.ts, which follows the Rust types: a new member of the document is an error here until it has a field.
 */

import type {
  AdviceDefinition,
  Channel,
  Clause,
  ContextOption,
  ContextQuestion,
  EventDefinition,
  Feature,
  GlossaryTerm,
  Goal,
  MeasureDefinition,
  ObjectiveDefinition,
  QuestionDefinition,
  QuestionOption,
  RuleDefinition,
  SeverityDefinition,
  TierDefinition,
} from "../../index.js";

/** A list of the document whose entries other entries name by their ids. */
export type ListName =
  | "tiers"
  | "severities"
  | "questions"
  | "calendars"
  | "measures"
  | "goals"
  | "channels"
  | "clauses"
  | "context"
  | "events";

/** The lists that are objects, with ids as keys. */
export const keyedLists: ReadonlySet<string> = new Set(["calendars", "goals", "clauses", "holidaySets"]);

/** The kind of a field. `isMore`: it is folded away at first. */
export type FieldKind = (
  | { kind: "text"; isLong?: true; isRequired?: true }
  | { kind: "aliases" }
  | { kind: "line"; placeholder?: string }
  | { kind: "number" }
  | { kind: "flag" }
  | { kind: "choice"; values: readonly string[]; isRequired?: true }
  | { kind: "one"; of: readonly (ListName | "submission")[] }
  | { kind: "several"; of: ListName; all?: true }
  | { kind: "list"; entry: "option" | "contextOption" }
  | { kind: "target" }
  | { kind: "condition"; facts: readonly ConditionFact[] }
  | { kind: "below" }
) & { isMore?: true };

/** A fact that a condition can ask for, beside context questions. */
export type ConditionFact = "severity" | "tier" | "channel" | "submitted" | "state" | "elapsed";

type FieldsOf<Entry> = Record<Exclude<keyof Entry, "id">, FieldKind>;

const clause: FieldKind = { kind: "one", of: ["clauses"], isMore: true };
const name: FieldKind = { kind: "text", isRequired: true };
const long: FieldKind = { kind: "text", isLong: true };
const help: FieldKind = { kind: "text", isLong: true, isMore: true };

/** Fields by entry, in the order of the forms. */
export const fields = {
  tier: {
    name,
    text: long,
    severities: { kind: "several", of: "severities", all: true },
    includes: { kind: "one", of: ["tiers"] },
    aliases: { kind: "aliases", isMore: true },
    clause,
  } satisfies FieldsOf<TierDefinition>,
  severity: {
    name,
    definition: long,
    level: { kind: "number", isMore: true },
    aliases: { kind: "aliases", isMore: true },
    clause,
  } satisfies FieldsOf<SeverityDefinition>,
  question: {
    text: name,
    options: { kind: "list", entry: "option" },
    ordered: { kind: "flag" },
    help,
  } satisfies FieldsOf<QuestionDefinition>,
  option: { text: name, help, weight: { kind: "number", isMore: true } } satisfies FieldsOf<QuestionOption>,
  measure: {
    name,
    pausable: { kind: "flag" },
    startsAt: { kind: "one", of: ["submission", "measures", "events"], isMore: true },
    repeats: { kind: "flag", isMore: true },
    until: { kind: "one", of: ["measures", "events"], isMore: true },
    text: { ...long, isMore: true },
    clause,
  } satisfies FieldsOf<MeasureDefinition>,
  event: { name, text: long, clause } satisfies FieldsOf<EventDefinition>,
  objective: {
    target: { kind: "target" },
    calendar: { kind: "one", of: ["calendars"] },
    measure: { kind: "one", of: ["measures"] },
    tiers: { kind: "several", of: "tiers", all: true },
    severities: { kind: "several", of: "severities", all: true },
    when: { kind: "condition", facts: ["channel", "submitted"] },
    note: { kind: "text" },
    goal: { kind: "one", of: ["goals"], isMore: true },
    clause,
  } satisfies FieldsOf<ObjectiveDefinition>,
  goal: {
    percent: { kind: "number" },
    misses: { kind: "number" },
    over: { kind: "choice", values: ["week", "month", "quarter", "year"] },
    atLeast: { kind: "number", isMore: true },
    below: { kind: "below", isMore: true },
    yearStarts: { kind: "line", isMore: true, placeholder: "--02-01" },
    remedy: { kind: "text", isLong: true },
  } satisfies FieldsOf<Goal>,
  context: {
    text: name,
    options: { kind: "list", entry: "contextOption" },
    help,
  } satisfies FieldsOf<ContextQuestion>,
  contextOption: {
    text: name,
    standing: { kind: "choice", values: ["contractual", "informational", "unspecified"], isMore: true },
    condition: { kind: "text", isMore: true },
    help,
  } satisfies FieldsOf<ContextOption>,
  channel: {
    name,
    kind: { kind: "choice", values: ["phone", "web", "chat", "email"], isRequired: true },
    href: { kind: "line" },
    calendar: { kind: "one", of: ["calendars"] },
    clause,
  } satisfies FieldsOf<Channel>,
  advice: {
    kind: { kind: "choice", values: ["act", "prepare", "know", "escalate"], isRequired: true },
    text: { kind: "text", isLong: true, isRequired: true },
    ask: { kind: "text", isMore: true },
    channel: { kind: "one", of: ["channels"] },
    when: { kind: "condition", facts: ["severity", "tier", "state", "elapsed"] },
    clause,
  } satisfies FieldsOf<AdviceDefinition>,
  feature: {
    name,
    tier: { kind: "one", of: ["tiers"] },
    text: long,
    cadence: {
      kind: "choice",
      values: ["continuous", "daily", "weekly", "monthly", "quarterly", "yearly"],
      isMore: true,
    },
    kind: { kind: "choice", values: ["service", "term", "exclusion"], isMore: true },
    when: { kind: "condition", facts: [], isMore: true },
    clause,
  } satisfies FieldsOf<Feature>,
  clause: {
    heading: name,
    text: { kind: "text", isLong: true, isRequired: true },
    href: { kind: "line", isMore: true },
  } satisfies FieldsOf<Clause>,
  term: { term: name, text: { kind: "text", isLong: true, isRequired: true }, clause } satisfies FieldsOf<GlossaryTerm>,
  rule: {
    when: { kind: "condition", facts: [] },
    severity: { kind: "one", of: ["severities"] },
    basis: { kind: "choice", values: ["stated", "interpreted"] },
    clause,
  } satisfies FieldsOf<RuleDefinition>,
} as const;

/** The kind of an entry. */
export type EntryName = keyof typeof fields;

type KeysOfUnion<Value> = Value extends unknown ? keyof Value : never;

/** The member of an entry. */
export type FieldName = KeysOfUnion<(typeof fields)[EntryName]>;
