import { useState } from "preact/hooks";

import type { Deliverable } from "../../index.js";
import { deliverablesMessagesFor } from "../../messages/deliverables.js";
import type { ViewContext } from "../shared/element.js";
import { dayFormat, monthAfter, weeksOf } from "./calendar.js";

interface Props {
  view: ViewContext;
  /** Months of the period, such as "2026-12". */
  first: string;
  last: string;
  deliverables: readonly Deliverable[];
}

/** Shows a month as a wall calendar. Daily services are listed once, below it. */
export function Month({ view, first, last, deliverables }: Props) {
  const { say, language } = view;
  const words = deliverablesMessagesFor(language).month;
  const days = dayFormat(language);
  const [month, setMonth] = useState(first);
  const daily = deliverables.filter(({ cadence }) => cadence === "daily");
  const shown = deliverables.filter(({ cadence }) => cadence !== "daily");
  const on = (date: string) => shown.filter(({ dates }) => dates.includes(date));
  const isEmpty = !shown.some(({ dates }) => dates.some((date) => date.startsWith(month)));
  return (
    <section class="month" part="month">
      <div class="month-head">
        <h3 aria-live="polite">{days.month(month)}</h3>
        <div class="actions no-print">
          <button type="button" disabled={month <= first} onClick={() => setMonth(monthAfter(month, -1))}>
            {words.before}
          </button>
          <button type="button" disabled={month >= last} onClick={() => setMonth(monthAfter(month, 1))}>
            {words.after}
          </button>
        </div>
      </div>
      {isEmpty ? (
        <p class="muted">{words.nothing}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={`${words.heading}, ${days.month(month)}`}>
          <table>
            <thead>
              <tr>
                {days.weekdays.map(({ short, long }) => (
                  <th key={long} scope="col" abbr={long}>
                    {short}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(month).map((week, at) => (
                <tr key={at}>
                  {week.map((date, place) =>
                    date === null ? (
                      <td key={place} class="outside" />
                    ) : (
                      <td key={place} class={on(date).length > 0 ? "has" : undefined}>
                        <time class="day" dateTime={date}>
                          {Number(date.slice(8))}
                        </time>
                        <ul>
                          {on(date).map((each) => (
                            <li key={each.id} class={each.state}>
                              {say(each.name)}
                            </li>
                          ))}
                        </ul>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ol class="agenda">
        {datesIn(month, shown).map((date) => (
          <li key={date}>
            <time dateTime={date}>{days.full(date)}</time>
            <ul>
              {on(date).map((each) => (
                <li key={each.id} class={each.state}>
                  {say(each.name)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {daily.length > 0 && <p class="small muted">{words.daily(daily.map(({ name }) => say(name)))}</p>}
    </section>
  );
}

/** Returns the days of a month with services, in order, for windows that are too narrow for a calendar. */
const datesIn = (month: string, deliverables: readonly Deliverable[]): string[] =>
  [...new Set(deliverables.flatMap(({ dates }) => dates.filter((date) => date.startsWith(month))))].sort();
