import { useState } from "preact/hooks";

import type { Deliverable } from "../../index.js";
import { deliverablesMessagesFor } from "../../messages/deliverables.js";
import type { ViewContext } from "../shared/element.js";
import { dayFormat, daysOf, monthAfter } from "./calendar.js";

interface Props {
  view: ViewContext;
  /** Months of the period, such as "2026-12". */
  first: string;
  last: string;
  deliverables: readonly Deliverable[];
}

/** Months side by side: a year that begins within a month ends in the thirteenth. */
const most = 13;
const step = 12;

/** Shows the year at a glance: a lane for each service, with a tick on each of its days. */
export function Year({ view, first, last, deliverables }: Props) {
  const { say, language } = view;
  const words = deliverablesMessagesFor(language).year;
  const format = dayFormat(language);
  const [start, setStart] = useState(first);
  const isLong = last > monthAfter(first, most - 1);
  const length = isLong ? step : most;
  const months = Array.from({ length }, (_, at) => monthAfter(start, at)).filter((month) => month <= last);
  const end = months.at(-1) ?? start;
  const caption = words.caption(format.month(start), format.month(end));
  return (
    <section class="year" part="year">
      {isLong && (
        <div class="actions no-print">
          <button type="button" disabled={start <= first} onClick={() => setStart(monthAfter(start, -step))}>
            {words.before}
          </button>
          <button type="button" disabled={end >= last} onClick={() => setStart(monthAfter(start, step))}>
            {words.after}
          </button>
        </div>
      )}
      <table>
        <caption aria-live="polite">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.service}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                <span class="hidden">{format.month(month)}</span>
                <span aria-hidden="true" class="short">
                  {format.shortMonth(month)}
                </span>
                <span aria-hidden="true" class="letter">
                  {format.letter(month)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deliverables.map((each) => (
            <tr key={each.id} class={each.state}>
              <th scope="row">{say(each.name)}</th>
              {months.map((month) => (
                <td key={month}>
                  <Lane month={month} days={daysIn(month, each.dates)} every={words.everyDay} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Shows the days of a month as ticks on a line, and names them for screen readers. */
function Lane({ month, days, every }: { month: string; days: number[]; every: string }) {
  const length = daysOf(month);
  return (
    <>
      <svg viewBox={`0 0 ${length} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <line class="lane" x1="0" x2={length} y1="10" y2="10" />
        {days.map((day) => (
          <line key={day} class="tick" x1={day - 0.5} x2={day - 0.5} y1="2" y2="18" />
        ))}
      </svg>
      <span class="hidden">{days.length === length ? every : days.join(", ")}</span>
    </>
  );
}

/** Returns the days of a month among dates, as numbers. */
const daysIn = (month: string, dates: readonly string[]): number[] =>
  dates.filter((date) => date.startsWith(month)).map((date) => Number(date.slice(8)));

/** CSS of the year. */
export const yearStyles = `
.year .actions { margin-block-end: calc(3 * var(--_space)); }
.year table { table-layout: fixed; }
.year tr > :is(th, td) { padding: calc(1.5 * var(--_space)) 0; vertical-align: middle; }
.year thead th { color: var(--_muted); font-size: 0.8125em; font-weight: 500; }
.year tr > :not(:first-child) { border-inline-start: 1px solid var(--_border); }
.year thead th:not(:first-child) { text-align: center; }
.year tr > :first-child { inline-size: 30%; padding-inline-end: calc(3 * var(--_space)); font-size: 0.9375em; font-weight: 500; }
.year td { position: relative; }
.year svg { display: block; inline-size: 100%; block-size: 1.25rem; }
.year line { vector-effect: non-scaling-stroke; stroke: var(--_accent); stroke-width: 2; }
.year .lane { stroke: var(--_border); stroke-width: 1; }
.year .conditional .tick { stroke-dasharray: 3 2; }
.year .letter { display: none; }
@media (max-width: 40rem) {
  .year .short { display: none; }
  .year .letter { display: inline; }
  .year tr > :first-child { inline-size: 34%; font-size: 0.8125em; }
  .year line { stroke-width: 1.25; }
}
@media print { .year { break-inside: avoid; } }
`;
