/** Calendars: around the clock, a week of opening hours with holidays and special days, or one that an answer chooses. */

import { useMemo } from "preact/hooks";

import { listOf, memo, recordOf, useBuilder } from "./context.js";
import { below, freshId, isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { useHoursName, useOptions } from "./entries.js";
import { Cross } from "./order.js";
import { Holidays, HolidaySets, SpecialDays } from "./days-off.js";
import { AddField, ChoiceField, Field, Input, TextField } from "./fields.js";
import { Findings, OtherFindings } from "./findings.js";
import { IdField } from "./id-field.js";
import { Week } from "./week.js";

/** Shows every calendar, and a field to add one. */
export function HoursSection() {
  const { editor, m, languages } = useBuilder();
  const calendars = recordOf<JsonObject>(editor.at("/calendars"));
  const add = (name: string, calendar: JsonObject) => {
    const id = freshId(name, Object.keys(calendars), "calendar");
    editor.set(below("/calendars", id), { name: Object.fromEntries([[languages[0] ?? "en", name]]), ...calendar });
  };
  const parts = [languages, editor.at("/context"), editor.at("/holidaySets"), Object.keys(calendars).join("\n")];
  const shared = useMemo(() => parts, parts);
  return (
    <>
      <Zones />
      <ol class="entries">
        {Object.entries(calendars).map(([id, calendar]) => (
          <Calendar key={id} id={id} value={calendar} shared={shared} />
        ))}
      </ol>
      <div class="actions">
        <AddField
          label={m.hours.add}
          button={m.add}
          placeholder={m.hours.addExample}
          onAdd={(name) => add(name, business())}
        />
        <button type="button" onClick={() => add(m.hours.around, { open: "24x7" })}>
          {m.hours.addAround}
        </button>
      </div>
      <HolidaySets />
    </>
  );
}

let known: readonly string[] | undefined;

/** Returns the names of all time zones, which the browser lists once. */
const zones = (): readonly string[] => (known ??= Intl.supportedValuesOf("timeZone"));

/** The time zones as suggestions; there are hundreds, so they are drawn once. */
const Zones = memo(function Zones() {
  return (
    <datalist id="zones">
      {zones().map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </datalist>
  );
});

const business = (): JsonObject => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekly: { "mon-fri": [["09:00", "17:00"]] },
});

/** The members of a calendar that have a field. */
const calendarFields = ["name", "zone", "weekly", "holidays", "special", "until", "by", "values", "else"];

const Calendar = memo(function Calendar({ id, value }: { id: string; value: JsonObject; shared: unknown }) {
  const { editor, m, announce } = useBuilder();
  const at = below("/calendars", id);
  const title = useHoursName()(id);
  const kind = value["open"] !== undefined ? "around" : value["by"] !== undefined ? "chosen" : "weekly";
  const choose = (next: string) => {
    const { name, zone } = value;
    const kept = name === undefined ? {} : { name };
    if (next === "around") editor.set(at, { ...kept, open: "24x7" });
    else if (next === "weekly") editor.set(at, { ...kept, ...business(), ...(zone === undefined ? {} : { zone }) });
    else
      editor.set(at, {
        ...kept,
        by: String(listOf<JsonObject>(editor.at("/context"))[0]?.["id"] ?? "channel"),
        values: {},
      });
  };
  return (
    <li class="entry" data-at={at}>
      <div class="entry-head">
        <h3>{title}</h3>
        <span class="tools">
          <button
            type="button"
            class="icon"
            aria-label={m.removeNamed(title)}
            onClick={() => {
              editor.set(at, undefined);
              announce(m.removed(title));
            }}
          >
            <Cross />
          </button>
        </span>
      </div>
      <Findings at={at} />
      <OtherFindings at={at} known={calendarFields} />
      <div class="form">
        <TextField label={m.fields.name} at={below(at, "name")} value={value["name"]} hint={m.hours.nameHint} />
        <div class="field">
          <label>
            {m.hours.kind}
            <select value={kind} onChange={(event) => choose(event.currentTarget.value)}>
              {(["weekly", "around", "chosen"] as const).map((each) => (
                <option key={each} value={each}>
                  {m.hours.kinds[each]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
      {kind === "weekly" && (
        <>
          <Zone at={below(at, "zone")} value={value["zone"]} />
          <Week at={below(at, "weekly")} value={value["weekly"]} />
          <Holidays at={at} value={value} />
          <SpecialDays at={below(at, "special")} value={value["special"]} />
        </>
      )}
      {kind === "chosen" && <ChosenCalendar at={at} value={value} id={id} />}
      <details class="more">
        <summary>{m.more}</summary>
        <div class="form">
          <IdField list="/calendars" id={id} />
        </div>
      </details>
    </li>
  );
});

/** The time zone: found by a part of its name, or that of the customer. */
function Zone({ at, value }: { at: string; value: Json | undefined }) {
  const { editor, m } = useBuilder();
  const isCustomer = isObject(value);
  return (
    <div class="form">
      {!isCustomer && (
        <Field label={m.hours.zone} at={at} hint={m.hours.zoneHint}>
          {(id, describedBy, isWrong) => (
            <Input
              id={id}
              list="zones"
              value={String(value ?? "")}
              describedBy={describedBy}
              isWrong={isWrong}
              onValue={(typed) => editor.set(at, zoneNamed(typed))}
            />
          )}
        </Field>
      )}
      <div class="field flag">
        <label>
          <input
            type="checkbox"
            checked={isCustomer}
            onChange={(event) =>
              editor.set(
                at,
                event.currentTarget.checked ? { by: "customer" } : Intl.DateTimeFormat().resolvedOptions().timeZone,
              )
            }
          />
          {m.hours.customerZone}
        </label>
      </div>
    </div>
  );
}

/** Returns the zone of a city that is typed whole, such as "montreal", else the text itself. */
function zoneNamed(typed: string): string {
  const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(" ", "_").toLowerCase();
  const wanted = plain(typed.trim());
  return zones().find((zone) => plain(zone) === wanted) ?? typed;
}

/** A calendar that the answer to a question chooses. */
function ChosenCalendar({ id, at, value }: { id: string; at: string; value: JsonObject }) {
  const { editor, m, say } = useBuilder();
  const by = String(value["by"] ?? "");
  const questions = [...useOptions("context"), { id: "channel", name: m.facts.channel }];
  const calendars = useOptions("calendars").filter(
    (each) => each.id !== id && recordOf<JsonObject>(editor.at("/calendars"))[each.id]?.["by"] === undefined,
  );
  const question = listOf<JsonObject>(editor.at("/context")).find((each) => each["id"] === by);
  const answers =
    by === "channel"
      ? useOptions("channels")
      : listOf<JsonObject>(question?.["options"]).map((option) => ({
          id: String(option["id"]),
          name: say(option["text"]),
        }));
  const values = recordOf(value["values"]);
  return (
    <div class="form">
      <ChoiceField label={m.hours.by} at={below(at, "by")} value={by} options={questions} />
      {answers.map((answer) => (
        <ChoiceField
          key={answer.id}
          label={answer.name}
          at={below(at, "values", answer.id)}
          value={values[answer.id]}
          options={calendars}
          none={m.unset}
        />
      ))}
      <ChoiceField
        label={m.hours.otherwise}
        at={below(at, "else")}
        value={value["else"]}
        options={calendars}
        none={m.unset}
      />
    </div>
  );
}
