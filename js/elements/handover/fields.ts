/**
 * A case in one of the formats of a handover: text, Markdown, JSON, or the fields that the policy maps for another system under
 * `exports`.
 */

import type { PolicyDocument } from "../../index.js";
import { handoverMessagesFor } from "../../messages/handover.js";
import { jsonOf } from "../../text/json.js";
import { ownValue } from "../../text/lookup.js";
import type { HandoverModel, Wording } from "./model.js";
import { answerLines, markdownOf, textOf } from "./text.js";

/** A value of a map: text with `{placeholders}`, a choice, or these in lists and objects. */
export type Template = string | number | boolean | null | Template[] | { [key: string]: Template };

/** The values of the placeholders. */
export type Values = Record<string, string>;

/** Returns the values of a case. `texts` holds the whole case, for maps that put it into one field. */
export function valuesOf(model: HandoverModel, texts: { text: string; markdown: string }): Values {
  const { policy, severity, recommended, tier, contact } = model;
  const [first] = model.targets;
  // A question may have the name of an inherited member, so this record inherits nothing.
  const values: Values = Object.assign(Object.create(null) as Values, {
    ...texts,
    language: model.language,
    summary: model.summary,
    description: model.description,
    troubleshooting: model.troubleshooting,
    justification: model.justification,
    reasons: answerLines(model.answers, handoverMessagesFor(model.language)),
    vector: model.vector ?? "",
    channel: model.channel ?? "",
    case: model.number ?? "",
    phone: model.phone ?? "",
    link: model.link ?? "",
    standing: model.standing,
    "standing.name": model.standingText,
    submittedAt: model.submittedAt ?? "",
    dueAt: first?.dueAt ?? "",
    state: first?.state ?? "",
    severity: severity.id,
    "severity.name": severity.name,
    "severity.level": severity.level === null ? "" : String(severity.level),
    recommended: recommended?.id ?? "",
    "recommended.name": recommended?.name ?? "",
    tier: tier?.id ?? "",
    "tier.name": tier?.name ?? "",
    "policy.id": policy.id,
    "policy.version": policy.version,
    "policy.title": policy.title,
    "contact.name": contact.name,
    "contact.phone": contact.phone,
    "contact.email": contact.email,
  });
  for (const { measure, dueAt, state } of model.targets) {
    values[`dueAt.${measure}`] = dueAt ?? "";
    values[`state.${measure}`] = state;
  }
  for (const { id, answers } of model.context) {
    values[id] ??= answers[0]?.id ?? "";
    values[`${id}.name`] ??= answers[0]?.name ?? "";
  }
  return values;
}

/**
 * Most characters that the placeholders of a map become together. A policy can name the whole text of a case thousands of times;
 * above this number placeholders stay in sight, as misspelt ones do.
 */
export const MAX_FILLED_LENGTH = 1_000_000;

/** Fills the fields of a map. A member, an item of a list or a line of a text without any known value is left out. */
export function fieldsOf(template: Template, values: Values, questions: readonly string[]): unknown {
  return fill(template, { values, questions: new Set(questions), left: MAX_FILLED_LENGTH }).value;
}

interface Placeholders {
  values: Values;
  /** Ids of context questions: the placeholder of one without an answer is blank, not unknown. */
  questions: ReadonlySet<string>;
  /** Characters that placeholders may still become. */
  left: number;
}

/** A value, whether it had placeholders, and whether one of them was not blank. */
interface FilledValue {
  value: unknown;
  asked: boolean;
  isFilled: boolean;
}

const plain = (value: unknown): FilledValue => ({ value, asked: false, isFilled: false });

function fill(template: Template, source: Placeholders): FilledValue {
  if (typeof template === "string") return fillText(template, source);
  if (Array.isArray(template)) {
    const items = template.map((item) => fill(item, source));
    return merged(items, (kept) => kept.map(({ value }) => value));
  }
  if (template === null || typeof template !== "object") return plain(template);
  if (typeof template["by"] === "string" && isObject(template["values"]))
    return choose(template["by"], template, source);
  const members = Object.entries(template).map(([key, member]) => ({ key, ...fill(member, source) }));
  return merged(members, (kept) => Object.fromEntries(kept.map(({ key, value }) => [key, value])));
}

function merged<T extends FilledValue>(parts: T[], make: (kept: T[]) => unknown): FilledValue {
  const kept = parts.filter(({ asked, isFilled }) => isFilled || !asked);
  const asked = parts.some((part) => part.asked);
  return { value: make(kept), asked, isFilled: parts.some(({ isFilled }) => isFilled) };
}

/** Chooses one of the values by an id, else the value of `else`. */
function choose(
  by: string,
  { values, else: otherwise }: { [key: string]: Template },
  source: Placeholders,
): FilledValue {
  const chosen = isObject(values) ? ownValue(values, ownValue(source.values, by) ?? "") : undefined;
  const value = chosen ?? otherwise;
  return value === undefined
    ? { value: undefined, asked: true, isFilled: false }
    : { ...fill(value, source), asked: true, isFilled: true };
}

