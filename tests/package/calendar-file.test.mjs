// The calendar file of a deadline, line by line as RFC 5545 wants it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { calendarFile } = await moduleOf("elements/shared/files.ts");

const stamp = Date.parse("2026-11-23T19:30:00.123Z");
const event = { start: "2026-11-24T07:29:00Z", title: "Réponse", description: "Dossier" };
const file = (given = {}) => calendarFile([{ ...event, ...given }], stamp);
/** The value of a property, unfolded. */
const value = (text, name) =>
  new RegExp(`^${name}:(.*)$`, "m").exec(text.replaceAll("\r\n ", ""))?.[1]?.replace(/\r$/, "");

describe("a calendar file", () => {
  test("has every line ended by CR and LF", () => {
    assert.ok(file().endsWith("END:VCALENDAR\r\n"));
    assert.doesNotMatch(file({ description: "a\nb" }).replaceAll("\r\n", ""), /[\r\n]/);
  });
  test("names its moments in UTC, to the second", () => {
    assert.equal(value(file(), "DTSTART"), "20261124T072900Z");
    assert.equal(value(file(), "DTSTAMP"), "20261123T193000Z");
  });
  test("escapes what has a meaning in the format", () =>
    assert.equal(value(file({ title: "a,b;c\\d" }), "SUMMARY"), "a\\,b\\;c\\\\d"));
  test("keeps the ends of lines of every system, as text", () =>
    assert.equal(value(file({ title: "a\r\nb\nc\rd" }), "SUMMARY"), "a\\nb\\nc\\nd"));
  test("drops control characters, but for tabs", () => {
    assert.equal(value(file({ title: "a\u0000b\u0007\tc\u001b[31m\u007fd\u009be" }), "SUMMARY"), "ab\tc[31mde");
    assert.equal(value(file({ title: "a\u0085b\u2028c\u2029d" }), "SUMMARY"), "a\\nb\\nc\\nd");
  });
  test("has as many lines whatever a policy writes into it", () => {
    const hostile = "x\r\nATTENDEE:mailto:evil@example.com\nBEGIN:VEVENT\u2028\u0000";
    const lines = (given) =>
      file(given)
        .replaceAll("\r\n ", "")
        .split(/[\r\n\u0085\u2028\u2029]+/).length;
    for (const part of ["uid", "title", "description", "rule"])
      assert.equal(
        lines({ uid: "u", rule: "FREQ=DAILY", [part]: hostile }),
        lines({ uid: "u", rule: "FREQ=DAILY" }),
        part,
      );
    const start = "2026-11-24T07:29";
    const local = (text) => calendarFile([{ ...event, start }], stamp, { id: text, lines: [text] }).split("\r\n");
    assert.equal(local(hostile).filter((line) => !line.startsWith(" ")).length, local("Zone").length);
  });
  test("folds lines at 75 octets, never within a character", () => {
    const title = "é€😀".repeat(60);
    const lines = file({ title }).split("\r\n");
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(lines.some((line) => Buffer.byteLength(line) > 70));
    assert.equal(value(file({ title }), "SUMMARY"), title);
  });
  test("rings a quarter of an hour before the deadline, and at it", () => {
    const triggers = [...file().matchAll(/BEGIN:VALARM\r\nACTION:DISPLAY\r\n[\s\S]*?TRIGGER:(\S+)\r\nEND:VALARM/g)];
    assert.deepEqual(
      triggers.map(([, trigger]) => trigger),
      ["-PT15M", "-PT0M"],
    );
  });
  test("is the same event when it is made again, and another for another text", () => {
    assert.equal(value(file(), "UID"), value(file(), "UID"));
    assert.notEqual(value(file(), "UID"), value(file({ title: "Other" }), "UID"));
  });
});
