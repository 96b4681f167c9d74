import type { CalendarZone } from "../shared/calendar-file.js";

const day = 86_400_000;

/** A change of the clocks: from when, and the offsets before and after, in minutes. */
interface Transition {
  at: number;
  before: number;
  after: number;
}

/**
 * The component VTIMEZONE (RFC 5545, 3.6.5) of an IANA zone for the days from `from` to `until`: every change of the
 * clocks in between, as the browser knows them.
 */
export function calendarZone(zone: string, from: string, until: string): CalendarZone {
  const offset = offsetIn(zone);
  const [start, end] = [Date.parse(`${from}T00:00:00Z`) - day, Date.parse(`${until}T00:00:00Z`) + 2 * day];
  const first = offset(start);
  const observances = [observance({ at: start, before: first, after: first }, "19700101T000000")];
  for (const transition of transitions(offset, start, end)) observances.push(observance(transition));
  return { id: zone, lines: ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flat(), "END:VTIMEZONE"] };
}

function observance({ at, before, after }: Transition, start = local(at, before)): string[] {
  const kind = after > before ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

/** Found day by day, then by halves to the minute. */
function* transitions(offset: (at: number) => number, start: number, end: number): Generator<Transition> {
  for (let at = start; at < end; at += day) {
    const [before, after] = [offset(at), offset(at + day)];
    if (before === after) continue;
    let [low, high] = [at, at + day];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    yield { at: high, before, after };
  }
}

/** The offset of a zone at an instant, in minutes. */
function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

const two = (number: number): string => String(number).padStart(2, "0");

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The wall clock of an instant at an offset. */
const local = (at: number, minutes: number): string =>
  new Date(at + minutes * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

/** The instant of a local time ("2026-12-01T09:00") in a zone, as iCalendar writes it in UTC. */
export function utcOf(zone: string, time: string): string {
  const offset = offsetIn(zone);
  const wall = Date.parse(`${time}:00Z`);
  const guess = wall - offset(wall) * 60_000;
  const at = wall - offset(guess) * 60_000;
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
