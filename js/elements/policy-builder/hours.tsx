/** Calendars: around the clock, a week of opening hours with holidays and special days, or one that an answer chooses. */

import { useMemo, useState } from "preact/hooks";

import { CaseSloError, type Interval, loadPolicy } from "../../index.js";
import { readHours, writeHours } from "../../text/hours-words.js";
import { listOf, memo, recordOf, useBuilder } from "./context.js";
import { below, freshId, isObject, type Json, type JsonObject } from "./document.js";
import { Cross, useOptions } from "./entries.js";
import { AddField, ChoiceField, Field, Input, LineField, TextField, without } from "./fields.js";
import { Findings, OtherFindings } from "./findings.js";
import { countries, daysOfSet, setsOf } from "./holidays.js";
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
      <datalist id="zones">
        {zones().map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </datalist>
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
    </>
  );
}

const zones = (): string[] => Intl.supportedValuesOf("timeZone");

const business = (): JsonObject => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekly: { "mon-fri": [["09:00", "17:00"]] },
});

/** The members of a calendar that have a field. */
const calendarFields = ["name", "zone", "weekly", "holidays", "special", "until", "by", "values", "else"];

const Calendar = memo(function Calendar({ id, value }: { id: string; value: JsonObject; shared: unknown }) {
  const { editor, m, say, announce } = useBuilder();
  const at = below("/calendars", id);
  const title = say(value["name"]) || id;
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

/** Days off: sets that ship or that the policy has, and days of its own. */
function Holidays({ at, value }: { at: string; value: JsonObject }) {
  const { editor, m, say, format } = useBuilder();
  const list = listOf<Json>(value["holidays"]);
  const pointer = below(at, "holidays");
  const own = Object.keys(recordOf(editor.at("/holidaySets")));
  const remove = (index: number) =>
    list.length === 1 ? editor.set(pointer, undefined) : editor.set(below(pointer, index), undefined);
  const nameOf = (holiday: Json): string => {
    if (isObject(holiday)) return say(holiday["name"]) || JSON.stringify(holiday);
    const text = String(holiday);
    if (!text.startsWith("@")) return /^\d{4}-/.test(text) ? format.date(`${text}T12:00:00Z`) : text;
    return (
      say(recordOf<JsonObject>(editor.at("/holidaySets"))[text.slice(1)]?.["name"] ?? daysOfSet(text.slice(1))?.name) ||
      text
    );
  };
  return (
    <fieldset class="field" data-at={pointer}>
      <legend>{m.hours.holidays}</legend>
      <div class="chips">
        {list.map((holiday, index) => (
          <span class="chip on" key={JSON.stringify(holiday)}>
            {nameOf(holiday)}
            <button
              type="button"
              class="icon"
              aria-label={m.removeNamed(nameOf(holiday))}
              onClick={() => remove(index)}
            >
              <Cross />
            </button>
          </span>
        ))}
        {list.length === 0 && <span class="muted">{m.hours.noHolidays}</span>}
      </div>
      <div class="actions">
        <select
          aria-label={m.hours.addSet}
          value=""
          onChange={(event) => {
            const id = event.currentTarget.value;
            event.currentTarget.value = "";
            if (id !== "" && !list.includes(`@${id}`)) editor.insert(pointer, `@${id}`);
          }}
        >
          <option value="">{m.hours.addSet}</option>
          {own.length > 0 && (
            <optgroup label={m.hours.ownSets}>
              {own.map((id) => (
                <option key={id} value={id}>
                  {say(recordOf<JsonObject>(editor.at("/holidaySets"))[id]?.["name"]) || id}
                </option>
              ))}
            </optgroup>
          )}
          {countries.map((country) => (
            <optgroup key={country} label={m.hours.countries[country]}>
              {setsOf(country).map(({ id, name }) => (
                <option key={id} value={id}>
                  {say(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <DateAdder label={m.hours.addDay} onAdd={(date) => editor.insert(pointer, date)} />
      </div>
      <Findings at={pointer} reach="below" />
      {list.length > 0 && (
        <>
          <HolidayList calendar={value} />
          <LineField
            label={m.hours.until}
            hint={m.hours.untilHint}
            at={below(at, "until")}
            value={value["until"]}
            placeholder="2027-12-31"
          />
        </>
      )}
    </fieldset>
  );
}

/** A date that is chosen, then added. */
function DateAdder({ label, onAdd }: { label: string; onAdd(date: string): void }) {
  const { m } = useBuilder();
  const [date, setDate] = useState("");
  return (
    <span class="add">
      <input type="date" value={date} aria-label={label} onInput={(event) => setDate(event.currentTarget.value)} />
      <button
        type="button"
        aria-label={label}
        onClick={() => {
          if (date !== "") onAdd(date);
          setDate("");
        }}
      >
        {m.add}
      </button>
    </span>
  );
}

/** Lists the days off of the next year as the engine counts them, days off for holidays at a weekend included. */
function HolidayList({ calendar }: { calendar: JsonObject }) {
  const { editor, m, format, say } = useBuilder();
  const sets = editor.at("/holidaySets");
  const days = useMemo(() => holidaysOf(calendar, sets), [calendar["holidays"], sets]);
  if (days === null) return null;
  return (
    <details class="more">
      <summary>{m.hours.nextHolidays(days.length)}</summary>
      <ul class="holidays">
        {days.map(({ date, label }) => (
          <li key={date}>
            <span class="figure">{format.date(`${date}T12:00:00Z`)}</span> {say(label)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Returns the days off of a year from today on, with their names; null if the engine cannot read them. */
function holidaysOf(calendar: JsonObject, sets: Json | undefined): { date: string; label: unknown }[] | null {
  const text = { en: "-" };
  const always = { zone: "UTC", weekly: { "mon-sun": [["00:00", "24:00"]] } };
  try {
    const policy = loadPolicy({
      ...{ id: "holidays", version: "1", title: text, languages: ["en"] },
      severities: [{ id: "any", name: text }],
      tiers: [{ id: "any", name: text }],
      measures: [{ id: "any", name: text }],
      objectives: [{ id: "any", measure: "any", target: { within: "PT9000H" }, calendar: "any" }],
      calendars: { any: { ...always, holidays: calendar["holidays"] } },
      ...(sets === undefined ? {} : { holidaySets: sets }),
    });
    try {
      const start = Math.floor(Date.now() / 86_400_000) * 86_400_000;
      const { targets } = policy.evaluate(
        { tier: "any", severity: "any", submittedAt: start },
        start + 366 * 86_400_000,
      );
      return (targets[0]?.timeline ?? [])
        .filter(({ kind }) => kind === "holiday")
        .map(({ from, label }) => ({ date: from.slice(0, 10), label }));
    } finally {
      policy.free();
    }
  } catch (error) {
    if (error instanceof CaseSloError) return null;
    throw error;
  }
}

/** Days with hours of their own. */
function SpecialDays({ at, value }: { at: string; value: Json | undefined }) {
  const { editor, m } = useBuilder();
  const days = recordOf<Json>(value);
  return (
    <fieldset class="field" data-at={at}>
      <legend>{m.hours.special}</legend>
      <p class="hint">{m.hours.specialHint}</p>
      {Object.entries(days).map(([date, hours]) => (
        <SpecialDay
          key={date}
          date={date}
          hours={hours}
          at={below(at, date)}
          onRemove={() => {
            const rest = without(days, date);
            editor.set(at, Object.keys(rest).length === 0 ? undefined : rest);
          }}
        />
      ))}
      <DateAdder label={m.hours.addSpecial} onAdd={(date) => editor.set(below(at, date), [["09:00", "12:00"]])} />
      <Findings at={at} reach="below" />
    </fieldset>
  );
}

function SpecialDay({ date, hours, at, onRemove }: { date: string; hours: Json; at: string; onRemove(): void }) {
  const { editor, m, format } = useBuilder();
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && readHours(typed) === null;
  const name = /^\d{4}-\d\d-\d\d$/.test(date) ? format.date(`${date}T12:00:00Z`) : date;
  return (
    <div class="fact">
      <label class="special-day">
        <span>{name}</span>
        <input
          type="text"
          value={typed ?? writeHours(listOf<Interval>(hours))}
          placeholder={m.hours.closed}
          aria-invalid={isUnreadable || undefined}
          autocomplete="off"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            const read = readHours(event.currentTarget.value);
            if (read !== null) editor.set(at, read as unknown as Json);
          }}
          onBlur={() => !isUnreadable && setTyped(null)}
        />
      </label>
      <button type="button" class="icon" aria-label={m.removeNamed(name)} onClick={onRemove}>
        <Cross />
      </button>
    </div>
  );
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
