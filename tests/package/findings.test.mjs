// Messages of "Check a policy": every code of a finding has a sentence and a remedy in both languages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { root } from "./support/installed.mjs";
import { moduleOf } from "./support/source.mjs";

const { findingCodes, findingsEn, findingsFrCA } = await moduleOf("messages/findings.ts");

/** The codes of docs/diagnostics.md, each in the first cell of a row. */
const documented = [
  ...readFileSync(`${root}docs/diagnostics.md`, "utf8").matchAll(/^\| `([a-z0-9-]+)` \| (?:error|warning|info)/gm),
].map(([, code]) => code);

test("every documented code has messages, and no other has", () => {
  assert.ok(documented.length > 30);
  assert.deepEqual([...new Set(documented)].toSorted(), [...findingCodes].toSorted());
});

test("every message is a sentence", () => {
  for (const messages of [findingsEn, findingsFrCA])
    for (const [code, { text, fix }] of Object.entries(messages))
      for (const sentence of [text, fix]) assert.match(sentence, /^[A-ZÀÉ].*[.}]$/, code);
});

test("the two languages differ", () => {
  for (const code of findingCodes) assert.notEqual(findingsEn[code].text, findingsFrCA[code].text, code);
});
