/** Local times, instants and durations. The engine converts them, for callers, elements and the command line alike. */

import { snapshot, stringOf } from "./argument.js";
import { host } from "./engine/host.js";
import type { Instant, UtcOffset } from "./types.js";

/**
 * Returns the instant, in RFC 3339 and UTC, of a local date and time ("2026-10-25T02:30") in an IANA time zone. A time in a gap, when
 * clocks are put forward, moves forward by the gap; a time in a fold, which comes twice, means the first.
 *
 * @throws CaseSloError "invalid-instant" for any other text, one with an offset included; "unknown-zone"; "out-of-range"
 *
 * @example
 * ```ts
 * instantOf("2026-02-03T02:14", "America/Toronto"); // => "2026-02-03T07:14:00Z"
 * // A gap: the clock goes from 02:00 to 03:00.
 * instantOf("2026-03-08T02:30", "America/Toronto"); // => "2026-03-08T07:30:00Z"
 * ```
 */
export function instantOf(local: string, zone: string): string {
  const [time, name] = [stringOf(local, "invalid-instant"), stringOf(zone, "unknown-zone")];
  return host.call("elements", ({ exports }) => exports.instant_of(time, name));
}

/**
 * Returns the milliseconds since 1970 of an instant, which it reads as every function of this package does.
 *
 * @throws CaseSloError "invalid-instant", also for a text without an offset; "out-of-range"
 *
 * @example
 * ```ts
 * millisecondsOf("1970-01-01T00:00:01Z"); // => 1000
 * ```
 */
export function millisecondsOf(instant: Instant): number {
  const given = snapshot(instant, "invalid-instant");
  return host.call("elements", ({ exports }) => exports.milliseconds_of(given));
}

/**
 * Returns the UTC offsets of an IANA time zone: the one that holds at `from`, then each other one until `until`.
 *
 * @throws CaseSloError "unknown-zone", "invalid-instant", "out-of-range"
 *
 * @example
 * ```ts
 * const offsets = utcOffsets("America/Toronto", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
 * offsets.length; // => 3
 * ```
 */
export function utcOffsets(zone: string, from: Instant, until: Instant): UtcOffset[] {
  const name = stringOf(zone, "unknown-zone");
  const [first, last] = [millisecondsOf(from), millisecondsOf(until)];
  return host.call("elements", ({ exports }) => exports.utc_offsets(name, first, last) as UtcOffset[]);
}

/**
 * Returns the seconds of an ISO 8601 duration of hours, minutes and seconds, such as "PT1H30M".
 *
 * @throws CaseSloError "ambiguous-duration" for days and weeks, which can mean hours or business days; "invalid-duration"
 *
 * @example
 * ```ts
 * secondsOf("PT1H30M"); // => 5400
 * ```
 */
export function secondsOf(duration: string): number {
  const given = stringOf(duration, "invalid-duration");
  return host.call("elements", ({ exports }) => exports.seconds_of(given));
}