/** Fills a text. A line whose placeholders are all blank is left out. */
function fillText(text: string, source: Placeholders): FilledValue {
  let [anyAsked, anyFilled] = [false, false];
  const lines = text.split("\n").flatMap((line) => {
    let [asked, isFilled] = [false, false];
    const filled = line.replaceAll(/\{([\w.-]+)\}/g, (whole, name: string) => {
      const value = valueFor(name, source);
      // A misspelt name stays visible.
      if (value === undefined || value.length > source.left) return whole;
      source.left -= value.length;
      asked = true;
      isFilled ||= value !== "";
      return value;
    });
    anyAsked ||= asked;
    anyFilled ||= isFilled;
    return asked && !isFilled ? [] : [filled];
  });
  return {
    value: lines
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
    asked: anyAsked,
    isFilled: anyFilled,
  };
}

function valueFor(name: string, { values, questions }: Placeholders): string | undefined {
  const value = ownValue(values, name);
  if (value !== undefined) return value;
  return questions.has(name.replace(/\.name$/, "")) ? "" : undefined;
}

const isObject = (value: Template | undefined): value is { [key: string]: Template } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Formats under every policy; its `exports` name further ones. */
export const textFormats = ["text", "markdown", "json"] as const;

/** A case in one language. */
export interface CaseInLanguage {
  wording: Wording;
  model: HandoverModel;
}

const betweenTexts = "\n\n————————\n\n";
const betweenMarkdown = "\n\n---\n\n";

/** Writes the case in one of the `textFormats`, or as the fields of a system, in each language in the given order. */
export function contentOf(description: PolicyDocument, cases: readonly CaseInLanguage[], format: string): string {
  const models = cases.map(({ model }) => model);
  const values = placeholdersOf(cases);
  if (format === "text" || format === "markdown") return values[format] ?? "";
  if (format === "json") return jsonOf(models.length === 1 ? models[0] : models, undefined, 2) ?? "";
  const template = (ownValue(description.exports, format) as { fields?: Template } | undefined)?.fields ?? {};
  const questions = (description.context ?? []).map(({ id }) => id);
  return jsonOf(fieldsOf(template, values, questions), undefined, 2) ?? "";
}

/** A field of another system by its path, such as "fields.priority.name", with its value as text. */
export interface FilledField {
  path: string;
  value: string;
}

/** Returns the fields that the policy maps for a system, one by one; none if it maps none under that name. */
export function filledFields(
  description: PolicyDocument,
  cases: readonly CaseInLanguage[],
  system: string,
): FilledField[] {
  const found: FilledField[] = [];
  const visit = (path: string, value: unknown) => {
    if (typeof value !== "object" || value === null) found.push({ path, value: String(value ?? "") });
    else
      for (const [key, member] of Object.entries(value))
        visit(path === "" ? key : `${path}.${Array.isArray(value) ? Number(key) + 1 : key}`, member);
  };
  visit("", JSON.parse(contentOf(description, cases, system)));
  return found;
}

/** Longest address of a filled form. Servers and browsers refuse much longer ones. */
const longestAddress = 8_000;

/**
 * Returns the address of a system's own form, filled with the case; null if the policy gives no address with https, or if the
 * case is too long for one.
 */
export function formAddress(
  description: PolicyDocument,
  cases: readonly CaseInLanguage[],
  system: string,
): string | null {
  const { url } = (ownValue(description.exports, system) ?? {}) as { url?: unknown };
  if (typeof url !== "string" || !/^https:\/\//i.test(url)) return null;
  const values = placeholdersOf(cases);
  const address = url.replaceAll(/\{([\w.-]+)\}/g, (_, name: string) =>
    encodeURIComponent(ownValue(values, name) ?? ""),
  );
  return address.length <= longestAddress && URL.canParse(address) ? address : null;
}

/** Returns the values of the placeholders for a case in one language or several. */
function placeholdersOf(cases: readonly CaseInLanguage[]): Values {
  const texts = (make: typeof textOf, between: string) =>
    cases.map(({ model, wording }) => make(model, wording)).join(between);
  const models = cases.map(({ model }) => model);
  return valuesIn(models, { text: texts(textOf, betweenTexts), markdown: texts(markdownOf, betweenMarkdown) });
}

/** Returns the values of the placeholders: ids and the customer's own words once, names in each language. */
function valuesIn(models: readonly HandoverModel[], texts: { text: string; markdown: string }) {
  const [first, ...others] = models.map((model) => valuesOf(model, texts));
  const both = (name: string, between: string) =>
    [...new Set([first, ...others].map((values) => values?.[name] ?? ""))].join(between);
  return {
    ...first,
    summary: both("summary", " / "),
    reasons: both("reasons", "\n"),
    "standing.name": both("standing.name", "\n"),
  };
}
