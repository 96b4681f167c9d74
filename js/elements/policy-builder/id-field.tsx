/** The id of an entry: another one is taken over once it is complete, with every reference to the entry. */

import { useId, useState } from "preact/hooks";

import { listOf, recordOf, useBuilder } from "./context.js";
import { isObject, type JsonObject, keysOf } from "../../text/policy-json.js";
import { withId } from "../../text/renamed-id.js";
import { keyedLists } from "./schema.js";

/** Shows the id of an entry of the list at a pointer. */
export function IdField({ list, id: current }: { list: string; id: string }) {
  const { editor, m, announce } = useBuilder();
  const field = useId();
  const [typed, setTyped] = useState(current);
  const [fault, setFault] = useState("");
  const used = (): string[] => {
    const value = editor.at(list);
    if (keyedLists.has(list.slice(1))) return Object.keys(recordOf(value));
    const names = idsShared.find((lists) => lists.includes(list)) ?? [list];
    return names.flatMap((each) =>
      listOf<JsonObject>(editor.at(each)).map((entry) => (isObject(entry) ? String(entry["id"]) : "")),
    );
  };
  const rename = (input: HTMLInputElement) => {
    const next = typed.trim();
    if (next === current) return setTyped(current);
    if (next === "") return setTyped(current);
    if (used().includes(next)) return setFault(m.ids.taken(next));
    const root = input.getRootNode() as ShadowRoot | Document;
    const hadFocus = root.activeElement === input;
    editor.change((document) => withId(document as JsonObject, list, current, next));
    announce(m.ids.renamed(current, next));
    // The form is another one under the new id; the focus goes to the same field in it.
    if (!hadFocus) return;
    const place = `${list} ${next}`;
    setTimeout(() => root.querySelector<HTMLInputElement>(`[data-id="${CSS.escape(place)}"]`)?.focus());
  };
  return (
    <div class="field">
      <label for={field}>{m.ids.label}</label>
      <input
        id={field}
        type="text"
        value={typed}
        data-id={`${list} ${current}`}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${field}-hint`}
        aria-invalid={fault !== "" || undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setFault("");
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) rename(event.currentTarget);
        }}
        onBlur={(event) => rename(event.currentTarget)}
      />
      <p class={fault === "" ? "hint" : "fault"} id={`${field}-hint`} role={fault === "" ? undefined : "alert"}>
        {fault || m.ids.hint}
      </p>
    </div>
  );
}

/** Lists whose entries share their ids. */
const idsShared: readonly (readonly string[])[] = [["/measures", "/events"]];

/** Returns the list and the id of the entry at a pointer. */
export function placeOf(at: string, value: JsonObject): { list: string; id: string } {
  const list = at.slice(0, at.lastIndexOf("/"));
  const id = keyedLists.has(list.slice(1)) ? (keysOf(at).at(-1) ?? "") : String(value["id"] ?? "");
  return { list, id };
}
