/** Lists of entries, such as tiers: one form each, in an order that buttons and keys change, and a field to add the next one. */

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

import type { PolicyDocument } from "../../index.js";
import { calendarName } from "../../text/targets.js";
import { ConditionField } from "./conditions.js";
import { listOf, memo, recordOf, useBuilder } from "./context.js";
import { below, freshId, type Json, type JsonObject, isObject } from "../../text/policy-json.js";
import { AddField, ChoiceField, FlagField, Input, LineField, NumberField, SeveralField, TextField } from "./fields.js";
import { Findings, OtherFindings } from "./findings.js";
import { IdField, placeOf } from "./id-field.js";
import { Cross, MoveButtons, moveByKey, useMove } from "./order.js";
import { objectiveTitle, TargetField } from "./target-field.js";
import { type EntryName, type FieldKind, type FieldName, fields, keyedLists, type ListName } from "./schema.js";

/** Returns a function that names a calendar; the hours themselves are the name of one that has none. */
export function useHoursName(): (id: string) => string {
  const { editor, format, language, say } = useBuilder();
  const description = editor.document as unknown as PolicyDocument;
  return (id) => {
    const calendar = recordOf(editor.at("/calendars"))[id];
    const name = isObject(calendar) ? say(calendar["name"]) : "";
    // A calendar that is being written may have any shape.
    return name || (isWeek(calendar) ? calendarName({ description, format, language, say }, id) : id);
  };
}

/** Returns whether the hours of a calendar can be written in words. */
const isWeek = (calendar: Json | undefined): boolean =>
  isObject(calendar) &&
  (calendar["open"] !== undefined ||
    (isObject(calendar["weekly"]) &&
      Object.values(calendar["weekly"]).every(
        (hours) =>
          Array.isArray(hours) &&
          (hours as readonly Json[]).every(
            (interval) => Array.isArray(interval) && interval.every((time) => typeof time === "string"),
          ),
      )));

/** Returns the entries of a list of the document as options by their names. */
export function useOptions(list: ListName): { id: string; name: string }[] {
  const { editor, say } = useBuilder();
  const hoursName = useHoursName();
  const value = editor.at(`/${list}`);
  if (list === "calendars") return Object.keys(recordOf(value)).map((id) => ({ id, name: hoursName(id) }));
  // Clauses are known by their numbers.
  if (list === "clauses")
    return Object.entries(recordOf<JsonObject>(value)).map(([id, entry]) => ({
      id,
      name: `${id} ${isObject(entry) ? say(entry["heading"]) : ""}`.trim(),
    }));
  if (keyedLists.has(list))
    return Object.entries(recordOf(value)).map(([id, entry]) => ({
      id,
      name: (isObject(entry) && say(entry["name"] ?? entry["heading"])) || id,
    }));
  return listOf<JsonObject>(value).map((entry) => ({
    id: String(entry["id"] ?? ""),
    name: say(entry["name"] ?? entry["text"]) || String(entry["id"] ?? ""),
  }));
}

const allLists: readonly ListName[] = [
  "tiers",
  "severities",
  "questions",
  "calendars",
  "measures",
  "goals",
  "channels",
  "clauses",
  "context",
  "events",
];

/** Most entries of a list whose forms follow each other's names at once. */
const fewEntries = 40;

/** Returns a value that is another one if a list has changed which the forms of a list may name. */
function useShared(at: string, count: number): object {
  const { editor, languages } = useBuilder();
  const lists = allLists
    .filter((list) => count <= fewEntries || !at.startsWith(`/${list}`))
    .map((list) => editor.at(`/${list}`));
  const next = [...lists, languages];
  const last = useRef<readonly unknown[]>(next);
  if (next.length !== last.current.length || next.some((value, place) => value !== last.current[place]))
    last.current = next;
  return last.current;
}

interface FormProps {
  entry: EntryName;
  at: string;
  value: JsonObject;
  /** Fields that the list shows itself, or does not need. */
  except?: readonly string[] | undefined;
  /** Whether the entry is one line of a list in a form. */
  isNested?: boolean;
}

/** Shows the fields of one entry; rarer ones are folded away until one of them has a value. */
export function EntryForm({ entry, at, value, except = [], isNested = false }: FormProps) {
  const { m } = useBuilder();
  const all = Object.entries(fields[entry] as Record<string, FieldKind>).filter(([name]) => !except.includes(name));
  const isMore = ([name, kind]: [string, FieldKind]) => kind.isMore === true && (isNested || value[name] === undefined);
  const shown = all.filter((field) => !isMore(field));
  const more = all.filter(isMore);
  const { list, id } = placeOf(at, value);
  const view = ([name, kind]: [string, FieldKind]) => (
    <AnyField key={name} entry={entry} name={name as FieldName} field={kind} at={below(at, name)} value={value[name]} />
  );
  return (
    <>
      <div class="form">{shown.map(view)}</div>
      <details class="more">
        <summary>{m.more}</summary>
        <div class="form">
          {more.map(view)}
          <IdField key={`${list} ${id}`} list={list} id={id} />
        </div>
      </details>
    </>
  );
}

