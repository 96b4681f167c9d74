// Targets and opening hours as people write them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { readTarget, targetOf, writeTarget } = await moduleOf("text/target-words.ts");
const { readHours, weeklyOf, writeHours } = await moduleOf("text/hours-words.ts");

/** The target of words, with "business" if its hours close. */
function read(words) {
  const found = readTarget(words);
  if (typeof found === "string") return found;
  if (found.kind === "time") return { ...targetOf(found), ...(found.isBusiness && { business: true }) };
  return targetOf(found) ?? (found.kind === "note" ? found.text : found.kind);
}

const targets = [
  ["30 min", { within: "PT30M" }],
  ["1 h 30", { within: "PT1H30M" }],
  ["1h30", { within: "PT1H30M" }],
  ["1,5 h", { within: "PT1H30M" }],
  ["half an hour", { within: "PT30M" }],
  ["une demi-heure", { within: "PT30M" }],
  ["within four hours", { within: "PT4H" }],
  ["dans les 4 heures", { within: "PT4H" }],
  ["under 15 min", { under: "PT15M" }],
  ["less than 15 minutes", { under: "PT15M" }],
  ["moins de 15\u00a0min", { under: "PT15M" }],
  ["4 business hours", { within: "PT4H", business: true }],
  ["4 working hours", { within: "PT4H", business: true }],
  ["4 heures d’ouverture", { within: "PT4H", business: true }],
  ["30 min of business hours", { within: "PT30M", business: true }],
  ["15 minutes (business hours)", { within: "PT15M", business: true }],
  ["moins de 8 heures ouvrables", { under: "PT8H", business: true }],
  ["4 hours 24/7", { within: "PT4H" }],
  ["next business day", { businessDays: 1 }],
  ["NBD", { businessDays: 1 }],
  ["Prochain jour ouvrable", { businessDays: 1 }],
  ["jour ouvrable suivant", { businessDays: 1 }],
  ["2 business days, cut-off 15:00", { businessDays: 2, cutOff: "15:00" }],
  ["2 jours ouvrables, heure limite 15 h", { businessDays: 2, cutOff: "15:00" }],
  ["next business day, before 3 p.m.", { businessDays: 1, cutOff: "15:00" }],
  ["1 jour ouvrable, même heure", { businessDays: 1, due: "same-time" }],
  ["none", "none"],
  ["aucune", "none"],
  ["—", "none"],
  ["", "empty"],
  ["best effort", { en: "best effort", fr: "au mieux" }],
  ["Au mieux", { en: "best effort", fr: "au mieux" }],
  ["“as soon as we can”", { "": "as soon as we can" }],
  ["« dès que possible »", { "": "dès que possible" }],
  ["2 days", "ambiguous-days"],
  ["3 jours", "ambiguous-days"],
  ["sometime", "unreadable"],
  ["4", "unreadable"],
  ["30 min 2 h", "unreadable"],
  ["0 business days", "unreadable"],
  ["constructor", "unreadable"],
];

describe("a target in words", () => {
  for (const [words, expected] of targets) test(`“${words}”`, () => assert.deepEqual(read(words), expected));

  test("is written in words that mean the same", () => {
    for (const [words] of targets) {
      const found = readTarget(words);
      if (typeof found === "string" || found.kind === "note") continue;
      for (const language of ["en", "fr-CA"])
        assert.deepEqual(readTarget(writeTarget(found, language)), found, `${words} in ${language}`);
    }
  });

  test("of any length is read at once", () => {
    const long = "1 h ".repeat(50_000);
    assert.equal(readTarget(long), "unreadable");
    assert.equal(readHours("9-5,".repeat(50_000)), null);
  });
});

const hours = [
  ["9:00-17:00", "09:00–17:00"],
  ["9 h à 17 h", "09:00–17:00"],
  ["9 a.m. to 5 p.m.", "09:00–17:00"],
  ["9 to 5 pm", "09:00–17:00"],
  ["8 to 11 a.m.", "08:00–11:00"],
  ["de 8h30 à midi et de 13h à 17h", "08:30–12:00, 13:00–17:00"],
  ["22:00–06:00", "22:00–06:00"],
  ["0-24", "00:00–24:00"],
  ["24 h", "00:00–24:00"],
  ["closed", ""],
  ["fermé", ""],
  ["9", null],
  ["25:00-26:00", null],
  ["9:00-9:00", null],
];

describe("opening hours in words", () => {
  for (const [words, expected] of hours)
    test(`“${words}”`, () => {
      const found = readHours(words);
      assert.equal(found === null ? null : writeHours(found), expected);
    });

  test("become as few ranges of weekdays as there can be", () => {
    const [day, short] = [[["09:00", "17:00"]], [["09:00", "12:00"]]];
    assert.deepEqual(weeklyOf([day, day, day, day, short, [], day]), { "mon-thu": day, fri: short, sun: day });
  });
});
