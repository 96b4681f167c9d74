// The changes from one policy to another as rows of a table, in the words of both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { diffPolicies, loadPolicy, referencePolicy } from "case-slo";
import { moduleOf } from "./support/source.mjs";

const { findingText } = await moduleOf("messages/finding-sentences.ts");
const { changeRows } = await moduleOf("text/changes.ts");

const reference = referencePolicy().toJSON();

/** The rows of a change to the reference policy, each as an array. */
function rows(change, language, start = reference) {
  const after = structuredClone(start);
  change(after);
  const changes = diffPolicies(loadPolicy(start), loadPolicy(after));
  return changeRows(changes, { before: start, after }, language).map(({ kind, part, before, after, note }) =>
    [kind, part, before, after, ...(note === null ? [] : [note])].map((text) => text?.replaceAll("\u00a0", " ")),
  );
}

const next = (policy) => {
  policy.version = "1.1.0";
};

test("a target is told in words, for the severities that share it", () => {
  const change = (policy) => {
    next(policy);
    policy.objectives[2].target = { within: "PT90M" };
  };
  assert.deepEqual(rows(change, "en")[0], [
    "objective",
    "Initial response: Critical or High, Enhanced",
    "in less than 30 minutes",
    "within 1 hour 30 minutes",
  ]);
  const [french] = rows(change, "fr-CA");
  assert.match(french[1], /^Réponse initiale : Critique ou Élevée, /u);
  assert.match(french[2], /30\s?minutes/u);
});

test("the hour at which a target in business days is due is told too", () => {
  const start = {
    id: "a",
    version: "1",
    title: { en: "A" },
    languages: ["en"],
    tiers: [{ id: "only", name: { en: "Only" } }],
    severities: [{ id: "one", name: { en: "One" } }],
    calendars: { office: { zone: "America/Toronto", weekly: { "mon-fri": [["09:00", "17:00"]] } } },
    measures: [{ id: "response", name: { en: "Response" } }],
    objectives: [{ id: "o", measure: "response", target: { businessDays: 1 }, calendar: "office" }],
  };
  const told = (target) => {
    const [row] = rows(
      (policy) => {
        policy.version = "2";
        policy.objectives[0].target = target;
      },
      "en",
      start,
    );
    return row.slice(2, 4);
  };
  const hours = "weekdays 9 a.m. to 5 p.m., Toronto";
  const before = `within 1 business day (${hours}; by closing time)`;
  assert.deepEqual(told({ businessDays: 1, due: "same-time" }), [
    before,
    `within 1 business day (${hours}; by the same time of day)`,
  ]);
  assert.deepEqual(told({ businessDays: 1, cutOff: "15:00" }), [
    before,
    `within 1 business day (${hours}; from the next business day after 3 p.m.; by closing time)`,
  ]);
});

test("answers whose severity changes are named, with the two severities", () => {
  const [row] = rows((policy) => {
    next(policy);
    policy.classification.rules.find(({ when }) => when.service?.[0] === "poor").severity = "medium";
  }, "en");
  assert.equal(row[0], "severity");
  assert.deepEqual(row.slice(2, 4), ["High", "Medium"]);
  assert.match(row[1], /^How is the service working right now\? “/);
  assert.match(row[4], /^\d+ combinations of answers$/);
});

test("hours and holidays are told in words", () => {
  const days = (holidays, weekly) => ({
    id: "a",
    version: "1",
    title: { en: "A", "fr-CA": "A" },
    languages: ["fr-CA", "en"],
    severities: [{ id: "one", name: { en: "One", "fr-CA": "Un" } }],
    calendars: { office: { name: { en: "Office", "fr-CA": "Bureau" }, zone: "America/Toronto", weekly, holidays } },
  });
  const before = days(["@ca-qc", "--12-24"], { "mon-fri": [["09:00", "17:00"]] });
  const change = (policy) => {
    policy.version = "2";
    policy.calendars.office = days(
      [{ easter: -2 }, { weekday: "mon", nth: 1, month: 9 }, { weekday: "mon", before: "--05-25" }],
      { "mon-thu": [["08:30", "17:00"]] },
    ).calendars.office;
  };
  const [weekly, holidays] = rows(change, "en", before).filter(([kind]) => kind === "calendar");
  assert.deepEqual(weekly, [
    "calendar",
    "Hours “Office”, Hours of the week",
    "weekdays 9 a.m. to 5 p.m.",
    "Monday to Thursday 8:30 a.m. to 5 p.m.",
  ]);
  assert.match(holidays[2], / and December 24$/u);
  assert.equal(holidays[3], "2 days before Easter, first Monday of September, and last Monday before May 25");
  const french = rows(change, "fr-CA", before).filter(([kind]) => kind === "calendar");
  assert.equal(french[1][3], "2 jours avant Pâques, premier lundi de septembre et dernier lundi avant le 25 mai");
});

test("entries that come, go, move or get another id are told by their names", () => {
  const found = rows((policy) => {
    policy.questions[0].options[3].id = "down";
    for (const rule of policy.classification.rules) {
      if (rule.when.service) rule.when.service = rule.when.service.map((id) => (id === "unavailable" ? "down" : id));
    }
    for (const example of policy.examples ?? []) {
      if (example.answers?.service === "unavailable") example.answers.service = "down";
    }
    policy.advice.pop();
    policy.tiers[2].name.en = "Gold";
  }, "fr-CA");
  assert.ok(found.some(([, part, , , note]) => /Réponse «/.test(part) && /perdent cette réponse/.test(note ?? "")));
  assert.ok(
    found.some(([kind, , before, after]) => kind === "structure" && before === "présent" && after === "retiré"),
  );
  assert.ok(found.some(([, part, before, after]) => /anglais/.test(part) && before === "Premium" && after === "Gold"));
});

test("no row in French has words of the engine, and every change has a row", async () => {
  const { readFileSync } = await import("node:fs");
  const boreal = loadPolicy(readFileSync(new URL("../../policies/boreal-care.json", import.meta.url), "utf8"));
  const changes = diffPolicies(referencePolicy(), boreal);
  const documents = { before: reference, after: boreal.toJSON() };
  const french = changeRows(changes, documents, "fr-CA");
  assert.equal(french.length, changes.length);
  for (const { part, note } of french) {
    assert.doesNotMatch(`${part} ${note ?? ""}`, /\b(?:undefined|null|changed|was|added|removed|severity|tier)\b/);
  }
  for (const change of changes) assert.ok(findingText(change, "fr-CA").message, change.message);
});
