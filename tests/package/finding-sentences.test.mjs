// The sentences of findings in French: one for each that the engine writes, with the same values.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check } from "case-slo";
import { root } from "./support/installed.mjs";
import { moduleOf } from "./support/source.mjs";

const { findingText, frenchSentences } = await moduleOf("messages/finding-sentences.ts");

/** The sources of the engine, without their unit tests. */
const sources = filesUnder(join(root, "src"))
  .filter((path) => path.endsWith(".rs"))
  .map((path) => readFileSync(path, "utf8").split(/#\[cfg\((?:all\()?test/)[0]);

function filesUnder(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

const literal = '"((?:[^"\\\\]|\\\\[\\s\\S])*)"';
const unescaped = (text) =>
  text
    .replaceAll(/\\\n\s*/g, "")
    .replaceAll('\\"', '"')
    .replaceAll("\\\\", "\\");

/** The sentences in the sources: those with values, and the remedies. `{}` alone is a text that is quoted as it is. */
const written = new Set(
  sources.flatMap((source) =>
    [`sentence!\\(\\s*${literal}`, `\\.help\\(\\s*${literal}`, `let help =\\s*${literal}`].flatMap((pattern) =>
      [...source.matchAll(new RegExp(pattern, "g"))].map(([, text]) => unescaped(text)),
    ),
  ),
);
written.delete("{}");

test("every sentence of the engine has one in French", () => {
  assert.ok(written.size > 140, `${written.size}`);
  assert.deepEqual(
    [...written].filter((text) => !Object.hasOwn(frenchSentences, text)),
    [],
  );
});

test("a French sentence shows each value once", () => {
  for (const [english, french] of Object.entries(frenchSentences)) {
    const marks = [...french.matchAll(/\{(\d)\}/g)].map(([, at]) => Number(at));
    const count = english.split("{}").length - 1;
    // The error of a call is in English: the French sentence says that there is one.
    const dropped = english.endsWith("cannot be run: {}") ? 1 : 0;
    assert.deepEqual(marks.toSorted(), [...Array(count - dropped).keys()], english);
  }
});

/** Policies with findings of every kind: the cases of the check, and texts that are no policy. */
const texts = [
  ...JSON.parse(readFileSync(join(root, "tests/data/check.json"), "utf8"))
    .cases.filter(({ call }) => call === "check")
    .map(({ args: [policy] }) => (typeof policy === "string" ? policy : JSON.stringify(policy))),
  "",
  "{",
  '{"id": 7, "titel": {}, "languages": ["fr_CA!"]}',
  '{"a": 1, "a": 2}',
  "[1, 2",
];

test("every finding is told in French, without an English word that its own values do not have", () => {
  let count = 0;
  for (const text of texts) {
    for (const finding of check(text)) {
      // The engine quotes an error of its calls as it is.
      if (finding.sentence === undefined || finding.sentence.text === "{}") continue;
      const { message, help } = findingText(finding, "fr-CA");
      assert.ok(message, finding.sentence.text);
      assert.equal(help === null, finding.help === undefined, finding.help);
      assert.doesNotMatch(message, /\{\d\}|\b(?:the|is|of|no)\b(?! [^«]*»)/, message);
      count += 1;
    }
  }
  assert.ok(count > 80, `${count}`);
});

test("errors of targets that a finding quotes are told in French", () => {
  const policy = (target) => ({
    ...{ id: "a", version: "1", title: { en: "A" }, languages: ["en"] },
    severities: [{ id: "high", name: { en: "High" } }],
    tiers: [{ id: "care", name: { en: "Care" } }],
    calendars: { office: { zone: "Europe/Paris", weekly: { "mon-fri": [["09:00", "17:00"]] } } },
    measures: [{ id: "response", name: { en: "Response" } }],
    objectives: [{ id: "o", measure: "response", calendar: "office", target }],
  });
  for (const [target, expected] of [
    [{ businessDays: 0 }, /^Attendu : de 1 à 366 jours ouvrables; trouvé : 0\.$/],
    [{ businessDays: 1, cutOff: "3pm" }, /^Attendu : une heure limite telle que « 15:00 »; trouvé : « 3pm »\.$/],
    [{ within: "PT1H", due: "close" }, /^« due » et « cutOff » n’accompagnent que « businessDays »\.$/],
    [{ under: "PT1H", within: "PT1H" }, /^Une cible a soit « under », soit « within », soit « businessDays »\.$/],
    [{ within: "P1D" }, /^« P1D » peut vouloir dire PT24H, en heures du calendrier, ou \{"businessDays": 1\}\.$/],
    [
      { within: "P1DT2H" },
      /^« P1DT2H » peut vouloir dire PT26H, en heures du calendrier, ou un nombre de jours ouvrables\.$/,
    ],
    [{ within: "soon" }, /^Attendu : une durée ISO 8601 telle que « PT30M »; trouvé : « soon »\.$/],
  ]) {
    const [finding] = check(policy(target));
    assert.match(findingText(finding, "fr-CA").message.replaceAll("\u00a0", " "), expected);
  }
});

test("English is the engine’s own sentence", () => {
  const [finding] = check("{");
  assert.equal(findingText(finding, "en").message, "Expected a key in double quotes, found the end of the text.");
  assert.equal(
    findingText(finding, "fr-CA").message,
    "Attendu\u00a0: une clé entre guillemets droits; le texte s’arrête ici.",
  );
});

test("names are those of the language", () => {
  const name = (en, fr) => ({ en, "fr-CA": fr });
  const policy = {
    id: "a",
    version: "1",
    title: name("A", "A"),
    languages: ["fr-CA", "en"],
    severities: [
      { id: "high", name: name("High", "Élevée") },
      { id: "low", name: name("Low", "Faible") },
    ],
    questions: [{ id: "q", text: name("Works?", "Marche?"), options: [{ id: "no", text: name("No", "Non") }] }],
    classification: { rules: [{ id: "r", when: { q: ["no"] }, severity: "high", basis: "stated" }] },
  };
  const unused = check(policy).find(({ code }) => code === "unused-severity");
  assert.match(
    findingText(unused, "fr-CA").message,
    /^Aucune réponse ne mène à la gravité «\u00a0Faible\u00a0» \(low\)/,
  );
  assert.match(findingText(unused, "en").message, /^No answers lead to the severity "Low" \(low\)/);
});
