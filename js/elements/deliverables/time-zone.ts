import { instantOf, type UtcOffset, utcOffsets } from "../../index.js";
import type { CalendarZone } from "../shared/calendar-file.js";

/**
 * The component VTIMEZONE (RFC 5545, 3.6.5) of an IANA zone for the days from `from` to `until`: the offset at their beginning,
 * then every transition until their end.
 */
export function calendarZone(zone: string, from: string, until: string): CalendarZone {
  const [first, ...later] = utcOffsets(zone, instantOf(`${from}T00:00`, zone), instantOf(`${until}T23:59`, zone));
  if (first === undefined) return { id: zone, lines: [] };
  const observances = [observance("19700101T000000", first, first)];
  let before = first;
  for (const after of later) {
    observances.push(observance(localStart(before, after), before, after));
    before = after;
  }
  return { id: zone, lines: ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flat(), "END:VTIMEZONE"] };
}

function observance(start: string, before: UtcOffset, after: UtcOffset): string[] {
  const kind = after.seconds > before.seconds ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

/** The local time of a transition, by the offset from before it. */
function localStart({ seconds }: UtcOffset, { from }: UtcOffset): string {
  const local = new Date(Date.parse(from) + seconds * 1_000);
  return local.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}

/** An offset as iCalendar writes it: "+0530", with seconds only where there are any. */
function offsetText({ seconds }: UtcOffset): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? "" : two(size % 60);
  return `${seconds < 0 ? "-" : "+"}${two(size / 3_600)}${two((size / 60) % 60)}${rest}`;
}
