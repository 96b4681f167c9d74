/** The fields of ticket systems: texts with marks in braces, values that a fact chooses, and fields inside fields. */

import { ownValue } from "../../text/lookup.js";
import { below, isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { listOf, recordOf, useBuilder } from "./context.js";
import { useOptions } from "./entries.js";
import { AddField, Field, Input, without } from "./fields.js";
import { Findings } from "./findings.js";
import { Cross } from "./order.js";

/** Shows each ticket system, and a field to add one. */
export function ExportsSection() {
  const { editor, m } = useBuilder();
  const systems = recordOf<Json>(editor.at("/exports"));
  return (
    <>
      <p class="hint">
        {m.exports.hint} <code>{"{summary} {text} {severity.name} {tier.name} {contact.email}"}</code>
      </p>
      {Object.entries(systems).map(([name, system]) => (
        <div class="entry" key={name} data-at={below("/exports", name)}>
          <div class="entry-head">
            <h3>{name}</h3>
            <button
              type="button"
              class="icon"
              aria-label={m.removeNamed(name)}
              onClick={() => editor.set(below("/exports", name), undefined)}
            >
              <Cross />
            </button>
          </div>
          <TicketFields at={below("/exports", name, "fields")} value={recordOf(system)["fields"]} />
          <Findings at={below("/exports", name)} reach="below" />
        </div>
      ))}
      <AddField
        label={m.exports.add}
        button={m.add}
        onAdd={(name) =>
          editor.set(below("/exports", name), { fields: { short_description: "{summary}", description: "{text}" } })
        }
      />
    </>
  );
}

/** Shows the fields of one system, or those inside a field. */
function TicketFields({ at, value }: { at: string; value: Json | undefined }) {
  const { editor, m } = useBuilder();
  return (
    <>
      {Object.entries(recordOf<Json>(value)).map(([name, field]) => (
        <div class="fact" key={name}>
          <TicketField name={name} at={below(at, name)} value={field} />
          <button
            type="button"
            class="icon"
            aria-label={m.removeNamed(name)}
            onClick={() => editor.set(below(at, name), undefined)}
          >
            <Cross />
          </button>
        </div>
      ))}
      <AddField label={m.exports.addField} button={m.add} onAdd={(name) => editor.set(below(at, name), "{summary}")} />
    </>
  );
}

function TicketField({ name, at, value }: { name: string; at: string; value: Json }) {
  const { editor, m } = useBuilder();
  if (isChoice(value)) return <ChosenField name={name} at={at} value={value} />;
  if (isObject(value))
    return (
      <fieldset class="nested">
        <legend>
          <code>{name}</code>
        </legend>
        <TicketFields at={at} value={value} />
      </fieldset>
    );
  // A list, a number or a switch stays as it is.
  if (typeof value !== "string")
    return (
      <span class="special-day">
        <code>{name}</code> <code class="muted">{JSON.stringify(value)}</code>
      </span>
    );
  return (
    <div class="form">
      <TextOf name={name} at={at} value={value} />
      <Subject
        name={name}
        value=""
        onChoose={(by, options) =>
          editor.set(at, { by, values: Object.fromEntries(options.map(({ id }) => [id, value])) })
        }
        none={m.exports.nothing}
      />
    </div>
  );
}

/** A value that the severity, the tier or an answer chooses. */
function ChosenField({ name, at, value }: { name: string; at: string; value: JsonObject }) {
  const { editor, m } = useBuilder();
  const by = String(value["by"]);
  const values = recordOf<Json>(value["values"]);
  const options = useSubjects().find(({ id }) => id === by)?.options ?? [];
  const unknown = Object.keys(values).filter((id) => !options.some((option) => option.id === id));
  return (
    <fieldset class="nested">
      <legend>
        <code>{name}</code>
      </legend>
      <Subject
        name={name}
        value={by}
        none={m.exports.nothing}
        onChoose={(next, options) =>
          editor.set(
            at,
            next === ""
              ? (Object.values(values)[0] ?? "")
              : { ...value, by: next, values: Object.fromEntries(options.map(({ id }) => [id, values[id] ?? ""])) },
          )
        }
      />
      <div class="form">
        {[...options, ...unknown.map((id) => ({ id, name: id }))].map((option) => (
          <ValueOf
            key={option.id}
            label={option.name}
            at={below(at, "values", option.id)}
            value={ownValue(values, option.id)}
            onEmpty={() => editor.set(below(at, "values"), without(values, option.id))}
          />
        ))}
        <ValueOf
          label={m.exports.otherwise}
          at={below(at, "else")}
          value={value["else"]}
          onEmpty={() => editor.set(below(at, "else"), undefined)}
        />
      </div>
    </fieldset>
  );
}

/** One of the values; an empty one is left out. */
function ValueOf({
  label,
  at,
  value,
  onEmpty,
}: {
  label: string;
  at: string;
  value: Json | undefined;
  onEmpty(): void;
}) {
  const { editor } = useBuilder();
  if (isObject(value) || Array.isArray(value)) return <TicketField name={label} at={at} value={value as Json} />;
  return (
    <Field label={label} at={at} hint={undefined}>
      {(id, describedBy, isWrong) => (
        <Input
          id={id}
          value={value === undefined || value === null ? "" : String(value)}
          describedBy={describedBy}
          isWrong={isWrong}
          onValue={(text) => (text === "" ? onEmpty() : editor.set(at, text))}
        />
      )}
    </Field>
  );
}

function TextOf({ name, at, value }: { name: string; at: string; value: string }) {
  const { editor } = useBuilder();
  return (
    <Field label={name} at={at} hint={undefined}>
      {(id, describedBy, isWrong) => (
        <Input
          id={id}
          value={value}
          describedBy={describedBy}
          isWrong={isWrong}
          onValue={(text) => editor.set(at, text)}
        />
      )}
    </Field>
  );
}

interface SubjectOption {
  id: string;
  name: string;
  options: { id: string; name: string }[];
}

/** Returns the facts that can choose a value, with their values. */
function useSubjects(): SubjectOption[] {
  const { editor, m, say } = useBuilder();
  const questions = listOf<JsonObject>(editor.at("/context")).map((question) => ({
    id: String(question["id"] ?? ""),
    name: say(question["text"]),
    options: listOf<JsonObject>(question["options"]).map((option) => ({
      id: String(option["id"] ?? ""),
      name: say(option["text"]),
    })),
  }));
  return [
    { id: "severity", name: m.facts.severity, options: useOptions("severities") },
    { id: "tier", name: m.facts.tier, options: useOptions("tiers") },
    { id: "channel", name: m.facts.channel, options: useOptions("channels") },
    ...questions,
  ];
}

function Subject({
  name,
  value,
  none,
  onChoose,
}: {
  name: string;
  value: string;
  none: string;
  onChoose(by: string, options: SubjectOption["options"]): void;
}) {
  const { m } = useBuilder();
  const subjects = useSubjects();
  return (
    <div class="field">
      <label>
        {m.exports.dependsOn}
        <select
          aria-label={`${name}: ${m.exports.dependsOn}`}
          value={value}
          onChange={(event) => {
            const id = event.currentTarget.value;
            onChoose(id, subjects.find((subject) => subject.id === id)?.options ?? []);
          }}
        >
          <option value="">{none}</option>
          {value !== "" && !subjects.some(({ id }) => id === value) && <option value={value}>{value}</option>}
          {subjects.map((subject) => (
            <option key={subject.id} value={subject.id}>
              {subject.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const isChoice = (value: Json): value is JsonObject =>
  isObject(value) && typeof value["by"] === "string" && isObject(value["values"]);
