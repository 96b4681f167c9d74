/**
 * Input about a case from outside: attributes of the page, a permalink, the history of the browser. Only ids of the policy
 * count. Everything else is ignored and reported, because links outlive the ids of a policy, and programs that pass a link on
 * append to its fragment.
 */

import { type Answers, CaseSloError, millisecondsOf, type Policy, type PolicyDocument } from "../../index.js";
import { isKnownZone } from "../../text/local-time.js";
import { ownValue } from "../../text/lookup.js";

/** Facts of a case that are no answers. None of them is about a person, so that a link may carry them. */
export interface CaseDetails {
  /** Id of the severity that the customer assigns, if it is not that of the answers. */
  severity?: string;
  /** The submission, in milliseconds since 1970. Without it nobody has said when the case was submitted. */
  submittedAt?: number;
  /** Number of the case at the support desk. */
  number?: string;
  /** Phone number of the support desk, as the customer knows it. */
  phone?: string;
  /** Id of the channel by which the case was submitted. */
  channel?: string;
  /** IANA time zone of the customer, for calendars that depend on it. */
  zone?: string;
}

/** Changes of details; undefined takes a detail away. */
export type DetailsChange = { [Detail in keyof CaseDetails]?: CaseDetails[Detail] | undefined };

/** Returns the details with some changes. */
export const withDetails = (details: CaseDetails, change: DetailsChange): CaseDetails =>
  Object.fromEntries(Object.entries({ ...details, ...change }).filter(([, value]) => value !== undefined));

/** Input about a case: the answers, the context of the customer with the tier, and the other facts. */
export interface CaseInput {
  answers: Answers;
  context: Record<string, string>;
  details: CaseDetails;
}

/** Input that the policy knows, and the parts that it does not know: "name", or "name:value". */
export interface KnownInput extends CaseInput {
  ignored: string[];
}

/** Largest number of ignored parts that are reported, and of their characters. */
const mostIgnored = 20;
const longestIgnored = 100;

/** Names of the details in a link. A context question with such an id has the prefix "data-" there, as in an attribute. */
const detailNames = {
  severity: "severity",
  at: "submittedAt",
  case: "number",
  phone: "phone",
  channel: "channel",
  zone: "zone",
} as const satisfies Record<string, keyof CaseDetails>;

/** Returns the canonical text of the answers. Without answers the policy need not classify. */
export const vectorOf = (policy: Policy, answers: Answers): string =>
  Object.keys(answers).length > 0
    ? policy.classify(answers).vector
    : [policy.id, policy.version].map(encodeURIComponent).join("@");

/**
 * Returns the fragment of a permalink, `vector&tier=premium&sale=direct&at=2026-12-01T07:05:00Z`; empty if nothing is known.
 */
export function fragmentOf(vector: string, { answers, context, details }: CaseInput): string {
  const pairs = [
    ...Object.entries(context).map(([key, value]) => [Object.hasOwn(detailNames, key) ? `data-${key}` : key, value]),
    ...Object.entries(pairsOf(details)),
  ];
  if (Object.keys(answers).length + pairs.length === 0) return "";
  // A colon may stand in a fragment, and a time stays readable.
  const encoded = (text = "") => encodeURIComponent(text).replaceAll("%3A", ":");
  return vector + pairs.map(([key, value]) => `&${encoded(key)}=${encoded(value)}`).join("");
}

