/** A policy or parts of it as HTML or Markdown. */

import type { Policy } from "../../node.js";
import { type Block, type Subject, subjectOf } from "../../render/blocks.js";
import { htmlOf, htmlPage } from "../../render/html.js";
import { markdownOf } from "../../render/markdown.js";
import { documentOf, partNames, partOf, type PartName } from "../../render/parts.js";
import { suggestion, UsageError } from "../command.js";
/** The parts as errors list them. */
export const partList = partNames.join(", ");

export const formats = ["html", "markdown"] as const;

/** Output format. */
export type RenderFormat = (typeof formats)[number];

/** Format, links and headings of a passage. */
export interface PassageOptions {
  format: RenderFormat;
  /** Prefix of links to clauses, before their IDs; null: clauses are not linked. */
  clauses: string | null;
  /** Level of the headings inside the parts. */
  level: number;
}

/** Writes parts without headings, for use under the headings of a page. */
export function passage(subject: Subject, parts: readonly PartName[], setting: PassageOptions): string {
  return render(
    subject,
    parts.flatMap((part) => partOf(subject, part)),
    setting,
  );
}

/** Writes the whole policy, every part under its heading. */
export function page(subject: Subject, format: RenderFormat, clauses: string): string {
  const { description, say, words, language } = subject;
  const title = say(description.title);
  const { source } = description;
  const origin = source === undefined ? [] : (words.source(say(source.title), source.href) satisfies Block[]);
  const blocks: Block[] = [
    { kind: "heading", depth: -1, anchor: "top", text: title },
    ...origin,
    ...documentOf(subject, partNames),
  ];
  const body = render(subject, blocks, { format, clauses, level: 2 });
  return format === "html" ? htmlPage({ language, title, body }) : body;
}

function render(subject: Subject, blocks: readonly Block[], { format, clauses, level }: PassageOptions): string {
  const setting = {
    level,
    href: (clause: string) => (clauses === null ? null : `${clauses}${encodeURIComponent(clause)}`),
    linkTo: subject.words.clauses.linkTo,
  };
  return format === "html" ? htmlOf(blocks, setting) : markdownOf(blocks, setting);
}

/** Returns the policy in one of its languages. @throws UsageError for any other language */
export function subjectIn(policy: Policy, wanted: string | undefined): Subject {
  const language = wanted ?? policy.languages[0] ?? "";
  const found = policy.languages.find((tag) => tag.toLowerCase() === language.toLowerCase());
  if (found === undefined)
    throw new UsageError(`the policy has no language "${language}"; its languages are ${policy.languages.join(", ")}`);
  return subjectOf(policy, found);
}

/** Returns a part by its name. @throws UsageError for an unknown name */
export function partNamed(name: string): PartName {
  const found = partNames.find((part) => part === name);
  if (found !== undefined) return found;
  throw new UsageError(`unknown part "${name}"${suggestion(name, partNames) || `; the parts are ${partList}`}`);
}
