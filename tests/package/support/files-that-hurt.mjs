// Damaged files: each gets an answer in words, on the engine in one language or the other.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { describe, test } from "node:test";
import { engine, init, referencePolicy } from "case-slo";
import { sampleLog, sampleOutages } from "case-slo/sample-log";
import { cli } from "./cli.mjs";

const asOf = "2026-07-01T00:00:00Z";
const header = "id,tier,severity,submitted_at,responded_at\n";
const good = "1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n";
const encoder = new TextEncoder();
const utf16 = (text, order) =>
  Uint8Array.from(
    [...text].flatMap((letter) => (order === "le" ? [letter.charCodeAt(0), 0] : [0, letter.charCodeAt(0)])),
  );
const latin1 = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const picture = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  0x0d,
  ...Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 256),
]);
const gzipped = gzipSync(encoder.encode(header + good.repeat(100)));

/** Name, bytes, and the problems: code, how many, and words that the first message has to have. */
const files = [
  ["an empty one", "", [["empty-log", 1, /not even a header/]]],
  ["a byte order mark alone", "\ufeff", [["empty-log", 1, /empty/]]],
  ["empty lines alone", "\r\n\n\r", [["empty-log", 1, /empty/]]],
  ["a header alone", header, []],
  ["one column", "id\n1\n2\n", [["missing-column", 4, /"tier".*The header has "id"/]]],
  ["one column without a line end", "id", [["missing-column", 4, /name it/]]],
  ["UTF-16 with its mark", Uint8Array.from([0xff, 0xfe, ...utf16(header + good, "le")]), []],
  ["UTF-16 the other way round", Uint8Array.from([0xfe, 0xff, ...utf16(header + good, "be")]), []],
  ["UTF-16 without a mark", utf16(header + good, "le"), []],
  ["Windows-1252", latin1(`id,palier,sévérité,soumis le,première réponse\n${good}`), []],
  ["Windows-1252 below a header in ASCII", latin1(`${header}${good}2,premium,élevée,2026-02-03T07:14:00Z,\n`), []],
  [
    "a broken letter in UTF-8",
    Uint8Array.from([...encoder.encode(`\ufeff${header}${good}2,premium,`), 0xff, ...encoder.encode(",,\n")]),
    [["invalid-utf-8", 1, /save the log as CSV in UTF-8/]],
  ],
  ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, ...picture]), [["invalid-encoding", 1, /\.xlsx/]]],
  ["a picture that is called .csv", picture, [["invalid-encoding", 1, /a picture.*export it as CSV/]]],
  ["an archive that is called .csv", Uint8Array.from(gzipped), [["invalid-encoding", 1, /an archive/]]],
  ["NUL bytes in a row", `${header}${good}2,premium\0,critical,2026-02-03T07:14:00Z,\n`, [["not-text", 1, /NUL/]]],
  ["a NUL byte in the header", `id,tier\0,severity\n${good}`, [["invalid-encoding", 1, /NUL/]]],
  [
    "a quote that is never closed",
    `${header}${good}2,"premium,critical\n${good.repeat(100)}`,
    [["unclosed-quote", 1, /never closed/]],
  ],
  [
    "a quote that is never closed in the header",
    `id,"tier,severity\n${good.repeat(100)}`,
    [["unclosed-quote", 1, /never closed/]],
  ],
  [
    "a cell of 1 MiB and more",
    `${header}2,premium,${"x".repeat(1 << 20)},2026-02-03T07:14:00Z,\n${good}`,
    [["limit-exceeded", 1, /1048576 bytes/]],
  ],
  [
    "a quoted cell of a megabyte",
    `${header}2,premium,"${"x\n".repeat(1 << 19)}",2026-02-03T07:14:00Z,\n${good}`,
    [["limit-exceeded", 1, /1048576 bytes/]],
  ],
  ["a cell of almost 1 MiB", `${header}"${"x".repeat(1_048_400)}",premium,critical,2026-02-03T07:14:00Z,\n${good}`, []],
  ["a header of 1 MiB and more", `id,tier,${"x".repeat(1_100_000)}\n${good}`, [["limit-exceeded", 1, /1048576 bytes/]]],
  [
    "dates before 1970 and after 2199",
    `${header}1,premium,critical,1969-12-31T23:59:59Z,\n2,premium,critical,2200-01-01T00:00:00Z,\n3,premium,critical,1970-01-01T00:30:00+01:00,\n4,premium,critical,2199-12-31T23:59:59Z,\n5,premium,critical,2026-02-03T07:14:00Z,2200-01-01T00:00:00Z\n`,
    [["out-of-range", 4, /not from 1970 to 2199: "1969-12-31T23:59:59Z"/]],
  ],
  ["a row of commas", `${header}${good},,,,\n`, []],
  [
    "a row of more and one of fewer columns",
    `${header}${good}2,premium\n3,premium,critical,2026-02-03T07:14:00Z,,,\n`,
    [["wrong-column-count", 1, /columns: 2; the header has 5/]],
  ],
  [
    "two columns of one name",
    `id,id,tier,severity,submitted,responded\n1,2,premium,critical,2026-02-03T07:14:00Z,\n`,
    [],
  ],
];

