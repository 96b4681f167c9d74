/**
 * Changes of a policy document: each returns a new document that shares every untouched part with the old one, so that a view can
 * tell by identity whether its part has changed. Places are JSON Pointers (RFC 6901), as in findings.
 */

import { ownValue } from "./lookup.js";

/** Any value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export type JsonObject = { readonly [key: string]: Json };

/** Returns whether a value is an object, and neither a list nor null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Returns the keys of a JSON Pointer. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Returns the pointer to a member or an entry below a pointer. */
export const below = (pointer: string, ...keys: (string | number)[]): string =>
  keys.reduce<string>((path, key) => `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`, pointer);

/** Returns the value at a pointer; undefined if there is none. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  let value = document;
  for (const key of keysOf(pointer)) {
    if (isList(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined;
    else if (isObject(value)) value = ownValue(value, key);
    else return undefined;
  }
  return value;
}

/** Returns the document with a value at a pointer; undefined removes the member or the entry. Missing objects are added. */
export function withValue(document: Json | undefined, pointer: string, value: Json | undefined): Json | undefined {
  return changed(document, keysOf(pointer), value);
}

function changed(old: Json | undefined, keys: readonly string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (isList(old)) {
    const index = key === "-" ? old.length : Number(key);
    const entry = changed(old[index], rest, value);
    return [...old.slice(0, index), ...(entry === undefined ? [] : [entry]), ...old.slice(index + 1)];
  }
  const members = isObject(old) ? Object.entries(old) : [];
  const entry = changed(isObject(old) ? ownValue(old, key) : undefined, rest, value);
  const place = members.findIndex(([name]) => name === key);
  if (entry === undefined) members.splice(place, place < 0 ? 0 : 1);
  else if (place < 0) members.push([key, entry]);
  else members[place] = [key, entry];
  // Unlike an assignment, this keeps a member called "__proto__" a member.
  return Object.fromEntries(members);
}

/** Returns a list with an entry moved to another place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const others = list.filter((_, place) => place !== from);
  const [entry] = list.slice(from, from + 1);
  return entry === undefined ? others : [...others.slice(0, to), entry, ...others.slice(to)];
}

/** Returns the object with a member under another key, in the same place. */
export const withKey = (object: JsonObject, key: string, other: string): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name === key ? other : name, value]));

/** Returns an id in plain letters for a name, which none of the ids in use has: "critical", then "critical-2". */
export function freshId(name: string, used: readonly string[], otherwise: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
  const id = plain === "" ? otherwise : plain;
  let fresh = id;
  for (let count = 2; used.includes(fresh); count += 1) fresh = `${id}-${count}`;
  return fresh;
}

/** Members that hold a text in every language. */
const textMembers = new Set([
  "title",
  "name",
  "text",
  "help",
  "definition",
  "heading",
  "term",
  "note",
  "condition",
  "remedy",
  "ask",
]);

/** A text of a policy with its place. */
export interface PlacedText {
  pointer: string;
  text: JsonObject;
}

/** Returns every text of a policy in the order of the document; the fields of exports are no texts. */
export function textsOf(document: Json, pointer = ""): PlacedText[] {
  if (isList(document)) return document.flatMap((entry, index) => textsOf(entry, below(pointer, index)));
  if (!isObject(document)) return [];
  return Object.entries(document).flatMap(([key, value]): PlacedText[] => {
    const place = below(pointer, key);
    if (pointer === "" && (key === "exports" || key === "examples")) return [];
    if (textMembers.has(key) && isText(value)) return [{ pointer: place, text: value }];
    if (key === "aliases" && isList(value))
      return value.flatMap((alias, index) => (isText(alias) ? [{ pointer: below(place, index), text: alias }] : []));
    return textsOf(value, place);
  });
}

const isText = (value: Json): value is JsonObject =>
  isObject(value) && Object.values(value).every((text) => typeof text === "string");
