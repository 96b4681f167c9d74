/** Gives an entry of a policy another id, with every reference to it. */

import { isObject, type Json, type JsonObject, keysOf, valueAt, withKey, withValue } from "./policy-json.js";

/**
 * Places that name an entry, by its list. `*` stands for every entry of a list or every member; `~` stands for the key of a member
 * that is the id.
 */
const uses: Readonly<Record<string, readonly string[]>> = {
  tiers: [
    "tiers/*/includes",
    "objectives/*/tiers/*",
    "features/*/tier",
    "advice/*/when/tier/*",
    "examples/*/case/tier",
  ],
  severities: [
    "classification/rules/*/severity",
    "objectives/*/severities/*",
    "tiers/*/severities/*",
    "advice/*/when/severity/*",
    "examples/*/case/severity",
    "examples/*/case/severityChanges/*/severity",
    "examples/*/expect/severity",
    "examples/*/expect/filedAs",
  ],
  questions: ["classification/rules/*/when/~", "examples/*/answers/~"],
  calendars: [
    "objectives/*/calendar",
    "objectives/*/when/submitted/during",
    "objectives/*/when/submitted/outside",
    "calendars/*/values/*",
    "calendars/*/else",
    "channels/*/calendar",
    "advice/*/when/elapsed/calendar",
  ],
  measures: [
    "objectives/*/measure",
    "measures/*/startsAt",
    "measures/*/until",
    "advice/*/when/elapsed/measure",
    "advice/*/when/state/~",
    "examples/*/case/stoppedAt/~",
    ...["state", "dueAt", "dependsOn", "earliestDueAt", "latestDueAt", "rounds", "notes"].map(
      (member) => `examples/*/expect/${member}/~`,
    ),
  ],
  events: ["measures/*/startsAt", "measures/*/until", "examples/*/case/events/~"],
  goals: ["objectives/*/goal"],
  channels: ["advice/*/channel", "objectives/*/when/channel/*", "examples/*/case/channel"],
  clauses: [
    "classification/rules/*/clause",
    ...["tiers", "severities", "events", "measures", "objectives", "channels", "advice", "features", "glossary"].map(
      (list) => `${list}/*/clause`,
    ),
  ],
  context: [
    ...["objectives", "advice", "features"].map((list) => `${list}/*/when/~`),
    "calendars/*/by",
    "examples/*/case/context/~",
    "examples/*/expect/dependsOn/*/*",
  ],
  advice: ["examples/*/expect/advice/*", "examples/*/expect/schedule/*/advice"],
};

/** Subjects by which calendars and fields of tickets choose a value with ids of a list as keys. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  tiers: ["tier"],
  severities: ["severity", "recommended"],
  channels: ["channel"],
};

/** The members of a policy in which ids are the keys. */
const keyed = new Set(["calendars", "goals", "clauses", "holidaySets"]);

/**
 * Returns the document with another id for an entry of the list at a pointer, such as "/tiers" or "/questions/0/options", and with
 * every reference to it.
 */
export function withId(document: JsonObject, list: string, from: string, to: string): JsonObject {
  const keys = keysOf(list);
  const [name = "", place = "", inner] = keys;
  const rename: Rename = (value) => (value === from ? to : value);
  let next: Json = document;
  const apply = (pattern: string, change: Rename = rename) => {
    next = changed(next, pattern.split("/"), from, to, change);
  };
  if (inner === "options") {
    const question = idOf(valueAt(document, `/${name}/${place}`));
    apply(`${name}/${place}/options/*/id`);
    for (const pattern of optionUses(name)) apply(`${pattern}/${escaped(question)}`, (value) => answers(value, rename));
    if (name === "context") next = chosenBy(next, [question], from, to);
    return next as JsonObject;
  }
  if (keyed.has(name)) apply(`${name}/~`);
  else apply(`${keys.join("/")}/*/id`);
  for (const pattern of uses[name] ?? []) apply(pattern);
  if (name === "holidaySets") apply("calendars/*/holidays/*", (value) => (value === `@${from}` ? `@${to}` : value));
  next = chosenBy(next, subjects[name] ?? [], from, to);
  if (name === "context" || name === "measures") next = inExports(next, name, from, to);
  return next as JsonObject;
}

type Rename = (value: Json) => Json;

const optionUses = (list: string): string[] =>
  list === "questions"
    ? ["classification/rules/*/when", "examples/*/answers"]
    : [...["objectives", "advice", "features"].map((each) => `${each}/*/when`), "examples/*/case/context"];

/** Returns an answer, or a list of answers, with another id. */
const answers = (value: Json, rename: Rename): Json => (isList(value) ? value.map(rename) : rename(value));

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const idOf = (entry: Json | undefined): string => (isObject(entry) ? String(entry["id"] ?? "") : "");

/** Returns a key that is neither `*` nor `~`, whatever its name. */
const escaped = (key: string): string => (key === "*" || key === "~" ? `=${key}` : key).replaceAll("/", "\u0000");

/** Returns a value with a change at each place of a pattern; parts without a change stay the same objects. */
function changed(value: Json, [step, ...rest]: readonly string[], from: string, to: string, change: Rename): Json {
  if (step === undefined) return change(value);
  if (step === "~") return isObject(value) && Object.hasOwn(value, from) ? withKey(value, from, to) : value;
  const inner = (entry: Json) => changed(entry, rest, from, to, change);
  if (isList(value)) {
    const index = step === "*" ? null : Number(step);
    const next = value.map((entry, place) => (index === null || index === place ? inner(entry) : entry));
    return next.every((entry, place) => entry === value[place]) ? value : next;
  }
  if (!isObject(value)) return value;
  const key = step.replace(/^=/, "").replaceAll("\u0000", "/");
  const next = Object.entries(value).map(([name, entry]): [string, Json] => [
    name,
    step === "*" || name === key ? inner(entry) : entry,
  ]);
  return next.every(([name, entry]) => entry === value[name]) ? value : Object.fromEntries(next);
}

/** Returns the document with another id among the values of everything that one of the subjects chooses. */
function chosenBy(document: Json, by: readonly string[], from: string, to: string): Json {
  if (by.length === 0) return document;
  const visit = (value: Json): Json => {
    if (isList(value)) return value.map(visit);
    if (!isObject(value)) return value;
    const next = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, visit(entry)]));
    const { by: subject, values } = next;
    const isChosen = typeof subject === "string" && by.includes(subject) && isObject(values);
    return isChosen && Object.hasOwn(values, from) ? { ...next, values: withKey(values, from, to) } : next;
  };
  return inMembers(document, ["calendars", "exports"], visit);
}

/** Returns the document with another id in the marks and the subjects of ticket fields, such as `{dueAt.restoration}`. */
function inExports(document: Json, list: "context" | "measures", from: string, to: string): Json {
  const marks =
    list === "measures"
      ? ["dueAt", "state"].map((word) => [`{${word}.${from}}`, `{${word}.${to}}`] as const)
      : ["", ".name"].map((end) => [`{${from}${end}}`, `{${to}${end}}`] as const);
  const visit = (value: Json): Json => {
    if (typeof value === "string") return marks.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), value);
    if (isList(value)) return value.map(visit);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        list === "context" && key === "by" && entry === from ? to : visit(entry),
      ]),
    );
  };
  return inMembers(document, ["exports"], visit);
}

const inMembers = (document: Json, members: readonly string[], visit: (value: Json) => Json): Json =>
  members.reduce<Json>((next, member) => {
    const value = valueAt(next, `/${member}`);
    return value === undefined ? next : (withValue(next, `/${member}`, visit(value)) ?? next);
  }, document);
