/**
 * The elements as HTML on a server or in a build: with declarative shadow DOM, a page shows the first question or the objectives before
 * any script runs, and the element takes the same nodes over.
 */

import { renderToString } from "preact-render-to-string";

import { SloCalculator } from "../elements/calculator/element.js";
import { SloClock } from "../elements/clock/element.js";
import { SloDeliverables } from "../elements/deliverables/element.js";
import { SloIntake } from "../elements/intake/element.js";
import type { SloElement } from "../elements/shared/element.js";
import { common } from "../elements/shared/styles.js";
import { SloTable } from "../elements/table/element.js";
import { SloTerm } from "../elements/term/element.js";
import { SloTiers } from "../elements/tiers/element.js";
import { SloWizard } from "../elements/wizard/element.js";
import { CaseSloError, loadPolicy, type Policy, referencePolicy } from "../index.js";

/** The elements that a server can render: those whose first state does not depend on a file of the visitor. */
const rendered = {
  "slo-calculator": SloCalculator,
  "slo-clock": SloClock,
  "slo-deliverables": SloDeliverables,
  "slo-intake": SloIntake,
  "slo-table": SloTable,
  "slo-term": SloTerm,
  "slo-tiers": SloTiers,
  "slo-wizard": SloWizard,
} as const;

/** Names of the elements that a server can render. */
export type RenderedTag = keyof typeof rendered;

/** Settings of an element on a server. */
export interface RenderOptions {
  /** Attributes of the tag, as in HTML: `true` for one without a value; undefined leaves it out. */
  attributes?: Readonly<Record<string, string | true | undefined>>;
  /** The policy: loaded, as an object or as JSON text; default: the reference policy. The attribute `policy` names it for the browser. */
  policy?: Policy | object | string;
  /** Language of the page around the element, if the element has no `lang`. */
  lang?: string;
  /** Time zone of the page around the element, if the element has no `zone`. */
  zone?: string;
  /** HTML inside the tag, which readers without JavaScript, search engines and print see. It is not escaped. */
  content?: string;
  /** Address of a style sheet with the CSS of `elementCss`, for headers that refuse inline styles; default: an inline style. */
  stylesheet?: string;
  /** Nonce of the inline style. */
  nonce?: string;
}

/**
 * Returns an element as HTML with declarative shadow DOM. The element takes it over without a flash; a reader without JavaScript sees
 * `content` instead. Due times stay hidden until the element runs, unless the attribute `now` fixes the time.
 *
 * @throws CaseSloError "invalid-policy"; the code of an attribute that cannot be read, such as "unknown-zone"; "invalid-case" for an
 *   element that a server cannot render
 *
 * @example
 * ```ts
 * const html = renderElement("slo-wizard", { attributes: { lang: "en" }, content: "Call +1 514 555-0100." });
 * html.startsWith('<slo-wizard lang="en"><template shadowrootmode="open">'); // => true
 * ```
 */
export function renderElement(name: RenderedTag, options: RenderOptions = {}): string {
  const { attributes = {}, content = "" } = options;
  const shadow = renderShadow(name, options);
  const tag = pairsOf(attributes).map(
    ([key, value]) => ` ${attributeName(key)}${value === "" ? "" : `="${escaped(value)}"`}`,
  );
  return `<${name}${tag.join("")}><template shadowrootmode="open">${shadow}</template>${content}</${name}>`;
}

/**
 * Returns the shadow tree of an element as HTML, for a page that writes the tag and `<template shadowrootmode="open">` itself.
 *
 * @throws CaseSloError as `renderElement` does
 *
 * @example
 * ```ts
 * renderShadow("slo-table", { lang: "en" }).includes("<table"); // => true
 * ```
 */
export function renderShadow(name: RenderedTag, options: RenderOptions = {}): string {
  const { attributes = {}, policy, lang, zone, content = "", stylesheet, nonce } = options;
  const element = new (classNamed(name))() as SloElement;
  const around: [string, string | undefined][] = [
    ["lang", lang],
    ["zone", zone],
  ];
  for (const [key, value] of around) if (value !== undefined) element.setAttribute(key, value);
  for (const [key, value] of pairsOf(attributes)) element.setAttribute(key, value);
  element.textContent = content.replaceAll(/<[^>]*>/g, " ");
  const style =
    stylesheet === undefined
      ? `<style${nonce === undefined ? "" : ` nonce="${escaped(nonce)}"`}>${elementCss(name)}</style>`
      : `<link rel="stylesheet" href="${escaped(stylesheet)}">`;
  const markup = renderToString(element.contentFor(policyOf(policy)) as never);
  return `${style}<slot class="plain"></slot>${marked(markup)}`;
}

/**
 * Returns the CSS of an element as a server renders it, for a file that `stylesheet` names.
 *
 * @throws CaseSloError "invalid-case" for an element that a server cannot render
 */
export function elementCss(name: RenderedTag): string {
  return [common, ...classNamed(name).styles, beforeScripts].join("\n");
}

function classNamed(name: RenderedTag) {
  if (Object.hasOwn(rendered, name)) return rendered[name];
  throw new CaseSloError("invalid-case", `expected one of ${Object.keys(rendered).join(", ")}, found "${name}"`);
}

/** Marks the outermost elements, so that the element in the browser removes those that it does not use again. */
function marked(markup: string): string {
  let depth = 0;
  return markup.replaceAll(
    /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi,
    (found, close: string, name: string, rest: string) => {
      if (close !== "") depth -= 1;
      const isOutermost = close === "" && depth === 0;
      if (close === "" && !rest.endsWith("/") && !/^(?:br|hr|img|input|wbr)$/.test(name)) depth += 1;
      return isOutermost ? `<${name} data-server${rest}>` : found;
    },
  );
}

/** Returns attributes as pairs, without those that are left out. */
const pairsOf = (attributes: Readonly<Record<string, string | true | undefined>>): [string, string][] =>
  Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value === true ? "" : value]],
  );

/**
 * Before the element runs, the content of the tag is hidden where scripts run, and shown alone where they do not. If the element has not
 * run after ten seconds, the content is shown below it. A due time counts from the moment of the visit, which the server does not know.
 * No rule holds once the element has run, which removes the slot.
 */
const beforeScripts = `
.plain { display: block; max-block-size: 0; overflow: clip; visibility: hidden; animation: plain 0s 10s forwards; }
@keyframes plain { to { max-block-size: none; visibility: visible; } }
:host(:not([now])) .plain ~ * :is([part~="due"], [part~="countdown"], [part~="timeline"], .outcome, .moment),
:host(:not([now])) .plain ~ :is([part~="due"], [part~="countdown"], [part~="timeline"], .outcome, .moment) { visibility: hidden; }
@media (scripting: none) {
  .plain { max-block-size: none; visibility: visible; animation: none; }
  .plain ~ * { display: none !important; }
}
`;

/** Policies by their source, each loaded once. */
const loaded = new Map<string, Policy>();

function policyOf(source: RenderOptions["policy"]): Policy {
  if (typeof source === "object" && "classify" in source) return source as Policy;
  const key = source === undefined ? "" : typeof source === "string" ? source : JSON.stringify(source);
  let policy = loaded.get(key);
  if (policy === undefined) {
    policy = source === undefined ? referencePolicy() : loadPolicy(source);
    if (loaded.size > 100) loaded.clear();
    loaded.set(key, policy);
  }
  return policy;
}

function attributeName(name: string): string {
  if (/^[a-z][a-z0-9_-]*$/i.test(name)) return name;
  throw new CaseSloError("invalid-case", `expected the name of an attribute, found "${name}"`);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
