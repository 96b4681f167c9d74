import { useId, useState } from "preact/hooks";

import { CaseSloError, type Deliverable, instantOf } from "../../index.js";
import { deliverablesMessagesFor } from "../../messages/deliverables.js";
import { calendarFile, download, utcText } from "../shared/files.js";
import { ContextFields, optionsNamed, SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { isKnownZone, localDate } from "../../text/local-time.js";
import { calendarZone, lastDay } from "./calendar.js";
import { conditionsOf, List } from "./list.js";
import { Year } from "./year.js";
import { ownValue } from "../../text/lookup.js";

interface Props {
  view: ViewContext;
  tier: string;
  from: string | null;
  months: number;
  zone: string;
  context: Record<string, string>;
}

const spans = [3, 6, 12, 24, 36];

/** Shows the recurring services from a first day that the visitor chooses. */
export function Deliverables({ view, ...given }: Props) {
  const { description, policy, say, messages } = view;
  const words = deliverablesMessagesFor(view.language);
  const id = useId();
  const [tier, setTier] = useState(given.tier);
  const [from, setFrom] = useState(given.from ?? localDate(view.now(), given.zone));
  const [months, setMonths] = useState(given.months);
  const [time, setTime] = useState("");
  const [zone, setZone] = useState(given.zone);
  const isZone = time === "" || isKnownZone(zone);
  const [context, setContext] = useState(given.context);
  /** First dates that the visitor has chosen, by service. */
  const [firsts, setFirsts] = useState<Record<string, string>>({});
  const [hasDaily, setDaily] = useState(false);
  const tiers = description.tiers ?? [];
  const tierName = say(tiers.find((each) => each.id === tier)?.name);
  const asked = questionsOf(view);
  const datesFrom = (first: string) =>
    datesOrNull(() => policy.deliverables(tier, { from: first, until: lastDay(from, months), context }));
  const found =
    datesFrom(from)?.map((each) => {
      const first = firsts[each.id];
      const moved = first === undefined ? undefined : datesFrom(first)?.find(({ id }) => id === each.id);
      return moved ?? each;
    }) ?? null;

  const continuous =
    found === null
      ? []
      : policy
          .features(tier, { context })
          .filter(({ cadence, state }) => cadence === "continuous" && state !== "excluded")
          .map(({ name }) => say(name));

  const save = (deliverables: readonly Deliverable[]) => {
    const until = lastDay(from, months);
    const at = (date: string) => (time === "" ? date : `${date}T${time}`);
    const saved = deliverables.filter(({ cadence }) => cadence !== "daily" || hasDaily);
    const events = saved.map((each) => ({
      uid: `${policy.id}-${each.id}`,
      start: at(each.dates[0] ?? from),
      rule: `${each.rule};UNTIL=${time === "" ? until.replaceAll("-", "") : utcText(instantOf(at(until), zone))}`,
      extra: each.extraDates.map(at),
      title: say(each.name),
      description: [words.entry(tierName, each.clause ?? null), textOf(view, each), ...conditionsOf(view, each)]
        .filter(Boolean)
        .join("\n"),
      alarms: [],
      // An entry without a time takes nobody's day.
      isFree: time === "",
    }));
    const timeZone = time === "" ? undefined : calendarZone(zone, from, until);
    download(`${words.fileName}.ics`, calendarFile(events, view.now(), timeZone), "text/calendar");
  };

  return (
    <div class="deliverables">
      <div class="fields">
        <SelectField label={words.tier} value={tier} options={optionsNamed(view, tiers)} onValue={setTier} />
        <ContextFields
          view={view}
          questions={asked}
          context={context}
          none={messages.result.notSaid}
          onContext={setContext}
        />
        <div class="field">
          <label for={`${id}-from`}>{words.from}</label>
          <input
            id={`${id}-from`}
            type="date"
            value={from}
            onInput={(event) => setFrom(event.currentTarget.value)}
            aria-invalid={found === null}
          />
        </div>
        <SelectField
          label={words.until}
          value={String(months)}
          options={[...new Set([...spans, given.months])].map((each) => ({
            id: String(each),
            name: words.months(each),
          }))}
          onValue={(value) => setMonths(Number(value))}
        />
        <div class="field">
          <label for={`${id}-time`}>{words.time}</label>
          <input
            id={`${id}-time`}
            type="time"
            value={time}
            onInput={(event) => setTime(event.currentTarget.value)}
            aria-describedby={`${id}-help`}
          />
          <p id={`${id}-help`} class="small muted">
            {words.timeHelp}
          </p>
        </div>
        {time !== "" && (
          <div class="field">
            <label for={`${id}-zone`}>{words.zone}</label>
            <input
              id={`${id}-zone`}
              list={`${id}-zones`}
              value={zone}
              onInput={(event) => setZone(event.currentTarget.value)}
              aria-invalid={!isZone}
              autocomplete="off"
              spellcheck={false}
            />
            <datalist id={`${id}-zones`}>
              {Intl.supportedValuesOf("timeZone").map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </div>
        )}
      </div>
      <p class={found === null || !isZone ? "bad" : "hidden"} role="alert">
        {found === null ? words.badPeriod : !isZone && words.badZone}
      </p>
      {found !== null && found.length === 0 && <p>{words.nothing}</p>}
      {found !== null && found.length > 0 && (
        <>
          <Year
            key={`${tier} ${from} ${months}`}
            view={view}
            first={from.slice(0, 7)}
            last={lastDay(from, months).slice(0, 7)}
            deliverables={found}
          />
          <List
            view={view}
            tier={tierName}
            deliverables={found}
            onFirst={(service, first) => setFirsts({ ...firsts, [service]: first })}
          />
          {found.some(({ cadence }) => cadence === "daily") && (
            <label class="check no-print">
              <input type="checkbox" checked={hasDaily} onChange={(event) => setDaily(event.currentTarget.checked)} />
              {words.daily}
            </label>
          )}
          <div class="actions no-print">
            <button type="button" class="primary" disabled={!isZone} onClick={() => save(found)}>
              {words.download}
            </button>
            <p class="small muted">{words.downloadHelp}</p>
          </div>
          {continuous.length > 0 && <p class="muted">{words.continuous(continuous)}</p>}
        </>
      )}
    </div>
  );
}

/** Returns the context questions on which recurring services depend. */
function questionsOf({ description }: ViewContext) {
  const recurring = (description.features ?? []).filter(({ cadence }) => cadence !== undefined);
  const ids = new Set(recurring.flatMap(({ when }) => Object.keys(when ?? {})));
  return (description.context ?? []).filter(({ id }) => ids.has(id));
}

/** Returns null if the dates cannot be used, for example while the visitor types. */
function datesOrNull(body: () => Deliverable[]): Deliverable[] | null {
  try {
    return body();
  } catch (error) {
    if (error instanceof CaseSloError || error instanceof RangeError) return null;
    throw error;
  }
}

function textOf({ description, say }: ViewContext, { text, clause }: Deliverable): string {
  return say(text ?? (clause === undefined ? undefined : ownValue(description.clauses, clause)?.text));
}
