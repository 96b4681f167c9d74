/** The changes from one policy to another as rows of a table: a part of the policy, before and after, in words. */

import type { Holiday, HolidayRule, HolidaySet, Interval, ObjectiveDefinition, PolicyDocument } from "../document.js";
import type { ChangeKind, Objective, PolicyChange } from "../engine-types.js";
import { isObject, type Json, keysOf, valueAt } from "./policy-json.js";
import { daysOfSet } from "./holiday-sets.js";
import type { EntryName } from "../elements/policy-builder/schema.js";
import { builderMessagesFor } from "../messages/builder/index.js";
import { changeMessagesFor } from "../messages/changes.js";
import { findingText } from "../messages/finding-sentences.js";
import { messagesFor } from "../messages/index.js";
import { createFormat } from "./format.js";
import { dayInWords, ruleInWords } from "./holiday-words.js";
import { writeHours } from "./hours-words.js";
import { ownValue, textIn } from "./lookup.js";
import { objectiveTexts } from "./objectives.js";
import { secondsOfDuration } from "./target-words.js";
import { calendarName, type TextView, weekInWords } from "./targets.js";

/** A change in words. A state is null if the policy has nothing there. */
export interface ChangeRow {
  kind: ChangeKind;
  /** The part of the policy, by its name. */
  part: string;
  before: string | null;
  after: string | null;
  /** JSON Pointer, as the engine gives it. */
  path: string;
  /** A consequence, or the whole change if it has no two states. */
  note: string | null;
}

/** The kinds of changes, in the order of the table. */
export const changeKinds: readonly ChangeKind[] = ["severity", "objective", "calendar", "structure", "text"];

/** Most characters of a value without words of its own. */
const longestValue = 200;

