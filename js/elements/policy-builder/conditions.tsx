/** Conditions by facts: context questions, the channel, the moment of submission, states and elapsed time. */

import { durationOf, readTarget, secondsOfDuration, writeTarget } from "../../text/target-words.js";
import { useState } from "preact/hooks";
import { listOf, recordOf, useBuilder } from "./context.js";
import { below, isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { useOptions } from "./entries.js";
import { Cross } from "./order.js";
import { ChoiceField, Field, SeveralField, without } from "./fields.js";
import { Findings } from "./findings.js";
import type { ConditionFact } from "./schema.js";

const states = [
  "not-stated",
  "on-track",
  "at-risk",
  "overdue",
  "paused",
  "met",
  "missed",
  "not-started",
  "undetermined",
];

interface Props {
  label: string;
  hint: string | undefined;
  at: string;
  value: Json | undefined;
  facts: readonly ConditionFact[];
}

/** Shows the facts that a condition asks for, and a list of those that it could ask for. */
export function ConditionField({ label, hint, at, value, facts }: Props) {
  const { editor, m, say } = useBuilder();
  const when = recordOf(value);
  const questions = listOf<JsonObject>(editor.at("/context")).map((question) => ({
    id: String(question["id"]),
    name: say(question["text"]),
  }));
  const known = [...facts.map((fact) => ({ id: fact as string, name: m.facts[fact] })), ...questions];
  const used = Object.keys(when);
  const open = known.filter(({ id }) => !used.includes(id));
  const first: Record<string, Json> = {
    submitted: {},
    elapsed: { measure: String(listOf<JsonObject>(editor.at("/measures"))[0]?.["id"] ?? ""), atLeast: "PT1H" },
  };
  return (
    <fieldset class="field condition" data-at={at}>
      <legend>{label}</legend>
      {used.map((id) => (
        <div class="fact" key={id}>
          <Fact id={id} name={known.find((each) => each.id === id)?.name ?? id} at={below(at, id)} value={when[id]} />
          <button
            type="button"
            class="icon"
            aria-label={m.removeNamed(known.find((each) => each.id === id)?.name ?? id)}
            onClick={() => {
              const rest = without(when, id);
              editor.set(at, Object.keys(rest).length === 0 ? undefined : rest);
            }}
          >
            <Cross />
          </button>
        </div>
      ))}
      {open.length > 0 ? (
        <select
          aria-label={m.addCondition}
          value=""
          onChange={(event) => {
            const id = event.currentTarget.value;
            event.currentTarget.value = "";
            if (id !== "") editor.set(below(at, id), first[id] ?? []);
          }}
        >
          <option value="">{m.addCondition}</option>
          {open.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        used.length === 0 && <p class="hint">{m.noFacts}</p>
      )}
      {hint && <p class="hint">{hint}</p>}
      <Findings at={at} />
    </fieldset>
  );
}

/** Shows the values of one fact. */
function Fact({ id, name, at, value }: { id: string; name: string; at: string; value: Json | undefined }) {
  const { editor, m, say } = useBuilder();
  const lists: Record<string, () => { id: string; name: string }[]> = {
    severity: () => useOptions("severities"),
    tier: () => useOptions("tiers"),
    channel: () => useOptions("channels"),
    state: () => states.map((state) => ({ id: state, name: m.states[state as keyof typeof m.states] })),
  };
  if (id === "submitted") return <Submitted at={at} value={value} />;
  if (id === "elapsed") return <Elapsed at={at} value={value} />;
  if (id === "state" && isObject(value)) return <StatesByMeasure name={name} at={at} value={value} />;
  const question = listOf<JsonObject>(editor.at("/context")).find((each) => each["id"] === id);
  const options =
    lists[id]?.() ??
    listOf<JsonObject>(question?.["options"]).map((option) => ({
      id: String(option["id"]),
      name: say(option["text"]),
    }));
  return <SeveralField label={name} at={at} value={value} options={options} />;
}

/** The states of each measure by itself. */
function StatesByMeasure({ name, at, value }: { name: string; at: string; value: JsonObject }) {
  const { m } = useBuilder();
  const options = states.map((state) => ({ id: state, name: m.states[state as keyof typeof m.states] }));
  return (
    <div>
      {useOptions("measures").map((measure) => (
        <SeveralField
          key={measure.id}
          label={`${name}, ${measure.name}`}
          at={below(at, measure.id)}
          value={value[measure.id]}
          options={options}
        />
      ))}
    </div>
  );
}

function Submitted({ at, value }: { at: string; value: Json | undefined }) {
  const { editor, m } = useBuilder();
  const condition = recordOf(value);
  const side = condition["outside"] === undefined ? "during" : "outside";
  return (
    <div class="form">
      <div class="field">
        <label>
          {m.facts.submitted}
          <select
            value={side}
            onChange={(event) =>
              editor.set(at, Object.fromEntries([[event.currentTarget.value, condition[side] ?? ""]]))
            }
          >
            <option value="during">{m.during}</option>
            <option value="outside">{m.outside}</option>
          </select>
        </label>
      </div>
      <ChoiceField label={m.hoursOf} at={below(at, side)} value={condition[side]} options={useOptions("calendars")} />
    </div>
  );
}

function Elapsed({ at, value }: { at: string; value: Json | undefined }) {
  const { m } = useBuilder();
  const condition = recordOf(value);
  return (
    <div class="form">
      <ChoiceField
        label={m.elapsedSince}
        at={below(at, "measure")}
        value={condition["measure"]}
        options={useOptions("measures")}
      />
      <DurationField label={m.atLeast} at={below(at, "atLeast")} value={condition["atLeast"]} />
      <ChoiceField
        label={m.hoursOf}
        at={below(at, "calendar")}
        value={condition["calendar"]}
        options={useOptions("calendars")}
        none={m.realTime}
      />
    </div>
  );
}

/** A duration in words, such as "1 h 30". */
export function DurationField({ label, at, value }: { label: string; at: string; value: Json | undefined }) {
  const { editor, m, language } = useBuilder();
  const seconds = typeof value === "string" ? secondsOfDuration(value) : null;
  const shown =
    seconds === null
      ? String(value ?? "")
      : writeTarget({ kind: "time", bound: "within", seconds, isBusiness: false }, language);
  const [typed, setTyped] = useState<string | null>(null);
  const found = typed === null ? null : readTarget(typed);
  return (
    <Field
      label={label}
      at={at}
      hint={typed !== null && (typeof found !== "object" || found?.kind !== "time") ? m.durationHint : undefined}
    >
      {(id, describedBy, isWrong) => (
        <input
          id={id}
          type="text"
          value={typed ?? shown}
          autocomplete="off"
          aria-describedby={describedBy}
          aria-invalid={isWrong || undefined}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const words = readTarget(text);
            if (typeof words === "object" && words.kind === "time") editor.set(at, durationOf(words.seconds));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
