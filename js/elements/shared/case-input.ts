/**
 * Input about a case from outside: attributes of the page, a permalink, the history of the browser. Only ids of the policy
 * count. Everything else is ignored and reported, because links outlive the ids of a policy, and programs that pass a link on
 * append to its fragment.
 */

import type { Answers, Policy, PolicyDocument } from "../../index.js";

/** Input about a case: the answers, and the context of the customer with the tier. */
export interface CaseInput {
  answers: Answers;
  context: Record<string, string>;
}

/** Input that the policy knows, and the parts that it does not know: "name", or "name:value". */
export interface KnownInput extends CaseInput {
  ignored: string[];
}

/** Largest number of ignored parts that are reported, and of their characters. */
const mostIgnored = 20;
const longestIgnored = 100;

/** Returns the fragment of a permalink: `vector&tier=premium&sale=direct`; empty without answers. */
export function fragmentOf(vector: string, { answers, context }: CaseInput): string {
  if (Object.keys(answers).length === 0) return "";
  const rest = Object.entries(context).map(
    ([key, value]) => `&${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
  );
  return vector + rest.join("");
}

/** Reads the fragment of a permalink; null if it is not one of this policy. */
export function inputOfFragment(policy: Policy, description: PolicyDocument, fragment: string): KnownInput | null {
  // Some programs escape the sign for "I am not sure" when they pass a link on.
  const [vector = "", ...rest] = fragment.replace(/^#/, "").replaceAll(/%3F/gi, "?").split("&");
  if (!vector.startsWith(`${encodeURIComponent(policy.id)}@`)) return null;
  const pairs = rest.filter((pair) => pair !== "").map(pairOf);
  return joined(answersOfVector(policy, description, vector), contextOf(description, pairs));
}

/** Reads the input of a page: answers as a vector, and the context in `given`. */
export function inputOfPage(
  policy: Policy,
  description: PolicyDocument,
  vector: string | null,
  given: Record<string, string>,
): KnownInput {
  const { answers, ignored } = vector ? answersOfVector(policy, description, vector) : { answers: {}, ignored: [] };
  return { answers, context: given, ignored };
}

/** Reads input that the browser has saved, perhaps under another version of the policy. */
export function inputOfHistory(description: PolicyDocument, kept: unknown): KnownInput {
  const { answers, context } = (kept ?? {}) as Partial<Record<keyof CaseInput, unknown>>;
  return joined(answersOf(description, answers), contextOf(description, Object.entries(Object(context))));
}

/** Reads the tier and the context questions from pairs of names and values. */
export function contextOf(
  { tiers = [], context = [] }: PolicyDocument,
  pairs: Iterable<readonly [string, unknown]>,
): Pick<KnownInput, "context" | "ignored"> {
  const known: [string, string][] = [];
  const ignored: string[] = [];
  const offers = [{ id: "tier", options: tiers }, ...context];
  for (const [name, value] of pairs) {
    const options = offers.filter(({ id }) => id === name).flatMap((offer): { id: string }[] => offer.options);
    const option = options.find(({ id }) => id === value);
    if (option !== undefined) known.push([name, option.id]);
    // A page without an answer may give an empty value.
    else if (value !== "" || options.length === 0) ignored.push(options.length === 0 ? name : partOf(name, value));
  }
  // The record is created from entries, because an assignment to the member "__proto__" would set nothing.
  return { context: Object.fromEntries(known), ignored: shortened(ignored) };
}

function answersOfVector(policy: Policy, description: PolicyDocument, vector: string) {
  try {
    const parsed = policy.parseVector(vector);
    const { answers, ignored } = answersOf(description, parsed.answers);
    return { answers, ignored: shortened([...parsed.ignored, ...ignored]) };
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== "invalid-vector" && code !== "limit-exceeded") throw error;
    return { answers: {}, ignored: shortened([vector]) };
  }
}

function answersOf({ questions = [] }: PolicyDocument, given: unknown): Pick<KnownInput, "answers" | "ignored"> {
  const known: [string, string | string[]][] = [];
  const ignored: string[] = [];
  for (const [name, answer] of Object.entries(Object(given) as object)) {
    const options = questions.find(({ id }) => id === name)?.options.map(({ id }) => id);
    const values: unknown[] = [answer].flat();
    const isKnown = (value: unknown): value is string =>
      typeof value === "string" && (options?.includes(value) || (value === "unknown" && values.length === 1));
    const [first, ...others] = options === undefined ? [] : values.filter(isKnown);
    if (first !== undefined) known.push([name, Array.isArray(answer) ? [first, ...others] : first]);
    if (options === undefined) ignored.push(name);
    else ignored.push(...values.filter((value) => !isKnown(value)).map((value) => partOf(name, value)));
  }
  return { answers: Object.fromEntries(known), ignored: shortened(ignored) };
}

const joined = (
  { answers, ignored: some }: Pick<KnownInput, "answers" | "ignored">,
  { context, ignored: others }: Pick<KnownInput, "context" | "ignored">,
): KnownInput => ({ answers, context, ignored: shortened([...some, ...others]) });

function pairOf(pair: string): [string, string] {
  const [name = "", ...value] = pair.split("=");
  return [decoded(name), decoded(value.join("="))];
}

/** Text that is not percent-encoded UTF-8 stays unchanged: it cannot be an id of a policy. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const partOf = (name: string, value: unknown): string => `${name}:${typeof value === "string" ? value : typeof value}`;

const shortened = (parts: readonly string[]): string[] =>
  parts.slice(0, mostIgnored).map((part) => part.slice(0, longestIgnored));