/** Returns the changes as rows in the language nearest to a BCP 47 tag, grouped by kind, in the order of the engine. */
export function changeRows(
  changes: readonly PolicyChange[],
  { before, after }: Record<"before" | "after", PolicyDocument>,
  language: string,
): ChangeRow[] {
  const [earlier, later] = [new Side(before, language), new Side(after, language)];
  const shown = new Set<string>();
  // Several weekdays of one week are one row.
  const rows = changes
    .map((change) => rowOf(change, earlier, later))
    .filter(({ path, part, before, after }) => {
      if (!weekday.test(path)) return true;
      const key = JSON.stringify([part, before, after]);
      return !shown.has(key) && shown.add(key);
    });
  return changeKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** The place of a weekday of a calendar, and that of its week. */
const weekday = /^(\/calendars\/[^/]+\/weekly)\/[^/]+$/;

function rowOf(change: PolicyChange, earlier: Side, later: Side): ChangeRow {
  const { kind, box, count, objective, path } = change;
  const { m } = later;
  if (count !== undefined) {
    const level = (side: Side, id: string | null | undefined) =>
      id == null ? m.undecided : side.nameOf("severities", id) || earlier.nameOf("severities", id) || id;
    const [before, after] = [level(later, change.before), level(later, change.after)];
    return { kind, path, part: later.answers(box ?? {}, earlier), before, after, note: m.combinations(count) };
  }
  if (objective !== undefined) {
    const { measure, tier, severities } = objective;
    const names = m.or(severities.map((id) => later.nameOf("severities", id)));
    const part = later.builder.objectives.cell(later.nameOf("tiers", tier), names, later.nameOf("measures", measure));
    const before = earlier.objectives(change.earlier ?? []);
    const after = later.objectives(change.later ?? []);
    return { kind, path, part, before, after, note: before === after ? later.sentence(change) : null };
  }
  const [was, is] = [change.earlier?.[0], change.later?.[0]];
  if (was === undefined && is === undefined) {
    return { kind, path, part: later.part(path), before: null, after: null, note: later.sentence(change) };
  }
  const [, week] = weekday.exec(path) ?? [];
  if (week !== undefined)
    return { kind, path, part: later.part(week), before: earlier.value(week), after: later.value(week), note: null };
  const part = is === undefined ? earlier.part(was ?? "") : later.part(is);
  if (was === undefined && is !== undefined && later.isEntry(is))
    return { kind, path, part, before: m.absent, after: m.added, note: null };
  if (is === undefined && was !== undefined && earlier.isEntry(was))
    return { kind, path, part, before: m.present, after: m.removed, note: isLost(change) ? m.lostPermalinks : null };
  // An entry that is there before and after has another id.
  const isRenamed = was !== undefined && is !== undefined && earlier.isEntry(was) && later.isEntry(is);
  if (isRenamed) {
    const [before, after] = [earlier.idAt(was), later.idAt(is)];
    return {
      kind,
      path,
      part: `${part}, ${m.members["id"]}`,
      before,
      after,
      note: isLost(change) ? m.lostPermalinks : null,
    };
  }
  const [before, after] = [was === undefined ? null : earlier.value(was), is === undefined ? null : later.value(is)];
  // Two values that read alike need the sentence.
  const note = before === after ? later.sentence(change) : null;
  return before === after && before !== null
    ? { kind, path, part, before: null, after: null, note }
    : { kind, path, part, before, after, note };
}

const isLost = ({ message }: PolicyChange): boolean => /permalinks lose/.test(message);

/** Lists whose entries have names, and the kinds of the entries. */
const entriesOf: Readonly<Record<string, EntryName>> = {
  tiers: "tier",
  severities: "severity",
  questions: "question",
  options: "option",
  measures: "measure",
  events: "event",
  objectives: "objective",
  goals: "goal",
  context: "context",
  channels: "channel",
  advice: "advice",
  features: "feature",
  clauses: "clause",
  glossary: "term",
  rules: "rule",
};

/** The list that an id in a member is of. */
const namesIn: Readonly<Record<string, readonly (keyof PolicyDocument)[]>> = {
  tier: ["tiers"],
  tiers: ["tiers"],
  includes: ["tiers"],
  severity: ["severities"],
  severities: ["severities"],
  measure: ["measures"],
  startsAt: ["measures", "events"],
  until: ["measures", "events"],
  channel: ["channels"],
  by: ["context"],
};

/** One of the two policies, with words for its places and values. */
class Side implements TextView {
  readonly description: PolicyDocument;
  readonly language: string;
  readonly format;
  readonly m;
  readonly builder;
  readonly #phrase;
  readonly #root: Json;

  constructor(description: PolicyDocument, language: string) {
    this.description = description;
    this.language = language;
    this.#root = description as unknown as Json;
    this.format = createFormat(language, "UTC");
    this.m = changeMessagesFor(language);
    this.builder = builderMessagesFor(language);
    this.#phrase = messagesFor(language).due.target;
  }

  say = (text: Record<string, string> | undefined): string => {
    const primary = this.language.split("-")[0] ?? "";
    return textIn(text, [this.language, primary, ...this.description.languages]);
  };

  /** Returns the sentence of the engine in the language, else in English. */
  sentence(change: PolicyChange): string {
    return findingText(change, this.language).message ?? change.message;
  }

  /** Returns the name of an entry of a list; its id if it has none, and nothing if there is no such entry. */
  nameOf(list: keyof PolicyDocument, id: string): string {
    const entries = this.description[list] as Json | undefined;
    const found = Array.isArray(entries)
      ? (entries as readonly Json[]).find((entry) => isObject(entry) && entry["id"] === id)
      : isObject(entries)
        ? ownValue(entries, id)
        : undefined;
    return found === undefined ? "" : this.#named(found) || id;
  }

  /** Returns the answers of a box by their names. */
  answers(box: Record<string, readonly string[]>, other: Side): string {
    const questions = [this, other].flatMap((side) => side.description.questions ?? []);
    // In the order in which the policy asks.
    const ids = [...new Set([...questions.map(({ id }) => id), ...Object.keys(box)])];
    const parts = ids.flatMap((id) => {
      const options = ownValue(box, id);
      if (options === undefined) return [];
      const asked = questions.filter((each) => each.id === id);
      const text = (option: string) => {
        const found = asked.flatMap((each) => each.options).find((each) => each.id === option);
        return this.m.quoted(found === undefined ? option : this.say(found.text));
      };
      return `${asked[0] === undefined ? id : this.say(asked[0].text)} ${this.m.or(options.map(text))}`;
    });
    return parts.length === 0 ? this.m.anyAnswers : parts.join("; ");
  }

  /** Returns objectives in words, with the goal for which they count. */
  objectives(pointers: readonly string[]): string {
    const entries = pointers.flatMap((pointer) => {
      const entry = valueAt(this.#root, pointer) as unknown as ObjectiveDefinition | undefined;
      return entry === undefined ? [] : [entry];
    });
    if (entries.length === 0) return this.m.noObjective;
    const texts = objectiveTexts(this, entries.map(objectiveOf), this.#phrase, "long");
    const words = texts.map(({ text, note }, at) => {
      const goal = entries[at]?.goal;
      const parts = [text ?? this.m.noTarget, note, goal === undefined ? null : this.m.countsTowards(goal)];
      return parts.filter((part) => part !== null).join("; ");
    });
    return words.join("; ");
  }

  /** Returns the name of a place: its entries by their names, then its member. */
  part(pointer: string): string {
    const keys = keysOf(pointer);
    const parts: string[] = [];
    let value: Json | undefined = this.#root;
    let entry: EntryName | undefined;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? "";
      const inner: Json | undefined = valueAt(value, `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
      const kind: EntryName | undefined =
        key === "options" && keys[0] === "context" ? "contextOption" : ownValue(entriesOf, key);
      const next = keys[at + 1];
      const isList = kind !== undefined || key === "calendars" || key === "holidaySets";
      if (isList && next !== undefined && (Array.isArray(inner) || (isObject(inner) && at === 0))) {
        const found = valueAt(inner, `/${next.replaceAll("~", "~0").replaceAll("/", "~1")}`);
        entry = kind;
        const name = key === "calendars" ? calendarName(this, next) : this.#named(found) || this.#idOf(found, next);
        const word = kind === undefined ? this.builder.lists[key as "calendars"] : this.builder.entries[kind].one;
        // Clauses are known by their numbers.
        const label = kind === "clause" ? `${word} ${next}` : word;
        parts.push(`${label} ${this.m.quoted(name)}`);
        value = found;
        at += 1;
      } else {
        const isLanguage = at > 0 && at === keys.length - 1 && isText(value);
        if (isLanguage) parts.push(this.m.inLanguage(parts.pop() ?? "", this.#languageName(key)));
        else if (key !== "classification" || next === undefined)
          parts.push(keys[0] === "exports" && at > 0 ? this.m.quoted(key) : this.#label(key, entry));
        value = inner;
      }
    }
    return parts.join(", ");
  }

  #label(key: string, entry: EntryName | undefined): string {
    const { fields, fieldsOf, lists } = this.builder;
    const own = entry === undefined ? undefined : ownValue(fieldsOf[entry] ?? {}, key);
    const word = own ?? ownValue(this.m.members, key) ?? ownValue(fields, key) ?? ownValue(lists, key);
    if (word !== undefined) return word;
    return /^-?-?\d[\d-]+$/.test(key) ? dayInWords(this.language, key) : this.m.quoted(key);
  }

  #languageName(tag: string): string {
    try {
      return new Intl.DisplayNames(this.language, { type: "language" }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  #idOf(entry: Json | undefined, otherwise: string): string {
    const id = isObject(entry) ? entry["id"] : undefined;
    return typeof id === "string" ? id : otherwise;
  }

  /** Returns the name of an entry, else its text; empty without both. */
  #named(entry: Json | undefined): string {
    if (!isObject(entry)) return "";
    const text = [entry["name"], entry["heading"], entry["term"], entry["title"], entry["text"]].find(isText);
    return text === undefined ? "" : this.say(text as Record<string, string>);
  }

  /** Returns whether a place is that of an entry with an id. */
  isEntry(pointer: string): boolean {
    const keys = keysOf(pointer);
    const list = keys.at(-2) ?? "";
    const isRoot = keys.length === 2 && (list === "calendars" || list === "holidaySets");
    return isRoot || (Object.hasOwn(entriesOf, list) && isObject(valueAt(this.#root, pointer)));
  }

  /** Returns the id of the entry at a place. */
  idAt(pointer: string): string {
    return this.#idOf(valueAt(this.#root, pointer), keysOf(pointer).at(-1) ?? "");
  }

  /** Returns the value at a place in words. */
  value(pointer: string): string {
    const keys = keysOf(pointer);
    const value = valueAt(this.#root, pointer);
    const [root, id] = keys;
    if (root === "calendars" && id !== undefined && keys.length === 2) return calendarName(this, id);
    if (isText(valueAt(this.#root, pointer.slice(0, pointer.lastIndexOf("/")))) && typeof value === "string")
      return value;
    return this.#words(value, keys.at(-1) ?? "");
  }

  #words(value: Json | undefined, key: string): string {
    const { m, builder } = this;
    if (value === undefined || value === null) return m.nothing;
    if (typeof value === "boolean") return value ? m.yes : m.no;
    if (typeof value === "number")
      return key === "atRisk" ? this.format.percent(value) : new Intl.NumberFormat(this.language).format(value);
    if (typeof value === "string") return this.#word(value, key);
    if (key === "weekly")
      return weekInWords(value as unknown as Record<string, Interval[]>, this.language) || m.nothing;
    if (key === "holidays" || key === "days")
      return m.and((value as unknown as readonly Holiday[]).map((holiday) => this.#holiday(holiday)));
    if (Array.isArray(value)) return this.#list(value, key);
    if (!isObject(value)) return cut(JSON.stringify(value));
    if (key === "special") {
      const days = Object.entries(value).map(
        ([date, hours]) =>
          `${dayInWords(this.language, date)} ${writeHours(hours as unknown as Interval[]) || builder.hours.closed}`,
      );
      return days.join("; ");
    }
    if (isText(value)) return this.say(value as Record<string, string>);
    if (key === "target") {
      const entry = { id: "", measure: "", target: value } as unknown as ObjectiveDefinition;
      const { language, format, say } = this;
      const view: TextView = { description: { ...this.description, objectives: [entry] }, language, format, say };
      return objectiveTexts(view, [objectiveOf(entry)], this.#phrase, "long")[0]?.text ?? m.noTarget;
    }
    const members = Object.entries(value).map(([member, inner]) => {
      const fact = ownValue(builder.facts, member) ?? this.nameOf("context", member);
      const name = key === "when" ? fact || this.nameOf("questions", member) : ownValue(builder.fields, member);
      return `${name || this.#word(member, key === "values" ? "option" : member)}: ${this.#words(inner, member)}`;
    });
    return members.length === 0 ? m.nothing : cut(members.join("; "));
  }

  #list(value: readonly Json[], key: string): string {
    if (value.length === 0) return this.m.nothing;
    const names = value.map((entry) =>
      isObject(entry) ? this.#named(entry) || this.#idOf(entry, "") : this.#words(entry, key),
    );
    return names.includes("") ? cut(JSON.stringify(value)) : this.m.and(names);
  }

  #word(value: string, key: string): string {
    const { builder } = this;
    if (key === "calendar" || key === "else" || key === "during" || key === "outside") return calendarName(this, value);
    if (key === "open") return builder.hours.around;
    if (key === "languages") return this.#languageName(value);
    const own =
      ownValue(builder.policy.counts, value) ??
      ownValue(builder.rules.unsure, value) ??
      ownValue(builder.choices, value);
    if (own !== undefined) return own;
    for (const list of ownValue(namesIn, key) ?? ["context", "questions"]) {
      const name =
        ownValue(namesIn, key) === undefined
          ? this.#optionOf(list as "context", key, value)
          : this.nameOf(list as "tiers", value);
      if (name !== "") return name;
    }
    const seconds = secondsOfDuration(value);
    if (seconds !== null) return this.format.duration(seconds, "long");
    return cut(/^-?-?\d/.test(value) ? dayInWords(this.language, value) : value);
  }

  /** Returns the text of an answer to a question; empty if `question` is none. */
  #optionOf(list: "context" | "questions", question: string, id: string): string {
    const asked = this.description[list]?.find((each) => each.id === question);
    const option = (asked?.options as readonly { id: string; text: Record<string, string> }[] | undefined)?.find(
      (each) => each.id === id,
    );
    return option === undefined ? "" : this.say(option.text);
  }

  #holiday(holiday: Holiday): string {
    if (typeof holiday !== "string") return this.say(holiday.name) || this.#rule(holiday);
    if (!holiday.startsWith("@")) return dayInWords(this.language, holiday);
    const id = holiday.slice(1);
    const set: HolidaySet | undefined = ownValue(this.description.holidaySets, id) ?? daysOfSet(id);
    return this.say(set?.name) || holiday;
  }

  #rule = (rule: HolidayRule): string => ruleInWords(this.language, rule) ?? JSON.stringify(rule);
}

/** Returns the objective that an entry states, for no tier and no severity. */
function objectiveOf({ id, measure, target, calendar = "", note, when }: ObjectiveDefinition): Objective {
  const { under, within, businessDays } = target ?? {};
  const seconds = secondsOfDuration(under ?? within ?? "");
  const bound = target == null ? null : under === undefined ? "within" : "under";
  return {
    ...{ id, measure, name: {}, tier: "", severity: "", calendar, seconds },
    bound: seconds === null && businessDays === undefined ? null : bound,
    ...(businessDays === undefined ? {} : { businessDays }),
    ...(note === undefined ? {} : { note }),
    ...(when === undefined ? {} : { when }),
  };
}

const isText = (value: Json | undefined): value is Record<string, string> =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, text]) => /^[a-z]{2,3}(-|$)/i.test(key) && typeof text === "string");

const cut = (text: string): string =>
  [...text].length > longestValue ? `${[...text].slice(0, longestValue).join("")}…` : text;
