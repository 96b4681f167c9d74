/** The filter as chips that can be removed, and as a part of the address. */

import { chartsMessagesFor } from "../../messages/charts/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { numbersIn } from "../../text/numbers.js";
import type { ViewContext } from "../shared/element.js";
import { channelName, severityName, tierName } from "./comparison.js";
import { type Filter, type HourOfWeek, isUnfiltered, noFilter } from "./settings.js";

interface Props {
  view: ViewContext;
  filter: Filter;
  onFilter(filter: Filter): void;
}

/** Shows each condition of the filter with a button that removes it. */
export function Chips({ view, filter, onFilter }: Props) {
  const words = reportMessagesFor(view.language).filters;
  if (isUnfiltered(filter)) return null;
  const { tiers, severities, channels, hours, from, to } = filter;
  const without = <Value,>(list: readonly Value[], value: Value) => list.filter((each) => each !== value);
  const chips: { name: string; rest: Filter }[] = [
    ...tiers.map((id) => ({ name: tierName(view, id), rest: { ...filter, tiers: without(tiers, id) } })),
    ...severities.map((id) => ({
      name: severityName(view, id),
      rest: { ...filter, severities: without(severities, id) },
    })),
    ...channels.map((id) => ({ name: channelName(view, id), rest: { ...filter, channels: without(channels, id) } })),
    ...(from === null || to === null
      ? []
      : [{ name: numbersIn(view.language).period({ from, to }), rest: { ...filter, from: null, to: null } }]),
    ...hours.map((hour) => ({ name: hourName(view, hour), rest: { ...filter, hours: without(hours, hour) } })),
  ];
  return (
    <div class="chips" part="chips" role="group" aria-label={words.chips}>
      {chips.map(({ name, rest }) => (
        <button key={name} type="button" class="chip" aria-label={words.remove(name)} onClick={() => onFilter(rest)}>
          <span>{name}</span>
          <svg class="no-print" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2 2 10 10M10 2 2 10" />
          </svg>
        </button>
      ))}
      <button type="button" class="link target no-print" onClick={() => onFilter(noFilter)}>
        {words.reset}
      </button>
    </div>
  );
}

/** Returns the name of an hour of the week: "Monday, 9 a.m. to 10 a.m.". */
export function hourName({ language }: Pick<ViewContext, "language">, { weekday, hour }: HourOfWeek): string {
  const { heat } = chartsMessagesFor(language);
  // 2024-01-01 was a Monday.
  const day = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return `${day.format(Date.UTC(2024, 0, weekday))}, ${heat.hours(heat.hour(hour), heat.hour((hour + 1) % 24))}`;
}

/** Returns a filter as the fragment of an address; empty if every case passes. */
export function fragmentOf({ tiers, severities, channels, from, to, hours }: Filter): string {
  const parts = new URLSearchParams([
    ...tiers.map((id) => ["tier", id]),
    ...severities.map((id) => ["severity", id]),
    ...channels.map((id) => ["channel", id]),
    ...(from === null || to === null ? [] : [["submitted", `${from}/${to}`]]),
    ...hours.map(({ weekday, hour }) => ["hour", `${weekday}-${hour}`]),
  ]);
  return parts.toString();
}

/** Reads a filter from the fragment of an address; leaves out tiers and severities that the policy does not know. */
export function filterOf(fragment: string, { description }: Pick<ViewContext, "description">): Filter {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = (name: string, list: readonly { id: string }[] = []) =>
    parts.getAll(name).filter((id) => list.some((each) => each.id === id));
  const [, from = null, to = null] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(parts.get("submitted") ?? "") ?? [];
  const isPeriod = from !== null && to !== null && isDay(from) && isDay(to) && from <= to;
  return {
    tiers: known("tier", description.tiers),
    severities: known("severity", description.severities),
    channels: parts.getAll("channel"),
    ...(isPeriod ? { from, to } : { from: null, to: null }),
    hours: parts.getAll("hour").flatMap((text) => {
      const [, weekday, hour] = /^([1-7])-(\d|1\d|2[0-3])$/.exec(text) ?? [];
      return weekday === undefined || hour === undefined ? [] : [{ weekday: Number(weekday), hour: Number(hour) }];
    }),
  };
}

/** Whether a text is a day of the calendar between 1970 and 2199. */
export const isDay = (text: string): boolean =>
  /^(19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