/** Returns the details by their names in a link. */
export function pairsOf(details: CaseDetails): Record<string, string> {
  const pairs = Object.entries(detailNames).flatMap(([name, detail]) => {
    const value = details[detail];
    if (value === undefined) return [];
    return [[name, typeof value === "number" ? new Date(value).toISOString().replace(/\.\d+/, "") : value]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Reads the fragment of a permalink; null if it is not one of this policy. */
export function inputOfFragment(policy: Policy, description: PolicyDocument, fragment: string): KnownInput | null {
  // Some programs escape the sign for "I am not sure" when they pass a link on.
  const [vector = "", ...rest] = fragment.replace(/^#/, "").replaceAll(/%3F/gi, "?").split("&");
  if (!vector.startsWith(`${encodeURIComponent(policy.id)}@`)) return null;
  const pairs = rest.filter((pair) => pair !== "").map(pairOf);
  return joined(answersOfVector(policy, description, vector), factsOf(description, pairs));
}

/** Reads the input of a page: answers as a vector, the context in `given`, and the details of attributes. */
export function inputOfPage(
  policy: Policy,
  description: PolicyDocument,
  vector: string | null,
  given: Record<string, string>,
  details: CaseDetails = {},
): KnownInput {
  const { answers, ignored } = vector ? answersOfVector(policy, description, vector) : { answers: {}, ignored: [] };
  return { answers, context: given, details, ignored };
}

/** Reads input that the browser has saved, with the details as in a link, perhaps under another version of the policy. */
export function inputOfHistory(description: PolicyDocument, kept: unknown): KnownInput {
  const { answers, context, details } = (kept ?? {}) as Partial<Record<keyof CaseInput, unknown>>;
  const known = contextOf(description, Object.entries(Object(context)));
  const rest = factsOf(description, Object.entries(Object(details)));
  return joined(answersOf(description, answers), {
    ...known,
    details: rest.details,
    ignored: [...known.ignored, ...rest.ignored],
  });
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

/** Reads the context and the details of a link. */
function factsOf(
  description: PolicyDocument,
  pairs: readonly (readonly [string, unknown])[],
): Omit<KnownInput, "answers"> {
  const details: Record<string, string | number> = {};
  const ignored: string[] = [];
  const others: [string, unknown][] = [];
  for (const [name, value] of pairs) {
    const detail = ownValue(detailNames, name);
    if (detail === undefined) {
      const id = name.replace(/^data-/, "");
      others.push([Object.hasOwn(detailNames, id) ? id : name, value]);
    } else {
      const read = typeof value === "string" ? readDetail(description, detail, value.trim()) : undefined;
      if (read !== undefined) details[detail] = read;
      else if (value !== "") ignored.push(partOf(name, value));
    }
  }
  const { context, ignored: more } = contextOf(description, others);
  return { context, details, ignored: [...ignored, ...more] };
}

/** Reads a detail of a link; undefined for a value that the policy, the calendar or a telephone does not know. */
function readDetail(
  { severities, channels = [] }: PolicyDocument,
  detail: keyof CaseDetails,
  value: string,
): string | number | undefined {
  const known = (entries: readonly { id: string }[]) => entries.find(({ id }) => id === value)?.id;
  switch (detail) {
    case "severity":
      return known(severities);
    case "channel":
      return known(channels);
    case "zone":
      return isKnownZone(value) ? value : undefined;
    case "submittedAt":
      try {
        // People who write a link leave out the seconds.
        return millisecondsOf(value.replace(/T(\d\d:\d\d)(?=Z|[+-])/, "T$1:00"));
      } catch (error) {
        if (error instanceof CaseSloError) return undefined;
        throw error;
      }
    case "phone":
      return phoneNumber(value);
    case "number":
      return caseNumber(value);
  }
}

/** Returns a phone number as it is written; undefined for a text that nobody can dial. */
export const phoneNumber = (text: string): string | undefined =>
  /^\+?[\d\s().,#*-]{3,40}$/.test(text) && /\d{3}/.test(text.replaceAll(/\D/g, "")) ? text : undefined;

/** Returns the number of a case without control characters; undefined if nothing is left, or too much. */
export function caseNumber(text: string): string | undefined {
  const number = text.replaceAll(/\p{C}/gu, "").trim();
  return number === "" || number.length > 60 ? undefined : number;
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
  { context, details, ignored: others }: Omit<KnownInput, "answers">,
): KnownInput => ({ answers, context, details, ignored: shortened([...some, ...others]) });

function pairOf(pair: string): [string, string] {
  // Forms write a space as a plus; a plus is escaped in a link.
  const [name = "", ...value] = pair.replaceAll("+", " ").split("=");
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
