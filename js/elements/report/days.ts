/** Days and months of submission: as instants in a zone, and as periods that follow each other. */

/** The instant at which a day begins in a zone, or the one so many days later. */
export function instantOf(zone: string, day: string, later = 0): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  const guess = wall - offsetAt(zone, wall);
  return new Date(wall - offsetAt(zone, guess)).toISOString();
}

/** Offsets that have been looked up, by zone and quarter of an hour: no zone changes within one. */
const offsets = new Map<string, number>();
const quarter = 900_000;
const wholeDay = 86_400_000;

/**
 * The offset of a zone at an instant, in milliseconds. A lookup costs as much as writing ten rows of a table, and on nearly
 * every day two of them tell all: no zone changes twice within one.
 */
function offsetAt(zone: string, at: number): number {
  const day = Math.floor(at / wholeDay) * wholeDay;
  const first = offsetIn(zone, day);
  return first === offsetIn(zone, day + wholeDay) ? first : offsetIn(zone, at);
}

/** The offset in a quarter of an hour. */
function offsetIn(zone: string, at: number): number {
  const key = `${zone} ${Math.floor(at / quarter)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 50_000) offsets.clear();
  const offset = lookedUp(zone, at);
  offsets.set(key, offset);
  return offset;
}

function lookedUp(zone: string, at: number): number {
  const name =
    formatIn(zone)
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  return format;
}

/** A moment as spreadsheets read it, in a zone: "2026-02-03 02:14". */
export function localTime(zone: string, at: number): string {
  const text = new Date(at + offsetAt(zone, at)).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** A first and a last day. */
export interface Period {
  from: string;
  to: string;
}

/** The days of a month ("2026-02"), or of so many from it on. */
export const monthsFrom = (month: string, count = 1): Period => ({
  from: `${month}-01`,
  to: dayBefore(`${monthAfter(month, count)}-01`),
});

/** The quarters that some months touch, by their first month. */
export const quartersOf = (months: readonly string[]): string[] => [
  ...new Set(months.map((month) => monthAfter(month, -((Number(month.slice(5)) - 1) % 3)))),
];

/** Whole months go before whole months, else as many days before as many days. */
export function periodBefore({ from, to }: Period): Period {
  const count = monthsIn({ from, to });
  if (count !== null) return monthsFrom(monthAfter(from.slice(0, 7), -count), count);
  const days = (Date.parse(dayAfter(to)) - Date.parse(from)) / 86_400_000;
  return { from: dayAfter(from, -days), to: dayBefore(from) };
}

/** How many whole months a period is made of; null where it begins or ends within one. */
export function monthsIn({ from, to }: Period): number | null {
  const next = dayAfter(to);
  return from.endsWith("-01") && next.endsWith("-01") ? monthNumber(next) - monthNumber(from) : null;
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function monthAfter(month: string, count: number): string {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + count, 1));
  return date.toISOString().slice(0, 7);
}

const dayAfter = (day: string, count = 1): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string): string => dayAfter(day, -1);
