/**
 * A tag of an element from the line of a code fence: `slo-table tier=premium lang=en` becomes the tag with its attributes, and with the
 * policy's own text inside it for search engines, print and readers without JavaScript.
 */

import { loadPolicy, type Policy, referencePolicy } from "../node.js";
import { subjectOf } from "../render/blocks.js";
import { htmlOf } from "../render/html.js";
import { type PartName, partOf } from "../render/parts.js";
import { nearestTag } from "../text/lookup.js";

/** Settings of the tags in a book or a site. */
export interface TagOptions {
  /** The policy: loaded, as an object or as JSON text; default: the reference policy. */
  policy?: Policy | object | string;
  /** Language of the pages, for tags without `lang`; default: that of the policy. */
  lang?: string;
  /** Attributes of every tag, such as `policy: "/policy.json"`. */
  attributes?: Readonly<Record<string, string>>;
}

/** The parts of the policy that stand for an element; a term stands for itself. */
const partsFor: Readonly<Record<string, readonly PartName[]>> = {
  "slo-calculator": ["objectives"],
  "slo-clock": ["objectives"],
  "slo-deliverables": ["recurring"],
  "slo-intake": ["contacts", "objectives"],
  "slo-table": ["objectives", "severities"],
  "slo-tiers": ["objectives"],
  "slo-wizard": ["contacts", "severities", "objectives"],
};

/** Returns whether the line of a fence names an element. */
export const isTagLine = (line: string): boolean => Object.hasOwn(partsFor, line.trim().split(/\s/)[0] ?? "");

/** A tag: its name, its attributes, and the HTML inside it. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  content: string;
}

/**
 * Returns the tag that the line of a fence describes. Text in the fence replaces that of the policy.
 *
 * @throws Error for a line that is not an element with attributes
 */
export function tagOf(line: string, text: string, options: TagOptions = {}): Tag {
  const [name = "", ...words] = line.trim().match(/[^\s=]+(?:=(?:"[^"]*"|\S*))?/g) ?? [];
  const parts = Object.hasOwn(partsFor, name) ? partsFor[name] : undefined;
  if (parts === undefined) throw new Error(`expected one of ${Object.keys(partsFor).join(", ")}, found "${name}"`);
  const attributes: Record<string, string> = { ...options.attributes };
  for (const word of words) {
    const [, key = "", value = ""] = /^([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    if (!/^(?!on)[a-z][a-z0-9-]*$/.test(key)) throw new Error(`expected an attribute of <${name}>, found "${word}"`);
    attributes[key] = value.replace(/^"(.*)"$/, "$1");
  }
  const own = text.trim();
  return {
    name,
    attributes,
    content: own === "" ? partsIn(parts, attributes["lang"], options) : `<p>${escaped(own)}</p>`,
  };
}

/** Returns a tag as HTML without an empty line, which would end it in Markdown. */
export function htmlOfTag({ name, attributes, content }: Tag): string {
  const pairs = Object.entries(attributes).map(([key, value]) =>
    value === "" ? ` ${key}` : ` ${key}="${escaped(value)}"`,
  );
  return `<${name}${pairs.join("")}>\n${content.replaceAll(/\n\s*\n/g, "\n")}\n</${name}>`;
}

function partsIn(parts: readonly PartName[], lang: string | undefined, options: TagOptions): string {
  const policy = policyOf(options.policy);
  const wanted = lang ?? options.lang;
  const language = (wanted && nearestTag(wanted, policy.languages)) ?? policy.languages[0] ?? "";
  const subject = subjectOf(policy, language);
  const setting = { level: 3, href: () => null, linkTo: subject.words.clauses.linkTo };
  const html = htmlOf(
    parts.flatMap((part) => partOf(subject, part)),
    setting,
  );
  // A drawing says nothing to a search engine.
  return html.replaceAll(/<svg[\s\S]*?<\/svg>\s*/g, "");
}

const policies = new WeakMap<object, Policy>();
const texts = new Map<string, Policy>();

function policyOf(source: TagOptions["policy"]): Policy {
  if (source === undefined) return referencePolicy();
  if (typeof source === "object" && "classify" in source) return source as Policy;
  const known = typeof source === "string" ? texts.get(source) : policies.get(source);
  const policy = known ?? loadPolicy(source);
  if (typeof source === "string") texts.set(source, policy);
  else policies.set(source, policy);
  return policy;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("{", "&#123;");
