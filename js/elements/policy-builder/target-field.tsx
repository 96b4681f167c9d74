/** A target in words, for one objective. */

import { useState } from "preact/hooks";

import type { ObjectiveTarget } from "../../index.js";
import { readTarget, targetOf, type TargetWords, wordsOf, writeTarget } from "../../text/target-words.js";
import { type BuilderContext, listOf, recordOf, useBuilder } from "./context.js";
import type { Editor } from "./editor.js";
import { isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { Field } from "./fields.js";

/** Returns the id of the first calendar of a kind; `isBusiness`: one that closes, else one that never does. */
export function calendarFor(editor: Editor, isBusiness: boolean, preferred: unknown): string | undefined {
  const calendars = Object.entries(recordOf<JsonObject>(editor.at("/calendars")));
  const fits = ([, calendar]: [string, JsonObject]) => (calendar["open"] === undefined) === isBusiness;
  const found = calendars.find(([id, calendar]) => id === preferred && fits([id, calendar])) ?? calendars.find(fits);
  return found?.[0];
}

/** Returns whether the calendar of an objective closes at times. */
export function isBusinessCalendar(editor: Editor, id: unknown): boolean {
  if (typeof id !== "string") return false;
  const calendar = recordOf<JsonObject>(editor.at("/calendars"))[id];
  return calendar === undefined || calendar["open"] === undefined;
}

/** Returns the target of an objective in words; "empty" without a target and a note. */
export function wordsOfObjective(editor: Editor, objective: JsonObject): TargetWords | null {
  const { target, note, calendar } = objective;
  if (isObject(target)) return wordsOf(target as unknown as ObjectiveTarget, isBusinessCalendar(editor, calendar));
  if (isObject(note) && Object.keys(note).length > 0) return { kind: "note", text: note as Record<string, string> };
  return { kind: "none" };
}

/**
 * Returns an objective with another target: its calendar is kept if it fits, and a note only where the target does not replace it.
 * Business hours need a calendar that closes; without one the first such is added.
 */
export function withTarget(
  objective: JsonObject,
  words: TargetWords,
  editor: Editor,
  languages: readonly string[],
): JsonObject {
  const { target: _, calendar, note, ...rest } = objective;
  const target = targetOf(words);
  const isBusiness = words.kind === "days" || (words.kind === "time" && words.isBusiness);
  const id = calendarFor(editor, isBusiness, calendar);
  const hadWordsOnly = !isObject(objective["target"]);
  return {
    ...rest,
    ...(target === null ? {} : { target: target as unknown as Json }),
    ...(target === null || id === undefined ? {} : { calendar: id }),
    ...(words.kind === "note"
      ? { note: noteIn(words.text, languages) }
      : note === undefined || hadWordsOnly
        ? {}
        : { note }),
  };
}

/** Returns the words of a note in the languages of the policy that have them. */
function noteIn(text: Record<string, string>, languages: readonly string[]): JsonObject {
  const entries = languages.flatMap((language, place): [string, string][] => {
    const found = text[language] ?? text[/^fr\b/i.test(language) ? "fr" : /^en\b/i.test(language) ? "en" : ""];
    const own = found ?? (place === 0 ? text[""] : undefined);
    return own === undefined ? [] : [[language, own]];
  });
  return Object.fromEntries(entries.length > 0 ? entries : [[languages[0] ?? "en", Object.values(text)[0] ?? ""]]);
}

/** Returns an objective in a few words: "Premium, Critical, High: 30 min". */
export function objectiveTitle(objective: JsonObject, { editor, language, say, m }: BuilderContext): string {
  const namesOf = (list: "tiers" | "severities") => {
    const ids = objective[list];
    if (!Array.isArray(ids)) return [];
    const entries = listOf<JsonObject>(editor.at(`/${list}`));
    return ids.map((id) => say(entries.find((entry) => entry["id"] === id)?.["name"]) || String(id));
  };
  const names = [...namesOf("tiers"), ...namesOf("severities")];
  const words = wordsOfObjective(editor, objective);
  return `${names.length === 0 ? m.all : names.join(", ")}: ${words === null ? "?" : writeTarget(words, language)}`;
}

interface Props {
  label: string;
  hint: string | undefined;
  /** Pointer to the member "target" of an objective. */
  at: string;
}

/** Shows the target of an objective as words, and takes words in either language. */
export function TargetField({ label, hint, at }: Props) {
  const { editor, m, language, languages } = useBuilder();
  const pointer = at.slice(0, at.lastIndexOf("/"));
  const objective = recordOf(editor.at(pointer));
  const [typed, setTyped] = useState<string | null>(null);
  const words = wordsOfObjective(editor, objective);
  const shown = words === null ? JSON.stringify(objective["target"]) : writeTarget(words, language);
  const found = typed === null ? null : readTarget(typed);
  return (
    <Field label={label} at={at} reach="below" hint={typeof found === "string" ? m.targetFaults[found] : hint}>
      {(id, describedBy, isWrong) => (
        <input
          id={id}
          type="text"
          value={typed ?? shown}
          autocomplete="off"
          aria-describedby={describedBy}
          aria-invalid={isWrong || typeof found === "string" || undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            const read = readTarget(event.currentTarget.value);
            if (typeof read === "object") editor.set(pointer, withTarget(objective, read, editor, languages));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