interface AnyFieldProps {
  entry: EntryName;
  name: FieldName;
  field: FieldKind;
  at: string;
  value: Json | undefined;
}

/** Shows the field of a member by its kind. */
function AnyField({ entry, name, field, at, value }: AnyFieldProps) {
  const { m } = useBuilder();
  const label = m.fieldsOf[entry]?.[name] ?? m.fields[name] ?? name;
  const hint = m.hintsOf[entry]?.[name];
  const common = { label, hint, at, value };
  switch (field.kind) {
    case "text":
      return <TextField {...common} isLong={field.isLong} isRequired={field.isRequired} />;
    case "aliases":
      return <AliasesField {...common} />;
    case "line":
      return <LineField {...common} placeholder={field.placeholder} />;
    case "number":
      return <NumberField {...common} />;
    case "flag":
      return <FlagField {...common} />;
    case "choice": {
      const words = m.choices as Record<string, string>;
      const options = field.values.map((id) => ({ id, name: words[id] ?? id }));
      return <ChoiceField {...common} options={options} none={field.isRequired ? undefined : m.unset} />;
    }
    case "one":
      return <ReferenceField {...common} lists={field.of} />;
    case "several":
      return <ReferencesField {...common} list={field.of} />;
    case "list":
      return <NestedList {...common} entry={field.entry} />;
    case "target":
      return <TargetField {...common} />;
    case "condition":
      return <ConditionField {...common} facts={field.facts} />;
    case "below":
      return (
        <div class="form">
          <NumberField label={m.belowPercent} at={below(at, "percent")} value={recordOf(value)["percent"]} />
          <NumberField label={m.belowMisses} at={below(at, "misses")} value={recordOf(value)["misses"]} />
        </div>
      );
  }
}

interface CommonProps {
  label: string;
  hint: string | undefined;
  at: string;
  value: Json | undefined;
}

function ReferenceField({ lists, ...common }: CommonProps & { lists: readonly (ListName | "submission")[] }) {
  const { m } = useBuilder();
  const options = lists.flatMap((list) =>
    list === "submission" ? [{ id: "submission", name: m.submission }] : useOptions(list),
  );
  return <ChoiceField {...common} options={options} none={m.unset} />;
}

function ReferencesField({ list, ...common }: CommonProps & { list: ListName }) {
  const { m } = useBuilder();
  return <SeveralField {...common} options={useOptions(list)} any={m.all} />;
}

/** Other names, each in the languages that have it. */
function AliasesField({ label, hint, at, value }: CommonProps) {
  const { editor, m, languages } = useBuilder();
  const aliases = listOf<JsonObject>(value);
  return (
    <div class="field" role="group" aria-label={label}>
      <span class="label">{label}</span>
      {aliases.map((alias, index) => (
        <div class="alias" key={index}>
          {languages.map((language) => (
            <Input
              key={language}
              lang={language}
              label={`${label} ${index + 1}, ${language}`}
              value={typeof alias[language] === "string" ? (alias[language] as string) : ""}
              onValue={(text) => editor.set(below(at, index, language), text === "" ? undefined : text)}
            />
          ))}
          <button
            type="button"
            class="icon"
            aria-label={m.remove}
            onClick={() => removeFrom(editor, at, aliases, index)}
          >
            <Cross />
          </button>
        </div>
      ))}
      {hint && <p class="hint">{hint}</p>}
      <AddField
        label={m.addAlias}
        button={m.add}
        onAdd={(name) => editor.insert(at, Object.fromEntries([[languages[0] ?? "en", name]]))}
      />
    </div>
  );
}

function removeFrom(
  editor: ReturnType<typeof useBuilder>["editor"],
  at: string,
  list: readonly Json[],
  index: number,
): void {
  if (list.length === 1) editor.set(at, undefined);
  else editor.set(below(at, index), undefined);
}

function NestedList({ entry, label, at, value }: CommonProps & { entry: EntryName }) {
  return (
    <fieldset class="nested">
      <legend>{label}</legend>
      <EntryList entry={entry} at={at} value={value} isNested />
    </fieldset>
  );
}

interface EntryListProps {
  entry: EntryName;
  /** Pointer to the list. */
  at: string;
  value: Json | undefined;
  isNested?: boolean;
  except?: readonly string[];
  /** Members of a new entry beside its id and its name. */
  template?: JsonObject;
  /** Content below the form of an entry. */
  children?: (value: JsonObject, at: string) => ComponentChildren;
}

