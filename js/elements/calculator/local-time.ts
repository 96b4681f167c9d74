/** Instants as the field of a date and a time holds them ("2026-12-01T09:00"), in an IANA zone or the visitor's own. */

/** The wall clock of an instant, to the minute. */
export function localText(instant: number, zone: string | undefined): string {
  return new Date(wallOf(instant, zone)).toISOString().slice(0, 16);
}

/** The instant of a wall clock; NaN where the text is none. Of two in autumn, the first; in a gap of spring, after it. */
export function instantOf(text: string, zone: string | undefined): number {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return wall;
  const offset = (at: number) => wallOf(at, zone) - at;
  // The offsets of a day before and after are those of any change of the clocks in between.
  const [before, after] = [wall - offset(wall - 86_400_000), wall - offset(wall + 86_400_000)];
  return [before, after].find((at) => wallOf(at, zone) === wall) ?? before;
}

/** The wall clock of an instant, as if it were in UTC; whole minutes. */
function wallOf(instant: number, zone: string | undefined): number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...(zone === undefined ? {} : { timeZone: zone }),
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const parts = format.formatToParts(Math.floor(instant / 60_000) * 60_000);
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
}
