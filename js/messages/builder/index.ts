/** The texts of `<slo-policy-builder>`. */

import { messagesByLanguage } from "../../text/lookup.js";
import type { TargetFault } from "../../text/target-words.js";
import type { SectionName } from "../../elements/policy-builder/context.js";
import type { ConditionFact, EntryName, FieldName } from "../../elements/policy-builder/schema.js";
import type { TemplateName } from "../../elements/policy-builder/templates.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

/** Texts by the member of an entry; a member that is left out has that of every entry, or none. */
type ByField = Partial<Record<EntryName, Partial<Record<FieldName, string>>>>;

/** The values of the choices in forms. */
type Choice =
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "contractual"
  | "informational"
  | "unspecified"
  | "phone"
  | "web"
  | "chat"
  | "email"
  | "act"
  | "prepare"
  | "know"
  | "escalate"
  | "continuous"
  | "daily"
  | "weekly"
  | "monthly"
  | "quarterly"
  | "yearly"
  | "service"
  | "term"
  | "exclusion"
  | "stated"
  | "interpreted";

type State =
  | "not-stated"
  | "on-track"
  | "at-risk"
  | "overdue"
  | "paused"
  | "met"
  | "missed"
  | "not-started"
  | "undetermined";

type ListWord =
  | "tiers"
  | "severities"
  | "questions"
  | "options"
  | "calendars"
  | "holidaySets"
  | "days"
  | "holidays"
  | "measures"
  | "events"
  | "objectives"
  | "goals"
  | "context"
  | "channels"
  | "advice"
  | "features"
  | "clauses"
  | "glossary"
  | "aliases"
  | "source";

