// Ids that are names of members which every object inherits: they are ids like all others.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { diffPolicies, loadPolicy } from "../../dist/node.js";
import { moduleOf } from "./support/source.mjs";

const { follow } = await moduleOf("elements/wizard/path.ts");
const { fieldsOf, valuesOf } = await moduleOf("elements/handover/fields.ts");
const { ownValue, textIn } = await moduleOf("text/lookup.ts");
const { partOf } = await moduleOf("render/parts.ts");

const inherited = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

/** A policy that asks the questions one after the other, once each. */
const asking = (ids) => ({
  nextQuestion: (answers) => {
    const id = ids.find((each) => !Object.hasOwn(answers, each));
    return id === undefined ? null : { id };
  },
});

describe("the path of the wizard", () => {
  for (const id of inherited) {
    test(`waits at a question called ${id} until it is answered`, () => {
      const path = follow(asking([id]), {}, Infinity);
      assert.deepEqual([path.steps, path.next], [[], { id }]);
    });
    test(`goes on after a question called ${id}`, () => {
      const path = follow(asking([id, "last"]), JSON.parse(`{"${id}":"yes"}`), Infinity);
      assert.deepEqual(
        [path.steps.map(({ answer }) => answer), path.next, Object.keys(path.answers)],
        [["yes"], { id: "last" }, [id]],
      );
    });
  }
  test("ends at a question that is asked a second time", () => {
    const path = follow({ nextQuestion: () => ({ id: "again" }) }, { again: "yes" }, Infinity);
    assert.equal(path.steps.length, 1);
  });
});

describe("a record", () => {
  for (const id of inherited) {
    test(`has no ${id} but its own`, () => {
      assert.equal(ownValue({}, id), undefined);
      assert.equal(ownValue(JSON.parse(`{"${id}":"its own"}`), id), "its own");
    });
  }
  test("gives the text of the first language that it has", () => {
    assert.equal(textIn({ en: "", valueOf: "text" }, ["fr-CA", "valueOf"]), "text");
    assert.equal(textIn({ en: "english" }, ["valueOf", "toString"]), "english");
    assert.equal(textIn({ en: "" }, ["en"]), "");
    assert.equal(textIn({}, ["valueOf"]), "");
    assert.equal(textIn(undefined, ["valueOf"]), "");
  });
});

test("a context question with an inherited name fills its field of a handover", () => {
  const blank = { id: "x", name: "X", level: null };
  for (const id of inherited.filter((each) => each !== "__proto__")) {
    const values = valuesOf(
      {
        policy: { id: "p", version: "1", title: "P" },
        severity: blank,
        recommended: null,
        tier: null,
        contact: { name: "", phone: "", email: "" },
        targets: [],
        answers: [],
        language: "en",
        context: [{ id, question: "Q", answers: [{ id: "yes", name: "Yes" }] }],
      },
      { text: "", markdown: "" },
    );
    assert.equal(fieldsOf({ field: `{${id}}` }, values, [id]).field, "yes");
    assert.equal(fieldsOf({ field: `{${id}}` }, {}, [id]).field, undefined);
    assert.deepEqual(fieldsOf({ by: id, values: {}, else: "otherwise" }, {}, [id]), "otherwise");
  }
});

test("a document names no answer to a question that a rule leaves open", () => {
  const description = {
    languages: ["en"],
    severities: [],
    classification: { rules: [{ id: "r", severity: "s", basis: "interpreted", when: {} }] },
    questions: [{ id: "constructor", text: {}, options: [{ id: "yes", text: { en: "Yes" } }] }],
  };
  const subject = {
    description,
    language: "en",
    say: (text) => text?.en ?? "",
    words: { interpreted: { intro: "", severity: "", situation: "", answers: (all) => JSON.stringify(all) } },
  };
  const [, table] = partOf(subject, "interpreted");
  assert.deepEqual(table.rows[0].cells, [{ text: ["[]"] }]);
});

describe("a policy that chooses by a context question with an inherited name", () => {
  const name = { en: "N" };
  const choosing = (id, target) =>
    loadPolicy(
      JSON.stringify({
        id: "choice",
        version: "1",
        title: name,
        languages: ["en"],
        tiers: [{ id: "care", name }],
        severities: [{ id: "high", name }],
        context: [{ id, text: name, options: [id, "other"].map((option) => ({ id: option, text: name })) }],
        calendars: {
          always: { open: "24x7" },
          office: { zone: "America/Toronto", weekly: { "mon-fri": [["09:00", "17:00"]] } },
          chosen: { by: id, values: Object.fromEntries([[id, "office"]]), else: "always" },
        },
        measures: [{ id: "response", name }],
        objectives: [
          {
            id: "all",
            measure: "response",
            when: Object.fromEntries([[id, [id, "other"]]]),
            target: { within: target },
            calendar: "chosen",
          },
        ],
      }),
    );
  for (const id of inherited) {
    test(`says for ${id} when an objective applies, and what has changed`, () => {
      const [before, after] = [choosing(id, "PT1H"), choosing(id, "PT2H")];
      const context = Object.fromEntries([[id, "other"]]);
      const [target] = before.expect({ tier: "care", severity: "high", submittedAt: 0, context }).targets;
      assert.deepEqual(Object.entries(target.objective.when), [[id, [id, "other"]]]);
      assert.equal(target.dueAt, "1970-01-01T01:00:00Z");
      assert.deepEqual(diffPolicies(before, before), []);
      const [change, ...others] = diffPolicies(before, after);
      assert.deepEqual([change.path, others], ["/objectives/0", []]);
      assert.match(change.message, new RegExp(`when \\{"${id}":\\["${id}","other"\\]\\}`));
    });
  }
});