/** @param {"wasm" | "js"} kind */
export async function runFilesThatHurt(kind) {
  await init(undefined, { engine: kind });
  const policy = referencePolicy();
  const report = (log, chunk = 1 << 20) => {
    const bytes = typeof log === "string" ? encoder.encode(log) : log;
    const reader = policy.report({ asOf });
    for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
    return reader.finish();
  };

  test(`the engine runs in ${kind}`, () => assert.equal(engine(), kind));

  describe("a damaged file gets an answer in words", () => {
    for (const [name, log, expected] of files) {
      test(name, () => {
        const whole = report(log);
        assert.deepEqual(
          whole.problems.map(({ code, count }) => [code, count]),
          expected.map(([code, count]) => [code, count]),
        );
        whole.problems.forEach(({ first }, at) => {
          assert.match(first[0].message, expected[at][2]);
          assert.ok(Number.isInteger(first[0].row) && first[0].row >= 1);
        });
        // If the header is valid, good rows before and after the broken part count.
        const ofAll = ["invalid-encoding", "missing-column", "empty-log"];
        const isRead =
          typeof log === "string" &&
          log.startsWith(header) &&
          log.includes(good) &&
          !whole.problems.some(({ code }) => ofAll.includes(code));
        if (isRead) assert.ok(whole.groups.at(-1).cases >= 1);
        assert.equal(whole.groups.at(-1).tier, null);
        if (log.length < 5_000) assert.deepEqual(report(log, 3), whole, "in chunks of three bytes");
      });
    }
  });

  test("many identical ids", () => {
    const rows = kind === "wasm" ? 1_000_000 : 50_000;
    const reader = policy.report({ asOf });
    reader.push(encoder.encode(header));
    const chunk = encoder.encode(good.repeat(1_000));
    for (let row = 0; row < rows; row += 1_000) reader.push(chunk);
    const { rows: read, problems, groups } = reader.finish();
    assert.equal(read, rows);
    assert.equal(groups.at(-1).cases, 1);
    assert.equal(problems.length, 1);
    const [{ code, count, first }] = problems;
    assert.deepEqual([code, count, first.length], ["duplicate-id", rows - 1, 100]);
    assert.deepEqual(
      first.map(({ row }) => row),
      Array.from({ length: 100 }, (_, at) => at + 3),
    );
    assert.equal(first[0].message, 'the id "1" stands in a row before');
  });

  test("the command line, which runs on WebAssembly, says the same of a log", async () => {
    for (const [command, log, chunks] of [
      [
        "report",
        policy.report({ asOf, zone: "America/Toronto" }),
        sampleLog(policy, { rows: 10_000, language: "fr-CA" }),
      ],
      ["availability", policy.availability({ asOf, zone: "America/Toronto" }), sampleOutages({ seed: 4 })],
    ]) {
      const input = Buffer.concat([...chunks]);
      log.push(input);
      const { code, out } = await cli([command, "-", "--as-of", asOf, "--zone", "America/Toronto", "--json"], {
        input,
      });
      assert.equal(code, 0);
      assert.deepEqual(log.finish(), JSON.parse(out));
    }
  });
}
