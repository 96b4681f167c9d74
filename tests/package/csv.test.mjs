// The one writer and reader of CSV: cells that no spreadsheet runs as a formula, at whichever delimiter it splits a file.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { csvCell, csvRows, csvText } = await moduleOf("csv.ts");

/** Cells as a spreadsheet with this delimiter reads them: quotation marks count only at the start of a cell. */
function cellsAt(text, delimiter) {
  const cells = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
      let close = end + 1;
      while (close < text.length && text[close] !== delimiter && text[close] !== "\n") close += 1;
      cells.push(text.slice(at + 1, end).replaceAll('""', '"') + text.slice(end + 1, close));
      at = close + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end += 1;
      cells.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}

const hostile = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "x;=1+1;y",
  "x,=1+1,y",
  "x\t=1+1\ty",
  "x\n=1+1",
  "x\r\n=1+1",
  'x";=1+1;"',
  '";=1+1',
  "＝1+1",
  "x;＝1+1",
  "＋1",
  "－1",
  "＠a",
  " =1+1",
  "\t=1+1",
  "'=1+1",
  "x; =1+1",
];

describe("a cell", () => {
  test("is no formula in a spreadsheet that splits at a comma, a semicolon or a tab", () => {
    for (const text of hostile)
      for (const own of [",", ";"])
        for (const delimiter of [",", ";", "\t"])
          for (const cell of cellsAt(`a${own}${csvCell(text)}${own}b`, delimiter))
            assert.doesNotMatch(cell, /^[ \u00a0]*[=+\-@＝＋－＠]/, JSON.stringify([text, own, delimiter, cell]));
  });

  test("comes back as it was, with commas", () => {
    for (const text of [...hostile, "plain", "", "'", "a'b", 'a"b', "2026-02-03T07:14:00Z"])
      assert.deepEqual(csvRows(csvText([["a", text, "b"]]))[0].cells, ["a", text, "b"], JSON.stringify(text));
  });

  test("of ordinary text is written as it is", () => {
    for (const text of ["C-000001", "2026-02-03T07:14:00Z", "Élevée", "l’an 2"]) assert.equal(csvCell(text), text);
  });
});
