// Findings under the error from which they probably follow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, referencePolicy } from "case-slo";
import { moduleOf } from "./support/source.mjs";

const { groupFindings } = await moduleOf("text/finding-groups.ts");

const policy = () => referencePolicy().toJSON();

test("an id that several places use is one cause, and what it leaves without use or objective follows from it", () => {
  const changed = policy();
  changed.severities[0].id = "crit";
  const findings = check(changed);
  const groups = groupFindings(findings);
  assert.equal(groups.length, 1, JSON.stringify(groups.map(({ finding }) => finding.message)));
  const [{ finding, consequences }] = groups;
  assert.equal(finding.code, "unknown-reference");
  assert.match(finding.message, /there is no severity "critical"/);
  assert.equal(consequences.length, findings.length - 1);
  assert.ok(consequences.some(({ code }) => code === "objective-missing"));
});

test("a missing key follows from the misspelt key that stands in its place", () => {
  const { title, ...rest } = policy();
  const [group, ...others] = groupFindings(check({ ...rest, titel: title }));
  assert.deepEqual(others, []);
  assert.equal(group.finding.path, "/titel");
  assert.deepEqual(
    group.consequences.map(({ message }) => message),
    ['the key "title" is missing'],
  );
});

test("findings that have nothing to do with each other stay apart, errors first", () => {
  const changed = policy();
  changed.clauses.unused = { heading: { en: "A", "fr-CA": "A" }, text: { en: "A", "fr-CA": "A" } };
  changed.objectives[0].measure = "nothing";
  const groups = groupFindings(check(changed));
  const apart = groups.find(({ finding }) => finding.code === "unused-clause");
  assert.ok(apart);
  assert.equal(groups[0].finding.level, "error");
});
