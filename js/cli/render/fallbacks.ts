/**
 * Checks fallback content without comments: a time in a line or row that also names a severity has to be an objective for
 * that severity.
 */

import type { Objective } from "../../node.js";
import type { Subject } from "../../render/blocks.js";
import { elementsNamed, type Fallback, type Flaw, textOf } from "./page.js";
import { ownValue } from "../../text/lookup.js";

/** Elements that are checked as a whole: rows, list items, paragraphs, headings. */
const lines = ["tr", "li", "p", "dd", "h1", "h2", "h3", "h4", "h5", "h6"];

/** Finds times in a fallback that are not an objective of the severities in the same line. */
export function wrongTimes(subject: Subject, { nodes, at: start, attributes }: Fallback): Flaw[] {
  const { description } = subject;
  const own = description.tiers?.find(({ id }) => id === attributes["tier"])?.id;
  let columns: (string | undefined)[] = [];
  return elementsNamed(nodes, lines).flatMap((line): Flaw[] => {
    const flawsIn = (element: typeof line, tiers: readonly string[], severities: readonly string[]) =>
      messagesAbout(subject, textOf(element), tiers, severities).map((message) => ({
        at: element.sourceCodeLocation?.startOffset ?? start,
        message,
      }));
    const severities = named(subject, description.severities, textOf(line));
    if (line.tagName !== "tr") {
      if (severities.length === 0) return [];
      const tiers = named(subject, description.tiers ?? [], textOf(line));
      return flawsIn(line, tiers.length > 0 ? tiers : own === undefined ? [] : [own], severities);
    }
    const cells = elementsNamed(line.childNodes, ["th", "td"]);
    if (severities.length === 0) {
      const heads = cells.map((cell) => named(subject, description.tiers ?? [], textOf(cell))[0]);
      if (heads.some((tier) => tier !== undefined)) columns = heads;
      return [];
    }
    return cells.flatMap((cell, place) => {
      const tier = columns[place] ?? own;
      return flawsIn(cell, tier === undefined ? [] : [tier], severities);
    });
  });
}

/** Returns messages about wrong times in a text. Without tiers, the objectives of every tier are right. */
function messagesAbout(
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
      ({ found }) => `"${found}" is not an objective here: the policy ${stated === "" ? "has none" : `says ${stated}`}`,
    );
}

interface Entry {
  id: string;
  name: Record<string, string>;
  aliases?: Record<string, string>[];
}

/** Returns the ids of the entries that a text names in whole words. */
function named({ language }: Subject, entries: readonly Entry[], text: string): string[] {
  const isNamed = (name: string | undefined) => {
    if (!name) return false;
    const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "iu").test(text);
  };
  return entries
    .filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => isNamed(ownValue(each, language))))
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

/** Returns the durations in a text that are written in figures. */
function durationsIn(text: string): { found: string; seconds: number }[] {
  return [...text.matchAll(amount)].map(([found, count, unit = "", rest = "0", smaller]) => {
    const size = (name: string) => units.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
    // In "1 h 30", the second number is minutes.
    return { found, seconds: Number(count) * size(unit) + Number(rest) * (smaller === undefined ? 60 : size(smaller)) };
  });
}
