/**
 * What an element shows where it cannot run, as far as it can be held to the policy without comments: a time that a line or
 * a row names beside a severity has to be an objective for it.
 */

import type { Objective } from "../../node.js";
import type { Subject } from "../../render/subject.js";
import type { Flaw } from "./passages.js";

/** An element with what stands inside its tag. */
export interface Fallback {
  at: number;
  tag: string;
  attributes: Record<string, string>;
  /** Where its content begins, and the content. */
  from: number;
  content: string;
}

const element = /<(slo-[a-z]+)((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1>/g;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** The elements of a page that have something inside. */
export function fallbacksOf(text: string): Fallback[] {
  return [...text.matchAll(element)].flatMap(({ 0: whole, index: at, 1: tag = "", 2: said = "", 3: content = "" }) => {
    if (content.trim() === "") return [];
    const attributes = Object.fromEntries(
      [...said.matchAll(attribute)].map(([, name, ...values]) => [
        name,
        values.find((value) => value !== undefined) ?? "",
      ]),
    );
    return [{ at, tag, attributes, from: at + whole.length - content.length - `</${tag}>`.length, content }];
  });
}

/** A row, a line of a list, a paragraph: what is read in one go. */
const piece = /<(tr|li|p|dd|h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/gi;
const cell = /<(t[hd])\b[^>]*>([\s\S]*?)<\/\1>/gi;

/** The times in a fallback that are no objective of the severities beside which they stand. */
export function wrongTimes(subject: Subject, { content, from, attributes }: Fallback): Flaw[] {
  const { description } = subject;
  const own = description.tiers?.find(({ id }) => id === attributes["tier"])?.id;
  let columns: (string | undefined)[] = [];
  return [...content.matchAll(piece)].flatMap(({ 0: whole, index, 1: kind = "", 2: inner = "" }): Flaw[] => {
    const flawsAt = (text: string, tiers: readonly string[], severities: readonly string[], offset: number) =>
      wrongIn(subject, text, tiers, severities).map((message) => ({ at: from + index + offset, message }));
    const severities = named(subject, description.severities, plain(inner));
    if (kind.toLowerCase() !== "tr") {
      if (severities.length === 0) return [];
      const tiers = named(subject, description.tiers ?? [], plain(inner));
      return flawsAt(plain(inner), tiers.length > 0 ? tiers : own === undefined ? [] : [own], severities, 0);
    }
    const cells = [...inner.matchAll(cell)].map(({ index: at, 2: text = "" }) => ({
      text: plain(text),
      at: whole.indexOf(inner) + at,
    }));
    if (severities.length === 0) {
      const heads = cells.map(({ text }) => named(subject, description.tiers ?? [], text)[0]);
      if (heads.some((tier) => tier !== undefined)) columns = heads;
      return [];
    }
    return cells.flatMap(({ text, at }, place) => {
      const tier = columns[place] ?? own;
      return flawsAt(text, tier === undefined ? [] : [tier], severities, at);
    });
  });
}

/** What is wrong in some words; no tiers: any. */
function wrongIn(
  { objectives, format }: Subject,
  text: string,
  tiers: readonly string[],
  severities: readonly string[],
): string[] {
  const fits = ({ tier, severity }: Objective) =>
    (tiers.length === 0 || tiers.includes(tier)) && severities.includes(severity);
  const targets = new Set(objectives.filter(fits).flatMap(({ seconds }) => seconds ?? []));
  const stated = [...targets].map((seconds) => format.duration(seconds)).join(", ");
  return durationsIn(text)
    .filter(({ seconds }) => !targets.has(seconds))
    .map(
      ({ said }) => `"${said}" is no objective here: the policy says ${stated === "" ? "that there is none" : stated}`,
    );
}

interface Entry {
  id: string;
  name: Record<string, string>;
  aliases?: Record<string, string>[];
}

/** Ids of the entries that a text names, as whole words. */
function named({ language }: Subject, entries: readonly Entry[], text: string): string[] {
  const isNamed = (name: string | undefined) => {
    if (!name) return false;
    const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "iu").test(text);
  };
  return entries
    .filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => isNamed(each[language])))
    .map(({ id }) => id);
}

const units: [unit: RegExp, seconds: number][] = [
  [/^(?:d|j|days?|jours?)$/i, 86_400],
  [/^h/i, 3_600],
  [/^m/i, 60],
  [/^s/i, 1],
];
const amount =
  /(\d+)[\s\u00a0\u202f-]*(days?|jours?|d|j|hours?|heures?|h|minutes?|min|seconds?|secondes?|s)(?![\p{L}])(?:[\s\u00a0\u202f]*(\d+)(?:[\s\u00a0\u202f]*(minutes?|min|seconds?|secondes?|s)(?![\p{L}]))?)?/giu;

/** The lengths of time that a text names in figures. */
function durationsIn(text: string): { said: string; seconds: number }[] {
  return [...text.matchAll(amount)].map(([said, count, unit = "", rest = "0", smaller]) => {
    const size = (name: string) => units.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
    // "1 h 30": what follows the hours are minutes.
    return { said, seconds: Number(count) * size(unit) + Number(rest) * (smaller === undefined ? 60 : size(smaller)) };
  });
}

const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(?:nbsp|#160|#xa0);/gi, "\u00a0")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