export interface BuilderMessages {
  sections: Record<SectionName, string>;
  level: Record<"error" | "warning" | "info", string>;
  missing: string;
  unset: string;
  all: string;
  more: string;
  add: string;
  addAlias: string;
  remove: string;
  removeNamed(name: string): string;
  removed(name: string): string;
  moveUp(name: string): string;
  moveDown(name: string): string;
  moveHint: string;
  movedTo(name: string, place: number, count: number): string;
  moreFindings(count: number): string;
  fixed: string;
  fixes: {
    replace(by: string): string;
    removeMention: string;
    removeMember(name: string): string;
    removeEntry: string;
  };
  fields: Record<FieldName | "title", string>;
  fieldsOf: ByField;
  hintsOf: ByField;
  choices: Record<Choice, string>;
  /** `one` names an entry without a name. */
  entries: Record<EntryName, { one: string; add: string; example: string }>;
  lists: Record<ListWord, string>;
  submission: string;
  belowPercent: string;
  belowMisses: string;
  facts: Record<ConditionFact, string>;
  factsHint: string;
  noFacts: string;
  addCondition: string;
  states: Record<State, string>;
  during: string;
  outside: string;
  hoursOf: string;
  elapsedSince: string;
  atLeast: string;
  realTime: string;
  durationHint: string;
  targetFaults: Record<TargetFault, string>;
  ids: {
    label: string;
    hint: string;
    taken(id: string): string;
    renamed(from: string, to: string): string;
  };
  tiersHint: string;
  severitiesHint: string;
  policy: {
    titleHint: string;
    version: string;
    versionHint: string;
    id: string;
    idHint: string;
    source: string;
    sourceHint: string;
    sourceTitle: string;
    languages: string;
    languagesHint: string;
    addLanguage: string;
    normative: string;
    makeFirst: string;
    onSeverityChange: string;
    counts: Record<"from-submission" | "from-change", string>;
    atRisk: string;
    atRiskHint: string;
  };
  hours: {
    hint: string;
    add: string;
    addExample: string;
    around: string;
    addAround: string;
    nameHint: string;
    kind: string;
    kinds: Record<"weekly" | "around" | "chosen", string>;
    zone: string;
    zoneHint: string;
    customerZone: string;
    week: string;
    weekHint: string;
    /** Weekdays, Monday first. */
    days: readonly string[];
    copyMonday: string;
    closed: string;
    unreadable: string;
    holidays: string;
    noHolidays: string;
    addSet: string;
    ownSets: string;
    countries: Record<"ca" | "us" | "gb" | "fr", string>;
    addDay: string;
    everyYear: string;
    addRule: string;
    ruleKind: string;
    ruleKinds: Record<"easter" | "nth" | "before", string>;
    /** Days that Easter moves, by their distance from Easter Sunday. */
    easterDays: Record<"-2" | "0" | "1" | "39" | "49" | "50", string>;
    orthodox: string;
    nth: string;
    /** The first to the fifth, and the last. */
    nths: Record<"1" | "2" | "3" | "4" | "5" | "-1", string>;
    weekday: string;
    month: string;
    dayOfMonth: string;
    /** A day of every year. */
    yearly(day: string): string;
    sets: string;
    setsHint: string;
    addOwnSet: string;
    noDays: string;
    observed: Record<"sat" | "sun", string>;
    observedDays: Record<"fri" | "mon" | "tue", string>;
    notObserved: string;
    until: string;
    untilHint: string;
    nextHolidays(count: number): string;
    special: string;
    specialHint: string;
    addSpecial: string;
    by: string;
    otherwise: string;
    /** Name of a calendar that is added with a target in business hours, by language. */
    office: Record<"en" | "fr", string>;
    added: string;
  };
  objectives: {
    measures(names: readonly string[]): string;
    measuresHint: string;
    gridHint: string;
    needsMeasure: string;
    needsBoth: string;
    cell(tier: string, severity: string, measure: string | null): string;
    hoursOf(cell: string): string;
    notOffered: string;
    special(count: number): string;
    oneByOne(count: number): string;
    oneByOneHint: string;
    goals: string;
    goalsHint: string;
    events: string;
    eventsHint: string;
  };
  rules: {
    questions: string;
    questionsHint: string;
    rules: string;
    rulesHint: string;
    needsQuestion: string;
    needsSeverity: string;
    number: string;
    severity: string;
    add: string;
    added: string;
    showAll(count: number): string;
    rule(number: number): string;
    answersOf(number: number, question: string): string;
    severityOf(number: number): string;
    details(number: number): string;
    any: string;
    anyAnswer: string;
    gap: string;
    fillGap(answers: string): string;
    chooseSeverity: string;
    example(answers: readonly string[]): string;
    hitPolicy: string;
    hitPolicies: Record<"most-severe" | "first" | "unique", string>;
    whenUnsure: string;
    unsure: Record<"most-severe" | "least-severe", string>;
  };
  advice: { channels: string; channelsHint: string; advice: string; adviceHint: string };
  terms: { features: string; featuresHint: string; clauses: string; clausesHint: string; glossary: string };
  texts: { summary(count: number, missing: number): string; search: string; onlyMissing: string };
  tables: {
    save: string;
    open: string;
    taken: string;
    unreadable(reason: string): string;
    /** A table that has another shape. */
    shape: string;
    /** A name that the policy does not have. */
    unknown(name: string): string;
    tier: string;
    severity: string;
  };
  exports: { hint: string; add: string; addField: string; dependsOn: string; nothing: string; otherwise: string };
  examples: {
    hint: string;
    none: string;
    uncovered(count: number): string;
    addAll: string;
    added(count: number): string;
    needsSound: string;
    forRule(number: number): string;
    right: string;
    failed: string;
    name: string;
  };
  json: { hint: string; unreadable: string; line(number: number): string };
  start: {
    heading: string;
    templates: Record<TemplateName, { name: string; text: string }>;
    file: string;
    fileText: string;
    fileHint: string;
    tooLarge: string;
    /** `reason` is that of the reader, in English; it may be empty. */
    unreadable(reason: string): string;
    /** Heading of what an import could not carry over. */
    notes(count: number): string;
    understood: string;
    privacy: string;
  };
  preview: {
    heading: string;
    views: Record<"wizard" | "table" | "calculator" | "description" | "embed", string>;
    old: string;
    none: string;
    noQuestions: string;
    noObjectives: string;
    exampleName(severity: string, number: number): string;
    isRight(answer: string): string;
    thisDueTime: string;
    keep: string;
    kept: string;
    print: string;
    embedHint(file: string): string;
    copy: string;
    copied: string;
    refused: string;
  };
  bar: {
    builder: string;
    parts: string;
    untitled: string;
    unsaved: string;
    sound: string;
    checking: string;
    noCheck: string;
    counts(errors: number, warnings: number): string;
    undo: string;
    redo: string;
    undone: string;
    redone: string;
    save: string;
    saved(file: string): string;
    open: string;
    close: string;
    closeAnyway: string;
    closeWarning: string;
    draft: string;
    before(section: string): string;
    after(section: string): string;
  };
}

/** The messages in the language nearest to a BCP 47 tag. */
export const builderMessagesFor = messagesByLanguage(frCA, en);
