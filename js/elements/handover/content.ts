/** The content of a handover: one case in one or several languages, in one of the formats. */

import type { PolicyDocument } from "../../index.js";
import { fieldsOf, type Template, valuesOf } from "./fields.js";
import type { HandoverModel, Voice } from "./model.js";
import { markdownOf, textOf } from "./text.js";
import { ownValue } from "../shared/own.js";

/** The forms that every policy has; its `exports` name the others. */
export const textFormats = ["text", "markdown", "json"] as const;

/** A case in one language. */
export interface CaseInLanguage {
  voice: Voice;
  model: HandoverModel;
}

/** The case in one of the `textFormats`, or as the fields of a system; its languages one after the other, as they are given. */
export function contentOf(description: PolicyDocument, cases: readonly CaseInLanguage[], format: string): string {
  const texts = (make: typeof textOf, between: string) =>
    cases.map(({ model, voice }) => make(model, voice)).join(between);
  const [text, markdown] = [texts(textOf, "\n\n————————\n\n"), texts(markdownOf, "\n\n---\n\n")];
  if (format === "text") return text;
  if (format === "markdown") return markdown;
  const models = cases.map(({ model }) => model);
  if (format === "json") return JSON.stringify(models.length === 1 ? models[0] : models, null, 2);
  const template = (ownValue(description.exports, format) as { fields?: Template } | undefined)?.fields ?? {};
  const questions = (description.context ?? []).map(({ id }) => id);
  return JSON.stringify(fieldsOf(template, valuesIn(models, { text, markdown }), questions), null, 2);
}

/** The values of the placeholders: ids and the customer's own words once, names in each language. */
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
