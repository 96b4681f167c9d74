/**
 * The objectives as a table of tiers and severities. A cell shows the first entry without conditions; to change a cell is to take it
 * out of the entry that it shares with others, and to put it into an entry with the new target.
 */

import type { TargetWords } from "../../text/target-words.js";
import type { Editor } from "./editor.js";
import { listOf, recordOf } from "./context.js";
import { freshId, type Json, type JsonObject, isObject } from "../../text/policy-json.js";
import { isBusinessCalendar, withTarget, wordsOfObjective } from "./target-field.js";

/** One cell of the table. */
export interface Cell {
  /** The target in words; null if no entry without conditions states one. */
  words: TargetWords | null;
  /** Place of the entry; -1 without one. */
  place: number;
  /** Number of entries with conditions that come first. */
  special: number;
  /** The calendar of the entry, if its hours close. */
  calendar: string | null;
}

/** A place in the table. */
export interface CellPlace {
  measure: string;
  tier: string;
  severity: string;
}

const idsOf = (list: unknown): string[] => listOf<JsonObject>(list).map((entry) => String(entry["id"] ?? ""));

const covers = (entry: JsonObject, { measure, tier, severity }: CellPlace): boolean =>
  entry["measure"] === measure &&
  (entry["tiers"] === undefined || listOf<string>(entry["tiers"]).includes(tier)) &&
  (entry["severities"] === undefined || listOf<string>(entry["severities"]).includes(severity));

const hasCondition = (entry: JsonObject): boolean => Object.keys(recordOf(entry["when"])).length > 0;

/** Returns a cell of the table. */
export function cellOf(editor: Editor, place: CellPlace): Cell {
  const objectives = listOf<JsonObject>(editor.at("/objectives"));
  let special = 0;
  for (const [index, entry] of objectives.entries()) {
    if (!isObject(entry) || !covers(entry, place)) continue;
    if (hasCondition(entry)) {
      special += 1;
      continue;
    }
    const calendar = entry["calendar"];
    const isBusiness = isBusinessCalendar(editor, calendar);
    return {
      words: wordsOfObjective(editor, entry),
      place: index,
      special,
      calendar: isBusiness && isObject(entry["target"]) ? String(calendar) : null,
    };
  }
  return { words: null, place: -1, special, calendar: null };
}

/** Returns the document with another target in one cell, and its calendar if one is given. */
export function withCell(
  editor: Editor,
  place: CellPlace,
  words: TargetWords,
  languages: readonly string[],
  calendar?: string,
): JsonObject {
  const { document } = editor;
  const all = listOf<JsonObject>(document["objectives"]);
  const { place: index } = cellOf(editor, place);
  const old = all[index];
  const others = index < 0 ? [...all] : all.toSpliced(index, 1, ...withoutCell(document, old ?? {}, place, all));
  if (words.kind !== "empty") {
    const { id: _, ...before } = old ?? {};
    let target = withTarget({ ...before, measure: place.measure }, words, editor, languages);
    if (calendar !== undefined) target = { ...target, calendar };
    // A general entry behind the old one would come first now.
    const general = others.findIndex((entry) => !hasCondition(entry) && covers(entry, place));
    add(others, target, place, general);
  }
  return { ...document, objectives: others };
}

/** Returns an entry without one of its cells: none, one or two entries that cover the others. */
function withoutCell(
  document: JsonObject,
  entry: JsonObject,
  { tier, severity }: CellPlace,
  all: readonly JsonObject[],
): JsonObject[] {
  const tiers = entry["tiers"] === undefined ? idsOf(document["tiers"]) : listOf<string>(entry["tiers"]);
  const severities =
    entry["severities"] === undefined ? idsOf(document["severities"]) : listOf<string>(entry["severities"]);
  const otherTiers = tiers.filter((id) => id !== tier);
  const otherSeverities = severities.filter((id) => id !== severity);
  const pieces: JsonObject[] = [];
  if (otherTiers.length > 0) pieces.push({ ...entry, tiers: otherTiers, severities });
  if (otherSeverities.length > 0) pieces.push({ ...entry, tiers: [tier], severities: otherSeverities });
  const used = all.map((each) => String(each["id"]));
  return pieces.map((piece, at) =>
    at === 0 ? piece : { ...piece, id: freshId(String(entry["id"]), used, "objective") },
  );
}

/**
 * Adds one cell to the entries: to one with the same target, if the cell extends it by a tier or a severity, else as an entry.
 * `before` is the place of the entry before which it has to stand; -1 without one.
 */
function add(
  objectives: JsonObject[],
  target: JsonObject,
  { measure, tier, severity }: CellPlace,
  before: number,
): void {
  const key = keyOf(target);
  for (const [index, entry] of objectives.entries()) {
    if (before >= 0 || hasCondition(entry) || keyOf(entry) !== key) continue;
    const [tiers, severities] = [listOf<string>(entry["tiers"]), listOf<string>(entry["severities"])];
    if (entry["tiers"] === undefined || entry["severities"] === undefined) continue;
    const extended =
      tiers.length === 1 && tiers[0] === tier
        ? { ...entry, severities: [...severities, severity] }
        : severities.length === 1 && severities[0] === severity
          ? { ...entry, tiers: [...tiers, tier] }
          : null;
    if (extended === null) continue;
    objectives[index] = extended;
    return;
  }
  const {
    tiers: _tiers,
    severities: _severities,
    measure: _measure,
    id: _id,
    ...rest
  } = target as Record<string, Json>;
  const used = objectives.map((entry) => String(entry["id"]));
  const id = freshId(`${tier} ${severity}${measure === "initial-response" ? "" : ` ${measure}`}`, used, "objective");
  objectives.splice(before < 0 ? objectives.length : before, 0, {
    id,
    measure,
    tiers: [tier],
    severities: [severity],
    ...rest,
  });
}

/** Returns everything of an entry but its id and its cells, in any order of members. */
function keyOf(entry: JsonObject): string {
  const { id: _, tiers: _tiers, severities: _severities, ...rest } = entry;
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
}
