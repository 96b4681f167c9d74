/** Instants that attributes and fields hold as text. The engine reads them; nothing here parses a date. */

import { CaseSloError, instantOf, millisecondsOf } from "../../index.js";

/**
 * Milliseconds since 1970 of an instant in an attribute. A time without an offset is taken in the zone of the element; without a
 * zone it is refused, as it is by every function of the package.
 *
 * @throws CaseSloError "invalid-instant", "out-of-range"
 */
export function attributeInstant(text: string, zone: string | undefined): number {
  const hasOffset = /(?:z|[+-]\d\d:\d\d)$/i.test(text);
  return millisecondsOf(hasOffset || zone === undefined ? text : instantOf(text, zone));
}

/** Milliseconds since 1970 of the local time in a field; null while the field is incomplete or out of range. */
export function fieldInstant(local: string, zone: string): number | null {
  try {
    return millisecondsOf(instantOf(local, zone));
  } catch (error) {
    if (error instanceof CaseSloError) return null;
    throw error;
  }
}

/** Whether there is a time zone of this name. */
export const isKnownZone = (zone: string): boolean => fieldInstant("2000-01-01T00:00", zone) !== null;
