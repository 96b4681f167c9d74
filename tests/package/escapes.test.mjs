// Text of policies and customers that leaves the package: it stays text, and stays short enough to be handled.

import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { markdownLine, markdownParagraph, markdownText } = await moduleOf("text/markdown.ts");
const { fieldsOf, MAX_FILLED_LENGTH } = await moduleOf("elements/handover/fields.ts");
const { printFile, printJson } = await moduleOf("cli/output.ts");

describe("a text in Markdown", () => {
  for (const [text, escaped] of [
    ["~~~\ncode", "\\~\\~\\~ code"],
    ["```js", "\\`\\`\\`js"],
    ["[a](https://b)", "\\[a\\](https://b)"],
    ["![a](b)", "!\\[a\\](b)"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["a | b", "a \\| b"],
    ["_a_ b_c", "\\_a\\_ b_c"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    ["\\*", "\\\\\\*"],
  ])
    test(`is no markup: ${JSON.stringify(text)}`, () => assert.equal(markdownText(text), escaped));
  for (const [line, escaped] of [
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["=== a", "\\=== a"],
    ["12. a", "12\\. a"],
    ["a - b", "a - b"],
  ])
    test(`begins no block: ${JSON.stringify(line)}`, () => assert.equal(markdownLine(line), escaped));
  test("keeps the lines of a paragraph, each without a block", () =>
    assert.equal(markdownParagraph("one\n  --- \n~~~\n1) two"), "one  \n\\---  \n\\~\\~\\~  \n1\\) two"));
});

describe("fields of another system", () => {
  const texts = { text: "t".repeat(3_000) };
  test("are filled up to a bound, and placeholders above it stay in sight", () => {
    const many = Array.from({ length: 10 }, () => "{text}".repeat(10_000));
    const filled = JSON.stringify(fieldsOf({ many }, texts, []));
    assert.ok(
      filled.length > MAX_FILLED_LENGTH - 3_000 && filled.length < MAX_FILLED_LENGTH + 700_000,
      `${filled.length}`,
    );
    assert.ok(filled.includes("{text}"));
  });
  test("are filled whole below the bound", () => {
    const filled = fieldsOf({ all: "{text}".repeat(300) }, texts, []).all;
    assert.equal(filled, texts.text.repeat(300));
  });
});

describe("a file that is printed", () => {
  /** The text written to standard output. */
  const printed = (isTerminal, print) => {
    let text = "";
    const terminal = Object.getOwnPropertyDescriptor(process.stdout, "isTTY");
    Object.defineProperty(process.stdout, "isTTY", { value: isTerminal, configurable: true });
    const write = mock.method(process.stdout, "write", (piece) => {
      text += piece;
      return true;
    });
    try {
      print();
    } finally {
      write.mock.restore();
      if (terminal === undefined) delete process.stdout.isTTY;
      else Object.defineProperty(process.stdout, "isTTY", terminal);
    }
    return text;
  };
  const hostile = "a\u001b]0;title\u0007\u009b2J\u202eb\n\tc";
  test("moves no cursor of a terminal", () =>
    assert.equal(
      printed(true, () => printFile(hostile)),
      "a\\u001b]0;title\\u0007\\u009b2J\\u202eb\n\tc\n",
    ));
  test("is written as it is to a file", () =>
    assert.equal(
      printed(false, () => printFile(hostile)),
      `${hostile}\n`,
    ));
  test("has as JSON no control character, and the same text", () => {
    const json = printed(false, () => printJson({ [hostile]: hostile }));
    assert.doesNotMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.deepEqual(JSON.parse(json), { [hostile]: hostile });
  });
});
