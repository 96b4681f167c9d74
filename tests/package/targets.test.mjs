// Targets in words, with the hours in which they count, and the names of calendars that have none of their own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { calendarName, targetText } = await moduleOf("../js/text/targets.ts");
const { createFormat } = await moduleOf("../js/text/format.ts");

const office = [["09:00", "17:00"]];
const calendars = {
  always: { open: "24x7" },
  office: { zone: "America/Toronto", weekly: { "mon-fri": office } },
  single: {
    zone: "America/New_York",
    weekly: {
      mon: office,
      tue: office,
      wed: [
        ["08:30", "12:00"],
        ["13:00", "16:30"],
      ],
    },
  },
  gulf: { zone: "Asia/Dubai", weekly: { "sun-thu": office } },
  days: { zone: "Europe/Paris", weekly: { "mon-fri": [["00:00", "24:00"]] } },
  night: { zone: { by: "customer" }, weekly: { "mon-sun": [["22:00", "00:00"]], sat: [], sun: [["00:00", "24:00"]] } },
  named: { name: { en: "the desk in Lyon" }, zone: "Europe/Paris", weekly: { mon: office } },
  local: { by: "country", values: { ca: "office", us: "single" }, else: "always" },
  shut: { zone: "UTC" },
};
const objectives = [
  { id: "cut", target: { businessDays: 1, cutOff: "15:00" } },
  { id: "same", target: { businessDays: 3, due: "same-time" } },
];

function view(language) {
  const say = (text) => text?.[language] ?? text?.en ?? "";
  return { description: { calendars, objectives }, language, format: createFormat(language, "UTC"), say };
}

const plain = (text) => text?.replaceAll("\u00a0", " ");
const name = (language, id) => plain(calendarName(view(language), id));
const within = (language, objective) =>
  plain(
    targetText(
      view(language),
      { id: "o", bound: "within", seconds: null, ...objective },
      (_, amount, hours) => amount + hours,
    ),
  );

test("a calendar without a name is named by its hours and its city", () => {
  assert.equal(name("en", "office"), "weekdays 9 a.m. to 5 p.m., Toronto");
  assert.equal(name("fr-CA", "office"), "en semaine de 9 h à 17 h, Toronto");
  assert.equal(
    name("en", "single"),
    "Monday to Tuesday 9 a.m. to 5 p.m.; Wednesday 8:30 a.m. to noon and 1 p.m. to 4:30 p.m., New York",
  );
  assert.equal(name("en", "gulf"), "Sunday to Thursday 9 a.m. to 5 p.m., Dubai");
  assert.equal(name("fr-CA", "gulf"), "du dimanche au jeudi de 9 h à 17 h, Dubaï");
  assert.equal(name("en", "days"), "weekdays, Paris");
  assert.equal(name("en", "night"), "weekdays 10 p.m. to midnight; Sunday, your time");
  assert.equal(name("en", "always"), "day and night");
  assert.equal(name("en", "shut"), "never");
});

test("a calendar has the name that the policy gives it", () => {
  assert.equal(name("en", "named"), "the desk in Lyon");
});

test("a calendar that an answer chooses is named by those that it may be", () => {
  assert.match(name("en", "local"), /^weekdays 9 a\.m\. to 5 p\.m\., Toronto, Monday .+, New York, or day and night$/);
  const options = ["ca", "us", "fr", "be"].map((id) => ({ id, text: { en: id.toUpperCase() } }));
  const asked = view("en");
  asked.description = { ...asked.description, context: [{ id: "country", text: { en: "Where?" }, options }] };
  assert.match(
    plain(calendarName(asked, "local")),
    /^CA: weekdays 9 a\.m\. to 5 p\.m\., Toronto; US: Monday .+, New York; FR or BE: day and night$/,
  );
});

test("a target says in whose hours it counts", () => {
  const seconds = 24 * 3600;
  const hours = "weekdays 9 a.m. to 5 p.m., Toronto";
  assert.equal(within("en", { seconds, calendar: "office" }), `24 business hours (${hours})`);
  assert.equal(within("en", { seconds: 5400, calendar: "office" }), `1 hour 30 minutes of business hours (${hours})`);
  assert.equal(within("en", { seconds: 3600, calendar: "office" }), `1 business hour (${hours})`);
  assert.equal(within("en", { businessDays: 2, calendar: "office" }), `2 business days (${hours}; by closing time)`);
  assert.equal(
    within("fr-CA", { businessDays: 1, calendar: "office" }),
    "1 jour ouvrable (en semaine de 9 h à 17 h, Toronto; au plus tard à la fermeture)",
  );
  assert.equal(
    within("en", { id: "cut", businessDays: 1, calendar: "office" }),
    `1 business day (${hours}; from the next business day after 3 p.m.; by closing time)`,
  );
  assert.equal(
    within("en", { id: "same", businessDays: 3, calendar: "office" }),
    `3 business days (${hours}; by the same time of day)`,
  );
  assert.equal(
    within("fr-CA", { id: "same", businessDays: 3, calendar: "always" }),
    "3 jours ouvrables (jour et nuit; au plus tard à la même heure)",
  );
});

test("days are written for a calendar that never closes", () => {
  assert.equal(within("en", { seconds: 24 * 3600, calendar: "always" }), "1 d");
  assert.equal(within("en", { calendar: "always" }), undefined);
});
