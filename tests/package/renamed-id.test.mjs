// Another id for an entry of a policy: every reference follows, and the policy means the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check, diffPolicies, loadPolicy } from "case-slo";
import { root } from "./support/installed.mjs";
import { moduleOf } from "./support/source.mjs";

const { withId } = await moduleOf("text/renamed-id.ts");

const policies = ["policies/boreal-care.json", "policies/cisco-spark-swss.json"].map((path) =>
  JSON.parse(readFileSync(join(root, path), "utf8")),
);

const lists = ["tiers", "severities", "questions", "measures", "events", "channels", "context", "advice", "features"];
const keyedLists = ["calendars", "goals", "clauses", "holidaySets"];

/** Every list of a policy that has ids, with the first id in it. */
function idsOf(policy) {
  const found = [];
  for (const list of lists) if (policy[list]?.length > 0) found.push([`/${list}`, policy[list][0].id]);
  for (const list of keyedLists) {
    const [id] = Object.keys(policy[list] ?? {});
    if (id !== undefined) found.push([`/${list}`, id]);
  }
  for (const list of ["questions", "context"])
    for (const [at, { options }] of (policy[list] ?? []).entries())
      found.push([`/${list}/${at}/options`, options[0].id]);
  if (policy.classification) found.push(["/classification/rules", policy.classification.rules[0].id]);
  return found;
}

test("after each renaming the policy has the findings that it had, and only the name changes", () => {
  for (const policy of policies) {
    const before = check(policy).length;
    for (const [list, id] of idsOf(policy)) {
      const renamed = withId(policy, list, id, "another-id");
      assert.notDeepEqual(renamed, policy, list);
      assert.equal(check(renamed).length, before, `${list}: ${JSON.stringify(check(renamed)[0])}`);
      const kinds = diffPolicies(loadPolicy(policy), loadPolicy(renamed)).map(({ kind }) => kind);
      assert.ok(!kinds.includes("severity"), list);
      assert.deepEqual(withId(renamed, list, "another-id", id), policy, list);
    }
  }
});

test("conditions, chosen calendars, examples and ticket fields follow", () => {
  const policy = {
    context: [{ id: "country", options: [{ id: "us" }, { id: "fr" }] }],
    measures: [{ id: "response" }, { id: "update", startsAt: "response" }],
    calendars: { local: { by: "country", values: { us: "a", fr: "b" }, else: "a" }, a: {}, b: {} },
    objectives: [{ id: "o", measure: "response", when: { country: ["us"], submitted: { during: "a" } } }],
    advice: [{ id: "x", when: { state: { response: ["overdue"] }, elapsed: { measure: "response" } } }],
    examples: [
      {
        case: { context: { country: "us" } },
        expect: { dueAt: { response: null }, dependsOn: { response: ["country"] } },
      },
    ],
    exports: { jira: { fields: { a: "{country.name} {dueAt.response}", b: { by: "country", values: { us: "1" } } } } },
  };
  const land = withId(policy, "/context", "country", "land");
  assert.equal(land.calendars.local.by, "land");
  assert.deepEqual(land.objectives[0].when.land, ["us"]);
  assert.deepEqual(land.examples[0].case.context, { land: "us" });
  assert.deepEqual(land.examples[0].expect.dependsOn.response, ["land"]);
  assert.deepEqual(land.exports.jira.fields, {
    a: "{land.name} {dueAt.response}",
    b: { by: "land", values: { us: "1" } },
  });
  const usa = withId(policy, "/context/0/options", "us", "usa");
  assert.deepEqual(usa.calendars.local.values, { usa: "a", fr: "b" });
  assert.deepEqual(usa.objectives[0].when.country, ["usa"]);
  assert.equal(usa.examples[0].case.context.country, "usa");
  assert.deepEqual(usa.exports.jira.fields.b.values, { usa: "1" });
  const first = withId(policy, "/measures", "response", "first");
  assert.deepEqual(first.advice[0].when, { state: { first: ["overdue"] }, elapsed: { measure: "first" } });
  assert.equal(first.measures[1].startsAt, "first");
  assert.deepEqual(Object.keys(first.examples[0].expect.dueAt), ["first"]);
  assert.match(first.exports.jira.fields.a, /\{dueAt\.first\}/);
  const hours = withId(policy, "/calendars", "a", "day");
  assert.deepEqual(hours.calendars.local, { by: "country", values: { us: "day", fr: "b" }, else: "day" });
  assert.equal(hours.objectives[0].when.submitted.during, "day");
  assert.ok("day" in hours.calendars && !("a" in hours.calendars));
});
