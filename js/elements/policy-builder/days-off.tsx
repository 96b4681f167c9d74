/** Days off: holiday sets that ship or that the policy has, single days, and days with other hours. */

import { useMemo, useState } from "preact/hooks";

import { CaseSloError, type Interval, loadPolicy } from "../../index.js";
import { readHours, writeHours } from "../../text/hours-words.js";
import { listOf, recordOf, useBuilder } from "./context.js";
import { below, freshId, isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { dayInWords, ruleInWords } from "../../text/holiday-words.js";
import { DayRule } from "./day-rule.js";
import { Cross } from "./order.js";
import { AddField, ChoiceField, Fold, LineField, TextField, without } from "./fields.js";
import { IdField } from "./id-field.js";
import { Findings } from "./findings.js";
import { countries, daysOfSet, setsOf } from "../../text/holiday-sets.js";

/** Returns a function that writes a date of a policy, "2026-12-24" or "--12-24", in words. */
function useDayName(): (date: string) => string {
  const { language, m } = useBuilder();
  return (date) => dayInWords(language, date, m.hours.yearly);
}

/** The days off of a calendar, and how far they are known. */
export function Holidays({ at, value }: { at: string; value: JsonObject }) {
  const { m } = useBuilder();
  const pointer = below(at, "holidays");
  const list = listOf<Json>(value["holidays"]);
  return (
    <fieldset class="field" data-at={pointer}>
      <legend>{m.hours.holidays}</legend>
      <Days at={pointer} list={list} none={m.hours.noHolidays} takesSets />
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

/** A list of days and of sets of days. */
function Days({
  at,
  list,
  none,
  takesSets = false,
}: {
  at: string;
  list: readonly Json[];
  none: string;
  takesSets?: boolean;
}) {
  const { editor, m, say, language } = useBuilder();
  const dayName = useDayName();
  const ownSets = recordOf<JsonObject>(editor.at("/holidaySets"));
  const nameOf = (holiday: Json): string => {
    if (isObject(holiday))
      return say(holiday["name"]) || ruleInWords(language, holiday, m.hours.yearly) || JSON.stringify(holiday);
    const text = String(holiday);
    if (!text.startsWith("@")) return dayName(text);
    const id = text.slice(1);
    return (Object.hasOwn(ownSets, id) ? say(ownSets[id]?.["name"]) : say(daysOfSet(id)?.name)) || text;
  };
  const remove = (index: number) => editor.set(below(at, index), undefined);
  return (
    <>
      <div class="chips">
        {list.map((holiday, index) => (
          <span class="chip on" key={JSON.stringify(holiday)}>
            {nameOf(holiday)}
            <button
              type="button"
              class="icon"
              aria-label={m.removeNamed(nameOf(holiday))}
              onClick={() => (takesSets && list.length === 1 ? editor.set(at, undefined) : remove(index))}
            >
              <Cross />
            </button>
          </span>
        ))}
        {list.length === 0 && <span class="muted">{none}</span>}
      </div>
      <div class="actions">
        {takesSets && (
          <select
            class="wide-select"
            aria-label={m.hours.addSet}
            value=""
            onChange={(event) => {
              const id = event.currentTarget.value;
              event.currentTarget.value = "";
              if (id !== "" && !list.includes(`@${id}`)) editor.insert(at, `@${id}`);
            }}
          >
            <option value="">{m.hours.addSet}</option>
            {Object.keys(ownSets).length > 0 && (
              <optgroup label={m.hours.ownSets}>
                {Object.entries(ownSets).map(([id, set]) => (
                  <option key={id} value={id}>
                    {say(set["name"]) || id}
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
        )}
        <DateAdder label={m.hours.addDay} onAdd={(date) => editor.insert(at, date)} />
      </div>
      <DayRule onAdd={(rule) => editor.insert(at, rule as unknown as JsonObject)} />
    </>
  );
}

/** A date of one year or of every year that is chosen, then added. */
function DateAdder({ label, onAdd }: { label: string; onAdd(date: string): void }) {
  const { m } = useBuilder();
  const [date, setDate] = useState("");
  const [isYearly, setYearly] = useState(false);
  return (
    <span class="add">
      <input type="date" value={date} aria-label={label} onInput={(event) => setDate(event.currentTarget.value)} />
      <label class="inline">
        <input type="checkbox" checked={isYearly} onChange={(event) => setYearly(event.currentTarget.checked)} />
        {m.hours.everyYear}
      </label>
      <button
        type="button"
        aria-label={label}
        onClick={() => {
          if (date !== "") onAdd(isYearly ? `-${date.slice(4)}` : date);
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
export function SpecialDays({ at, value }: { at: string; value: Json | undefined }) {
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
  const { editor, m } = useBuilder();
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && readHours(typed) === null;
  const name = useDayName()(date);
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

/** The holiday sets of the policy itself, which its calendars can name. */
export function HolidaySets() {
  const { editor, m, languages } = useBuilder();
  const sets = recordOf<JsonObject>(editor.at("/holidaySets"));
  return (
    <Fold title={m.hours.sets} isOpen={Object.keys(sets).length > 0}>
      <p class="hint">{m.hours.setsHint}</p>
      <div class="block">
        {Object.entries(sets).map(([id, set]) => (
          <HolidaySetForm key={id} id={id} value={set} />
        ))}
        <AddField
          label={m.hours.addOwnSet}
          button={m.add}
          onAdd={(name) =>
            editor.set(below("/holidaySets", freshId(name, Object.keys(sets), "holidays")), {
              name: Object.fromEntries([[languages[0] ?? "en", name]]),
              days: [],
            })
          }
        />
      </div>
    </Fold>
  );
}

function HolidaySetForm({ id, value }: { id: string; value: JsonObject }) {
  const { editor, m, say } = useBuilder();
  const at = below("/holidaySets", id);
  const observed = recordOf(value["observed"]);
  const title = say(value["name"]) || id;
  return (
    <div class="entry" data-at={at}>
      <div class="entry-head">
        <h3>{title}</h3>
        <button type="button" class="icon" aria-label={m.removeNamed(title)} onClick={() => editor.set(at, undefined)}>
          <Cross />
        </button>
      </div>
      <div class="form">
        <TextField label={m.fields.name} at={below(at, "name")} value={value["name"]} />
        {(["sat", "sun"] as const).map((day) => (
          <ChoiceField
            key={day}
            label={m.hours.observed[day]}
            at={below(at, "observed", day)}
            value={observed[day]}
            options={(["fri", "mon", "tue"] as const).map((other) => ({
              id: other,
              name: m.hours.observedDays[other],
            }))}
            none={m.hours.notObserved}
          />
        ))}
        <LineField label={m.hours.until} at={below(at, "until")} value={value["until"]} placeholder="2027-12-31" />
        <IdField list="/holidaySets" id={id} />
      </div>
      <Days at={below(at, "days")} list={listOf<Json>(value["days"])} none={m.hours.noDays} />
      <Findings at={at} reach="below" />
    </div>
  );
}
