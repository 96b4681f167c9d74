/** Results that leave the page: calendar files (RFC 5545), downloads, and the clipboard. */

import { useState } from "preact/hooks";

/** An event of a calendar file. */
export interface CalendarEvent {
  /** Start: an instant in RFC 3339, a date, or a local time in `zone` without a UTC offset. */
  start: string;
  title: string;
  description: string;
  /** Identity of the event across files; default: a hash of start, title and description. */
  uid?: string;
  /** Recurrence rule (RFC 5545, 3.3.10). */
  rule?: string;
  /** Starts that the rule leaves out. */
  extra?: string[];
  /** Minutes before the start at which an alarm rings. */
  alarms?: number[];
  /** Whether the time stays free for other events. */
  isFree?: boolean;
  /** Address of a page about the event. */
  url?: string;
}

/** A time zone, and its component VTIMEZONE. */
export interface CalendarZone {
  id: string;
  lines: string[];
}

/**
 * Control characters. No line may contain one, except a tab (RFC 5545, 3.1), but texts and ids of a policy can contain any. A
 * line feed at this point has not been escaped.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Returns events as iCalendar (RFC 5545). `stamp` is the time of writing, in milliseconds since 1970. */
export function calendarFile(events: CalendarEvent[], stamp: number, zone?: CalendarZone): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//case-slo//case-slo//EN",
    ...(zone?.lines ?? []),
    ...events.flatMap((event) => entry(event, stamp, zone)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line.replaceAll(control, ""))}\r\n`).join("");
}

function entry(
  { start, title, description, uid, rule, extra = [], alarms = [15, 0], isFree = false, url }: CalendarEvent,
  stamp: number,
  zone?: CalendarZone,
) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid ?? `${digits(start)}-${hash(title + description)}`)}@case-slo`,
    `DTSTAMP:${utcText(stamp)}`,
    `DTSTART${moment(start, zone)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    ...extra.map((each) => `RDATE${moment(each, zone)}`),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(isFree ? ["TRANSP:TRANSPARENT"] : []),
    // A value of the type URI is not escaped; an address has no line break.
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...alarms.flatMap((minutes) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-PT${minutes}M`,
      "END:VALARM",
    ]),
    "END:VEVENT",
  ];
}

/** Writes a day, a local time in the zone, or an instant. */
function moment(start: string, zone: CalendarZone | undefined): string {
  if (start.length === 10) return `;VALUE=DATE:${digits(start)}`;
  if (zone !== undefined && start.length === 16) return `;TZID=${zone.id}:${digits(start)}00`;
  return `:${utcText(start)}`;
}

const digits = (text: string): string => text.replaceAll(/[-:]/g, "");

/** Writes an instant, given in RFC 3339 or in milliseconds since 1970, as iCalendar does: "20261201T140000Z". */
export const utcText = (instant: string | number): string =>
  digits(new Date(instant).toISOString().replace(/\.\d+/, ""));

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, "\\n");

/** Folds a line into lines of at most 75 octets, between characters. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [text, size] = ["", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) [text, size] = [`${text}\r\n `, 1];
    text += character;
    size += octets;
  }
  return text;
}

/** A calendar that imports the same event twice keeps one, thanks to this identity. */
function hash(text: string): string {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}

/** Saves a text as a file. */
export const download = (name: string, content: string, type: string): void =>
  downloadBlob(name, new Blob([content], { type: `${type};charset=utf-8` }));

/** Saves bytes as a file. */
export function downloadBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Returns the address that opens the mail program with a text. */
export const mailAddress = (to: string | undefined, subject: string, body: string): string =>
  `mailto:${to ?? ""}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/** Returns a function that copies a text and reports whether it could, and the announcement of its result. */
export function useCopy({ copied, refused }: { copied: string; refused: string }) {
  const [status, setStatus] = useState("");
  const copy = async (text: string): Promise<boolean> => {
    // The status is cleared first, because screen readers do not announce the same text again.
    setStatus("");
    try {
      await navigator.clipboard.writeText(text);
      setStatus(copied);
      return true;
    } catch {
      // The clipboard needs a secure context and its permission.
      setStatus(refused);
      return false;
    }
  };
  return { status, copy };
}