/** The member with the words by which an entry is known. */
const nameOf: Partial<Record<EntryName, string>> = {
  question: "text",
  option: "text",
  context: "text",
  contextOption: "text",
  advice: "text",
  term: "term",
  clause: "heading",
};

/** Shows a list of entries that have ids, or an object of entries by their ids. */
export function EntryList({ entry, at, value, isNested = false, except, template = {}, children }: EntryListProps) {
  const { editor, m, languages } = useBuilder();
  const isKeyed = keyedLists.has(at.slice(1));
  const entries: [string, JsonObject][] = isKeyed
    ? Object.entries(recordOf<JsonObject>(value))
    : listOf<JsonObject>(value).map((each) => [String(each["id"] ?? ""), each]);
  const ids = entries.map(([id]) => id);
  const words = m.entries[entry];
  const shared = useShared(at, entries.length);
  const add = (name: string) => {
    const text = Object.fromEntries([[languages[0] ?? "en", name]]);
    const fresh = freshId(name, ids, entry);
    const member = entry === "goal" ? {} : { [nameOf[entry] ?? "name"]: text };
    if (isKeyed) editor.set(below(at, entry === "clause" ? name : fresh), { ...member, ...template });
    else editor.insert(at, { id: fresh, ...member, ...template });
  };
  return (
    <div class={isNested ? "entries nested-entries" : "entries"}>
      <Findings at={at} />
      {entries.length > 0 && (
        <ol class={entries.length > fewEntries ? "entries many" : "entries"}>
          {entries.map(([id, each], index) => (
            <EntryItem
              // Two entries may have one id while somebody types.
              key={ids.indexOf(id) === index ? id : `${id} ${index}`}
              entry={entry}
              at={isKeyed ? below(at, id) : below(at, index)}
              list={at}
              id={id}
              index={index}
              count={entries.length}
              value={each}
              except={except}
              isKeyed={isKeyed}
              isNested={isNested}
              more={children}
              shared={shared}
            />
          ))}
        </ol>
      )}
      <AddField label={words.add} button={m.add} placeholder={words.example} onAdd={add} />
    </div>
  );
}

interface EntryItemProps {
  entry: EntryName;
  at: string;
  list: string;
  id: string;
  index: number;
  count: number;
  value: JsonObject;
  except: readonly string[] | undefined;
  isKeyed: boolean;
  isNested: boolean;
  more: EntryListProps["children"];
  /** Another value if the form may name something that has changed. */
  shared: object;
}

const EntryItem = memo(function EntryItem({
  entry,
  at,
  list,
  id,
  index,
  count,
  value,
  except,
  isKeyed,
  isNested,
  more,
}: EntryItemProps) {
  const { editor, m, say, announce } = useBuilder();
  const item = useRef<HTMLLIElement>(null);
  // In a long list, the form of an entry is drawn once it is opened.
  const isMany = count > fewEntries && !isNested;
  const [isOpen, setOpen] = useState(false);
  const builder = useBuilder();
  const title =
    (entry === "objective" ? objectiveTitle(value, builder) : say(value[nameOf[entry] ?? "name"])) ||
    id ||
    m.entries[entry].one;
  const move = useMove(list, index, isKeyed ? 0 : count, title);
  const remove = () => {
    const next = item.current?.nextElementSibling ?? item.current?.previousElementSibling;
    if (isKeyed) editor.set(at, undefined);
    else removeFrom(editor, list, listOf<Json>(editor.at(list)), index);
    announce(m.removed(title));
    setTimeout(() => (next?.querySelector<HTMLElement>("input, textarea, select") ?? undefined)?.focus());
  };
  return (
    <li ref={item} class="entry" data-at={at} onKeyDown={moveByKey(index, move)}>
      <div class="entry-head">
        {isNested ? (
          <span class="number">{index + 1}</span>
        ) : (
          <h3>
            {isMany ? (
              <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {title}
              </button>
            ) : (
              title
            )}
          </h3>
        )}
        <span class="tools">
          {!isKeyed && count > 1 && <MoveButtons title={title} index={index} count={count} onMove={move} />}
          <button type="button" class="icon" aria-label={m.removeNamed(title)} onClick={remove}>
            <Cross />
          </button>
        </span>
      </div>
      <Findings at={at} />
      <OtherFindings at={at} known={Object.keys(fields[entry])} />
      {isObject(value) && (isOpen || !isMany) && (
        <EntryForm entry={entry} at={at} value={value} except={except} isNested={isNested} />
      )}
      {more?.(value, at)}
    </li>
  );
});
