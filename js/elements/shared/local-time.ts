/** From instants to local times, as `Intl` knows them; the way back is `instantOf` of the engine. */

/** Formatters by zone: to create one takes as long as a hundred calls. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The local date and time of an instant in a zone, to the minute: "2026-02-03T02:14". */
export function localTime(instant: number, zone: string): string {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formatters.set(zone, formatter);
  }
  const [month = "", day = "", year = "", hour = "", minute = ""] = formatter.format(instant).match(/\d+/g) ?? [];
  return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/** The local date of an instant in a zone: "2026-02-03". */
export const localDate = (instant: number, zone: string): string => localTime(instant, zone).slice(0, 10);

/** The zone of the visitor's device. */
export const hostZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
