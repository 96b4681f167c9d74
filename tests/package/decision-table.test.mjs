// The rules of a policy as CSV, and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const { diffPolicies, loadPolicy, referencePolicy, rulesFromCsv, rulesToCsv } = await import(
  fileURLToPath(new URL("../../dist/node.js", import.meta.url))
);
const policy = referencePolicy().toJSON();

test("rules survive the way to CSV and back", () => {
  const back = rulesFromCsv(rulesToCsv(policy), policy);
  assert.deepEqual(back.classification.rules, policy.classification.rules);
  assert.deepEqual(diffPolicies(loadPolicy(policy), loadPolicy(back)), []);
});

test("columns are found by their names, and what is left out is left open", () => {
  const csv = '\uFEFFseverity,service\n"critical",unavailable\nhigh,degraded | poor\nlow,*\n';
  const { rules } = rulesFromCsv(csv, policy).classification;
  assert.deepEqual(rules, [
    { id: "row-2", when: { service: ["unavailable"] }, severity: "critical", basis: "stated" },
    { id: "row-3", when: { service: ["degraded", "poor"] }, severity: "high", basis: "stated" },
    { id: "row-4", when: {}, severity: "low", basis: "stated" },
  ]);
});

for (const [delimiter, name] of [
  [";", "semicolons"],
  ["\t", "tabs"],
]) {
  test(`a file that a spreadsheet saved with ${name} and a byte order mark is read`, () => {
    const text = rulesToCsv(policy).replaceAll(",", delimiter);
    assert.doesNotMatch(text, /"/);
    for (const saved of [`\ufeff${text}`, `sep=${delimiter}\r\n${text}`])
      assert.deepEqual(rulesFromCsv(saved, policy).classification.rules, policy.classification.rules);
  });
}

test("a cell that a spreadsheet would take for a formula is inert, and comes back as it was", () => {
  const odd = structuredClone(policy);
  odd.classification.rules[0].id = '=1+1,"x"';
  const csv = rulesToCsv(odd);
  assert.ok(csv.includes(`"'=1+1,""x"""`));
  assert.equal(rulesFromCsv(csv, odd).classification.rules[0].id, '=1+1,"x"');
});

test("every id comes back as it was, whatever it is made of", () => {
  const odd = [
    "a|b",
    "*",
    " s ",
    "'=x",
    "\\",
    "a\\|",
    "=1+1",
    "x;=1+1;y",
    "line\n=1",
    "\t",
    "'",
    "constructor",
    "__proto__",
    "severity",
  ];
  const wild = structuredClone(policy);
  wild.questions = odd.map((id) => ({ id, text: {}, options: odd.map((option) => ({ id: option, text: {} })) }));
  wild.severities = odd.map((id) => ({ id, name: {} }));
  wild.classification.rules = odd.map((id, at) => ({
    id,
    when: Object.fromEntries([
      [id, odd.slice(at)],
      [odd[(at + 1) % odd.length], [id]],
      [odd[(at + 2) % odd.length], []],
    ]),
    severity: id,
    basis: "stated",
    clause: id,
  }));
  const { rules } = rulesFromCsv(rulesToCsv(wild), wild).classification;
  assert.deepEqual(
    rules.map(({ when, ...rest }) => ({ ...rest, when: new Map(Object.entries(when)) })),
    wild.classification.rules.map(({ when, ...rest }) => ({ ...rest, when: new Map(Object.entries(when)) })),
  );
});

for (const [what, csv, message] of [
  ["an unknown column", "severity,weather\nhigh,bad\n", /^row 1: .*"weather"/],
  ["no severity", "service\nworks\n", /^row 1: .*"severity"/],
  ["a column twice", "severity,severity\na,b\n", /^row 1: .*two/],
  ["a row that is too short", "severity,service\nhigh\n", /^row 2: expected 2 cells, found 1/],
  ["a quotation mark that is not closed", 'severity\n"high\n', /^row 2: a quotation mark/],
  ["nothing", "", /^row 1: the table is empty/],
]) {
  test(`${what} is refused, with its row`, () => {
    assert.throws(() => rulesFromCsv(csv, policy), { name: "CaseSloError", code: "invalid-table", message });
  });
}
