// Times, dates and durations for readers: the conventions of Québec beyond Intl, and unreadable values.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { createFormat } = await moduleOf("text/format.ts");

const montreal = "America/Montreal";
const french = createFormat("fr-CA", montreal);
const english = createFormat("en", montreal);

/** `_` stands for a no-break space, which nobody sees in a test. */
const spaced = (text) => text.replaceAll("_", "\u00a0");
const is = (actual, expected) => assert.equal(actual, spaced(expected));

describe("times", () => {
  test("French keeps the hour, its h and the minutes together", () =>
    is(french.time("2026-11-23T19:30:00Z"), "14_h_30"));
  test("French leaves the minutes of a full hour away", () => is(french.time("2026-11-23T23:00:00Z"), "18_h"));
  test("French has no zero before the hour, and one before the minutes", () =>
    is(french.time("2026-11-23T05:04:00Z"), "0_h_04"));
  test("French midnight is hour zero, not 24", () => is(french.time("2026-11-23T05:00:00Z"), "0_h"));
  test("French names the zone as Québec does", () => is(french.timeWithZone("2026-11-23T07:29:00Z"), "2_h_29_(HNE)"));
  test("the zone follows the season", () => is(french.timeWithZone("2026-07-01T07:29:00Z"), "3_h_29_(HAE)"));
  test("English keeps the time and its part of the day together", () =>
    is(english.time("2026-11-23T19:30:00Z"), "2:30_p.m."));
  test("English names the zone", () => is(english.timeWithZone("2026-11-23T19:30:00Z"), "2:30_p.m._(EST)"));
});

describe("days", () => {
  const now = "2026-11-23T19:30:00Z";
  test("the first of a month is a 1er in French", () =>
    assert.match(french.date("2031-03-01T17:00:00Z"), /^1er\u00a0mars\u00a02031$/));
  test("the other days of a month are plain numbers", () =>
    assert.match(french.date("2031-03-11T17:00:00Z"), /^11\u00a0mars\u00a02031$/));
  test("the first of a month is a plain 1 in English", () =>
    assert.match(english.date("2031-03-01T17:00:00Z"), /^March\u00a01,\u00a02031$/));
  test("today, tomorrow and yesterday are words", () => {
    const days = (format) => [0, 1, -1].map((days) => format.onDay(Date.parse(now) + days * 86_400_000, now));
    assert.deepEqual(days(french), ["aujourd’hui", "demain", "hier"]);
    assert.deepEqual(days(english), ["today", "tomorrow", "yesterday"]);
  });
  test("a day begins at midnight of the zone, not of UTC", () => {
    assert.equal(french.isSameDay("2026-11-23T05:00:00Z", "2026-11-24T04:59:59Z"), true);
    assert.equal(french.isSameDay("2026-11-23T04:59:59Z", "2026-11-23T05:00:00Z"), false);
  });
  test("tomorrow is tomorrow across the change of the clocks", () =>
    assert.equal(french.onDay("2026-03-09T03:30:00Z", "2026-03-08T04:30:00Z"), "demain"));
  test("a day further away is its date, as a sentence takes it", () => {
    is(english.onDay("2031-03-11T17:00:00Z", now), "on March_11,_2031");
    is(french.onDay("2031-03-11T17:00:00Z", now), "le 11_mars_2031");
  });
  test("a date and a time are one phrase", () => {
    is(english.dateTime("2031-03-11T17:00:00Z"), "March_11,_2031 at 1:00_p.m.");
    is(french.dateTime("2031-03-11T17:00:00Z"), "11_mars_2031 à 13_h");
  });
});

describe("durations and shares", () => {
  for (const [seconds, inFrench, inEnglish] of [
    [0, "0_s", "0_s"],
    [45, "45_s", "45_s"],
    [8_940, "2_h_29_min", "2_h_29_min"],
    [97_200, "1_j_3_h", "1_d_3_h"],
    [3_600, "1_h", "1_h"],
  ]) {
    test(`${seconds} seconds`, () => {
      is(french.duration(seconds), inFrench);
      is(english.duration(seconds), inEnglish);
    });
  }
  test("whole words, with their plural", () => {
    is(french.duration(97_200, "long"), "1_jour_3_heures");
    is(english.duration(3_660, "long"), "1_hour_1_minute");
  });
  test("French zero is singular, English zero plural", () => {
    is(french.duration(0, "long"), "0_seconde");
    is(english.duration(0, "long"), "0_seconds");
  });
  test("a share has a decimal comma and a no-break space in French", () => is(french.percent(0.946), "94,6_%"));
  test("a share has a decimal point and no space in English", () => is(english.percent(0.946), "94.6%"));
});

describe("an unreadable value is a dash", () => {
  for (const format of [french, english]) {
    for (const moment of [Number.NaN, Infinity, "", "soon"]) {
      test(`the moment ${JSON.stringify(moment)} (${String(moment)}) of ${format.zone}`, () => {
        for (const name of ["time", "timeWithZone", "date", "dateTime", "dateTimeWithZone"])
          assert.equal(format[name](moment), "—");
        assert.equal(format.onDay(moment, 0), "—");
        assert.equal(format.isSameDay(moment, moment), false);
      });
    }
    test(`numbers that are none, of ${format.zone}`, () => {
      for (const number of [Number.NaN, Infinity, -Infinity]) {
        assert.equal(format.duration(number), "—");
        assert.equal(format.percent(number), "—");
      }
    });
  }
  test("a negative duration is none", () => is(french.duration(-5), "0_s"));
});
