/** A day off that moves: with Easter, as a weekday of a month, or as a weekday before a date. */

import { useState } from "preact/hooks";

import type { HolidayRule, Weekday } from "../../index.js";
import { builderMessagesFor } from "../../messages/builder/index.js";
import { monthName, ruleInWords, weekdayName } from "../../text/holiday-words.js";
import { weekdays } from "../../text/hours-words.js";
import { useBuilder } from "./context.js";
import { Fold } from "./fields.js";

const kinds = ["easter", "nth", "before"] as const;
const easterDays = ["-2", "0", "1", "39", "49", "50"] as const;
const nths = ["1", "2", "3", "4", "5", "-1"] as const;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Shows the choices of a rule, the day in words, and a button to add it. */
export function DayRule({ onAdd }: { onAdd(rule: HolidayRule): void }) {
  const { m, language, languages, announce } = useBuilder();
  const [kind, setKind] = useState<(typeof kinds)[number]>("easter");
  const [easter, setEaster] = useState<(typeof easterDays)[number]>("-2");
  const [isOrthodox, setOrthodox] = useState(false);
  const [nth, setNth] = useState<(typeof nths)[number]>("1");
  const [weekday, setWeekday] = useState<Weekday>("mon");
  const [month, setMonth] = useState(9);
  const [day, setDay] = useState(25);
  const rule: HolidayRule =
    kind === "easter"
      ? {
          easter: Number(easter),
          ...(isOrthodox && { rite: "orthodox" as const }),
          // A day of Easter has a name in the languages that the builder knows.
          name: Object.fromEntries(
            languages
              .filter((tag) => /^(?:en|fr)\b/i.test(tag))
              .map((tag) => [tag, builderMessagesFor(tag).hours.easterDays[easter]] as const),
          ),
        }
      : kind === "nth"
        ? { weekday, nth: Number(nth), month }
        : { weekday, before: `--${two(month)}-${two(day)}` };
  const { name: _, ...unnamed } = rule;
  const words = ruleInWords(language, unnamed) ?? "";
  return (
    <Fold title={m.hours.addRule} isOpen={false}>
      <div class="form">
        <Choice
          label={m.hours.ruleKind}
          value={kind}
          options={kinds.map((id) => [id, m.hours.ruleKinds[id]])}
          onChoose={setKind}
        />
        {kind === "easter" && (
          <>
            <Choice
              label={m.hours.ruleKinds.easter}
              value={easter}
              options={easterDays.map((id) => [id, m.hours.easterDays[id]])}
              onChoose={setEaster}
            />
            <div class="field flag">
              <label>
                <input
                  type="checkbox"
                  checked={isOrthodox}
                  onChange={(event) => setOrthodox(event.currentTarget.checked)}
                />
                {m.hours.orthodox}
              </label>
            </div>
          </>
        )}
        {kind === "nth" && (
          <Choice
            label={m.hours.nth}
            value={nth}
            options={nths.map((id) => [id, m.hours.nths[id]])}
            onChoose={setNth}
          />
        )}
        {kind !== "easter" && (
          <>
            <Choice
              label={m.hours.weekday}
              value={weekday}
              options={weekdays.map((id) => [id, weekdayName(language, id)])}
              onChoose={setWeekday}
            />
            <Choice
              label={m.hours.month}
              value={String(month)}
              options={months.map((each) => [String(each), monthName(language, each)])}
              onChoose={(id) => setMonth(Number(id))}
            />
          </>
        )}
        {kind === "before" && (
          <Choice
            label={m.hours.dayOfMonth}
            value={String(day)}
            options={Array.from({ length: 31 }, (_, index) => [String(index + 1), String(index + 1)])}
            onChoose={(id) => setDay(Number(id))}
          />
        )}
      </div>
      <div class="actions">
        <output>{words}</output>
        <button
          type="button"
          onClick={() => {
            onAdd(rule);
            announce(words);
          }}
        >
          {m.add}
        </button>
      </div>
    </Fold>
  );
}

const two = (number: number): string => String(number).padStart(2, "0");

function Choice<Id extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: Id;
  options: readonly (readonly [NoInfer<Id>, string])[];
  onChoose(id: NoInfer<Id>): void;
}) {
  return (
    <div class="field">
      <label>
        {label}
        <select value={value} onChange={(event) => onChoose(event.currentTarget.value as Id)}>
          {options.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
