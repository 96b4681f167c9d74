/**
 * Local times. `Intl` converts instants to local times; the engine converts texts of attributes and fields to instants, so that
 * nothing here parses a date.
 */

import { CaseSloError, instantOf, millisecondsOf } from "../index.js";

/** Formatters by time zone, because creating one takes as long as a hundred calls. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns the local date and time of an instant in a zone, to the minute: "2026-02-03T02:14". */
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

/** Returns the local date of an instant in a zone: "2026-02-03". */
export const localDate = (instant: number, zone: string): string => localTime(instant, zone).slice(0, 10);

/** Returns the time zone of the visitor's device. */
export const hostZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Returns the milliseconds since 1970 of an instant in an attribute. A time without a UTC offset is a local time in the zone of
 * the element; without a zone it is an error, as in every function of the package.
 *
 * @throws CaseSloError "invalid-instant", "out-of-range"
 */
export function attributeInstant(text: string, zone: string | undefined): number {
  const hasOffset = /(?:z|[+-]\d\d:\d\d)$/i.test(text);
  return millisecondsOf(hasOffset || zone === undefined ? text : instantOf(text, zone));
}

/** Returns the milliseconds since 1970 of the local time in a field; null while the field is incomplete or out of range. */
export function fieldInstant(local: string, zone: string): number | null {
  try {
    return millisecondsOf(instantOf(local, zone));
  } catch (error) {
    if (error instanceof CaseSloError) return null;
    throw error;
  }
}

/** Returns whether a local time does not exist in its zone ("skipped"), or comes twice ("repeated"); null for any other. */
export function momentNote(local: string, instant: number, zone: string): "skipped" | "repeated" | null {
  if (localTime(instant, zone) !== local.slice(0, 16)) return "skipped";
  // The engine takes the first of two. Clocks are put back by half an hour, an hour, or two.
  const isRepeated = [30, 60, 120].some(
    (minutes) => localTime(instant + minutes * 60_000, zone) === local.slice(0, 16),
  );
  return isRepeated ? "repeated" : null;
}

/** Returns whether a time zone of this name exists. */
export const isKnownZone = (zone: string): boolean => fieldInstant("2000-01-01T00:00", zone) !== null;
