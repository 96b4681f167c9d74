/** An event of a calendar file. */
export interface CalendarEvent {
  /** RFC 3339. */
  start: string;
  title: string;
  description: string;
}

/** The event as iCalendar (RFC 5545), with an alarm at its moment. `stamp` is when the file is made. */
export function calendarFile({ start, title, description }: CalendarEvent, stamp: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//case-slo//case-slo//EN",
    "BEGIN:VEVENT",
    `UID:${utc(start)}-${hash(title + description)}@case-slo`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:PT0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const utc = (moment: string | number): string =>
  new Date(moment).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n|\r|\n/g, "\\n");

/** Lines of at most 75 octets, broken between characters. */
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

/** The same event twice is one event in a calendar. */
function hash(text: string): string {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}
