// The commands that read logs, as programs: what they print, where, and their exit codes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import { referencePolicy } from "case-slo";
import { sampleLog, sampleOutages } from "case-slo/sample-log";
import { cli } from "./support/cli.mjs";
import { root } from "./support/installed.mjs";

const asOf = "2026-07-01T00:00:00Z";
let folder;
let [cases, outages] = ["", ""];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "case-slo-"));
  [cases, outages] = [join(folder, "cases.csv"), join(folder, "outages.csv")];
  await writeFile(cases, Buffer.concat([...sampleLog(referencePolicy(), { rows: 3_000 })]));
  await writeFile(outages, Buffer.concat([...sampleOutages()]));
});
after(() => rm(folder, { recursive: true, force: true }));

/** The answer; nothing else may be printed, because neither end is a terminal. */
async function answered(args, options, code = 0) {
  const result = await cli(args, options);
  assert.equal(result.err, "");
  assert.equal(result.code, code);
  return result.out;
}

function found(log, bytes) {
  log.push(bytes);
  return log.finish();
}

describe("report", () => {
  test("a spreadsheet is read, its rows by their own numbers, and so is a compressed log", async () => {
    const options = ["--zone", "America/Toronto", "--as-of", "2026-03-01T00:00:00Z", "--json"];
    for (const name of ["cases.xlsx", "cases.ods"]) {
      const file = join(root, "tests/data/spreadsheets", name);
      const { groups, misses, problems, reading } = JSON.parse(await answered(["report", file, ...options]));
      const { cases, met, missed, overdue } = groups.at(-1);
      assert.deepEqual({ cases, met, missed, overdue }, { cases: 3, met: 1, missed: 2, overdue: 1 });
      assert.deepEqual(
        misses.map(({ row, id }) => [row, id]),
        [
          [5, "C-3\nsecond line"],
          [4, 'C-2, "urgent"'],
        ],
      );
      // A total below the cases is no case.
      assert.deepEqual([problems, reading.headerRow, reading.footerRows], [[], 1, 1]);
    }
    const compressed = join(folder, "cases.csv.gz");
    const log = await readFile(cases);
    await writeFile(compressed, gzipSync(log));
    const read = async (path) => (await cli(["report", path, "--as-of", asOf, "--json"])).out;
    assert.equal(await read(compressed), await read(cases));
    for (const [name, bytes, reason] of [
      ["cut.csv.gz", gzipSync(log).subarray(0, 1_000), /it is damaged/],
      [
        "cut.xlsx",
        (await readFile(join(root, "tests/data/spreadsheets/cases.xlsx"))).subarray(0, 3_000),
        /not a spreadsheet/,
      ],
    ]) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const { code, err } = await cli(["report", path]);
      assert.equal(code, 2);
      assert.match(err, reason);
    }
  });

  test("--sheet names the sheet of a spreadsheet; without it, the one with most rows of dates is read", async () => {
    const file = join(root, "tests/data/spreadsheets/several.xlsx");
    const lines = async (...more) => (await answered(["report", file, "--as-of", asOf, ...more])).split("\n");
    assert.match((await lines()).join("\n"), /^66\.7% attainment: 2 of 3 .*\nread as the sheet "Cases"; utf-8/);
    assert.match((await lines("--sheet", "Other desk"))[0], /^100\.0% attainment: 2 of 2/);
    const { code, err } = await cli(["report", file, "--sheet", "Nope"]);
    assert.equal(code, 2);
    assert.match(err, /there is no sheet "Nope"; expected one of "Summary", "Cases", "Other desk", "Notes"/);
  });

  test("--context names the column of a fact that chooses the objective", async () => {
    const policy = join(folder, "two-countries.json");
    const text = (en) => ({ en });
    const objective = (id, target, more) => ({ id, measure: "initial-response", target, ...more });
    await writeFile(
      policy,
      JSON.stringify({
        ...{ id: "two", version: "1", title: text("Two countries"), languages: ["en"] },
        tiers: [{ id: "all", name: text("All") }],
        severities: [{ id: "high", name: text("High") }],
        measures: [{ id: "initial-response", name: text("Response") }],
        context: [
          {
            ...{ id: "country", text: text("Where are you?") },
            options: [
              { id: "ca", text: text("Canada") },
              { id: "fr", text: text("France") },
            ],
          },
        ],
        objectives: [
          objective("short", { within: "PT1H" }, { when: { country: ["ca"] } }),
          objective("long", { within: "PT4H" }),
        ],
      }),
    );
    const input = [
      "Severity,Created,First response,Land",
      "high,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,ca",
      "high,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,fr",
      "high,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,",
    ].join("\n");
    const args = ["report", "-", "--policy", policy, "--tier", "all", "--as-of", asOf, "--json"];
    const { groups, problems } = JSON.parse(await answered([...args, "--context", "country=Land"], { input }));
    const { met, missed } = groups.at(-1);
    assert.deepEqual([met, missed], [1, 1]);
    assert.deepEqual(
      problems.map(({ code, count }) => [code, count]),
      [["undetermined", 1]],
    );
    const unnamed = await cli([...args, "--context", "country"], { input });
    assert.match(unnamed.err, /expected a column as name=header, found "country"/);
  });

  test("a sentence, a table, a line of weeks, and the problems with their rows", async () => {
    const out = await answered(["report", cases, "--as-of", asOf, "--zone", "America/Toronto"]);
    const { groups, problems } = found(
      referencePolicy().report({ asOf, zone: "America/Toronto" }),
      await readFile(cases),
    );
    const all = groups.at(-1);
    const [sentence, , reading, , head, ...rest] = out.split("\n");
    assert.equal(
      reading,
      'read as utf-8 with commas; header in row 1; id from "Case"; tier from "Tier"; severity from "Severity"; submittedAt from "Submitted at"; stoppedAt from "First response at"; channel from "Channel"',
    );
    const evaluated = (all.met + all.missed).toLocaleString("en");
    const missing = problems.reduce((sum, { count }) => sum + count, 0);
    assert.ok(
      sentence.startsWith(
        `${(100 * all.attainment).toFixed(1)}% of ${evaluated} evaluated cases; ${missing} of 3,000 could not be evaluated: ${all.met.toLocaleString("en")} met `,
      ),
      sentence,
    );
    assert.match(head, /^tier +severity +cases +met +missed +running +attainment +median +p90 +p95$/);
    assert.equal(rest.indexOf(""), groups.length);
    assert.match(
      out,
      /^by week {2}(?=.*[▂▃▄▅▆▇])[▁▂▃▄▅▆▇█·]{20,30} {2}2026-W01 to 2026-W27\n {9}from \d[05]% \(▁\) to 100% \(█\); lowest: 2026-W\d\d at \d\d\.\d%$/m,
    );
    assert.notEqual(problems.length, 0);
    for (const { code, first } of problems)
      assert.ok(out.includes(`${code}: `) && out.includes(`  row ${first[0].row}: ${first[0].message}`), code);
    assert.doesNotMatch(out, /\u001b/, "no colours in a pipe");
  });

  test("standard input is a log too; --json prints the result of the API", async () => {
    const out = await answered(["report", "-", "--as-of", asOf, "--json", "--as-tier", "premium"], {
      input: await readFile(cases),
    });
    assert.deepEqual(
      JSON.parse(out),
      found(referencePolicy().report({ asOf, asTier: "premium" }), await readFile(cases)),
    );
  });

  test("--fail-under makes it a check", async () => {
    await answered(["report", cases, "--as-of", asOf, "--fail-under", "50"]);
    const { code, err, out } = await cli(["report", cases, "--as-of", asOf, "--fail-under", "99.9"]);
    assert.equal(code, 1);
    assert.match(
      err,
      /^case-slo: 9\d\.\d% attainment; \d+ of 3,000 could not be evaluated; required: at least 99\.9%\n$/,
    );
    assert.match(out, /attainment/);
    const most = ["report", "-", "--as-of", asOf, "--fail-under", "50"];
    const input = `id,tier,severity,submitted,responded\n${"1,premium,low,2026-02-03T07:14:00Z,2026-02-03T07:15:00Z\n2,gold,low,,\n"}`;
    const thin = await cli(most, { input });
    assert.deepEqual(
      [thin.code, thin.err],
      [1, "case-slo: 50.0% of the rows could be evaluated; required: at least 99% (--min-coverage)\n"],
    );
    assert.match(
      thin.out,
      /^100\.0% of 1 evaluated case; 1 of 2 could not be evaluated: 1 met .*\n1 row: the policy has no tier "gold" \(row 3\); say what it means with --value "gold=…", or give one tier for all rows with --tier\n/,
    );
    await answered([...most, "--min-coverage", "50"], { input });
    assert.equal((await cli([...most, "--min-coverage", "x"], { input })).code, 2);
    const none = await cli(["report", "-", "--fail-under", "1"], { input: "id,tier,severity,submitted,responded\n" });
    assert.equal(none.code, 1);
    assert.match(none.err, /no case could be evaluated/);
    assert.equal((await cli(["report", cases, "--fail-under", "101"])).code, 2);
  });

  test("a log that cannot be read or evaluated is reported in words", async () => {
    assert.match((await cli(["report", join(folder, "none.csv")])).err, /cannot read .*none\.csv: no such file/);
    assert.match((await cli(["report", folder])).err, /it is a folder/);
    const out = await answered(["report", "-"], { input: Buffer.from("%PDF-1.7\n") }, 1);
    assert.match(out, /^no case could be evaluated\n/);
    assert.match(out, /^invalid-encoding: 1 row\n {2}row 1: the log is a picture, a document/m);
    assert.match((await cli(["report", cases, "--as-tier", "gold"])).err, /unknown-tier: .*"gold"/);
  });
});

describe("the form of a log", () => {
  let args;
  before(async () => {
    const policy = join(folder, "desk.json");
    const cases = JSON.parse(await readFile(join(root, "tests/data/logs.json"), "utf8"));
    await writeFile(policy, JSON.stringify(cases.policy));
    args = ["report", "-", "--policy", policy, "--tier", "standard", "--zone", "UTC", "--as-of", asOf];
  });

  test("the line of the reading says what was detected", async () => {
    const input =
      "Support report;Acme\n\nNo;Priorité;Créé le;Première réponse (UTC)\n1;Haute;25/02/2026 10:00;25/02/2026 11:00\n2;High;02/03/2026 10:00;02/03/2026 14:00\n\nTotal: 2 rows\n";
    const out = await answered(args, { input });
    assert.equal(
      out.split("\n")[1],
      'read as utf-8 with semicolons; header in row 3; id from "No"; severity from "Priorité"; submittedAt from "Créé le" (day-first); stoppedAt from "Première réponse (UTC)" (day-first, UTC); 1 row without a case passed over',
    );
  });

  test("every option has its effect", async () => {
    const log = "a;b\nid;Stufe;Start;Antwort;Frist\n1;Urgent;03/04/2026 10:00;30;03/04/2026 11:00\n";
    const { groups, reading } = JSON.parse(
      await answered(
        [
          ...[...args, "--json", "--skip-lines", "1", "--delimiter", ";", "--date-order", "day-first"],
          ...[
            "--column",
            "severity=Stufe",
            "--value",
            "Urgent=critical",
            "--elapsed",
            "Antwort=minutes",
            "--due",
            "Frist",
          ],
        ],
        { input: log },
      ),
    );
    assert.deepEqual([groups.at(-1).met, groups.at(-1).p50], [1, 1800]);
    assert.deepEqual([reading.headerRow, reading.elapsed.unit, reading.dueAt.name], [2, "minutes", "Frist"]);
    const constant = "id,created,first response\n1,2026-02-03 10:00,2026-02-03 11:00\n";
    await answered([...args, "--severity", "high"], { input: constant });
    const preset = "number,priority,opened_at,acknowledged_at\n1,1 - Critical,2026-02-03 10:00,2026-02-03 10:30\n";
    assert.match(await answered([...args, "--preset", "servicenow"], { input: preset }), /an export of servicenow/);
  });

  test("a wrong option is refused with what is expected", async () => {
    for (const [more, message] of [
      [["--date-order", "month"], /expected auto, day-first, month-first for --date-order, found "month"/],
      [["--skip-lines", "-1"], /--skip-lines/],
      [["--skip-lines", "x"], /expected a number for --skip-lines, found "x"/],
      [["--value", "Urgent"], /expected a value as value=id/],
      [["--value", "Urgent=worst"], /unknown-severity/],
      [["--severity", "worst"], /unknown-severity/],
      [["--preset", "excel"], /invalid-options: .*expected one of servicenow, jira/],
      [["--delimiter", "::"], /invalid-options: a delimiter is one character/],
    ]) {
      const { code, err } = await cli([...args, ...more], { input: "id\n" });
      assert.ok(code > 0, more.join(" "));
      assert.match(err, message);
    }
  });

  test("the cause that costs most comes with its cure, and without a figure the exit code is 1", async () => {
    const rows = (priority) => `id,priority,created,first response\n1,${priority},03/04/2026 10:00,03/04/2026 11:00\n`;
    const dates = await cli(args, { input: rows("High") });
    assert.equal(dates.code, 1);
    assert.match(
      dates.out,
      /^no case could be evaluated; 1 of 1 could not be evaluated\n1 row: day and month can be read either way: "03\/04\/2026 10:00" \(row 2\); say the order with --date-order day-first or --date-order month-first\n/,
    );
    const values = await cli([...args, "--date-order", "day-first"], { input: rows("Urgent") });
    assert.match(
      values.out,
      /say what it means with --value "Urgent=…", or give one severity for all rows with --severity\n/,
    );
    const columns = await cli(args, { input: "id,created\n1,2\n" });
    assert.match(
      columns.out,
      /\nno column was recognized as "severity"; name it.*; use --column, or give one severity for all rows with --severity/,
    );
    assert.doesNotMatch(columns.out, /%/);
  });
});

describe("availability", () => {
  test("a sentence, a table by service, one by month, and the problems", async () => {
    const out = await answered(["availability", outages, "--as-of", asOf, "--zone", "America/Toronto"]);
    const { services } = found(
      referencePolicy().availability({ asOf, zone: "America/Toronto" }),
      await readFile(outages),
    );
    assert.match(
      out,
      /^at most 99\.\d{3}% available; 2 of \d+ could not be evaluated: \d+ h \d+ min of downtime in \d+ outages \(2026-01-01T05:00:00Z to 2026-07-01T00:00:00Z\)$/m,
    );
    for (const { service } of services) assert.match(out, new RegExp(`^${service ?? "all"} +\\d\\d\\.\\d{3}%`, "m"));
    assert.equal([...out.matchAll(/^2026-0\d +(\d+(\.\d+)?% *){5}$/gm)].length, 6);
    assert.match(out, /^end-before-start: 1 row\n {2}row \d+: ended before it began/m);
    assert.match(out, /ongoing/);
    const guide = (await readFile(join(root, "docs/command-line.md"), "utf8")).replaceAll("\r\n", "\n");
    const shown = await answered([
      "availability",
      outages,
      "--as-of",
      "2026-07-01T00:00:00-04:00",
      "--zone",
      "America/Toronto",
    ]);
    assert.ok(guide.includes(`\n${shown}`), `the guide shows something else than\n${shown}`);
  });

  test("--json prints the result of the API, and --fail-under makes it a check", async () => {
    const period = { from: "2026-02-01T00:00:00Z", until: "2026-03-01T00:00:00Z" };
    const args = ["availability", "-", "--as-of", asOf, "--from", period.from, "--until", period.until];
    const input = await readFile(outages);
    assert.deepEqual(
      JSON.parse(await answered([...args, "--json"], { input })),
      found(referencePolicy().availability({ asOf, ...period }), input),
    );
    await answered([...args, "--fail-under", "99", "--min-coverage", "90"], { input });
    const { code, err } = await cli([...args, "--fail-under", "99.99", "--min-coverage", "90"], { input });
    assert.equal(code, 1);
    assert.match(
      err,
      /^case-slo: 99\.\d{3}% available; 2 of \d+ could not be evaluated; required: at least 99\.99%\n$/,
    );
    assert.match(
      (await cli([...args, "--fail-under", "99"], { input })).err,
      /rows could be evaluated; required: at least 99% /,
    );
    assert.match((await cli([...args, "--column", "begin=1"], { input })).err, /invalid-options: .*begin/);
  });
});

test("an outage log of which nothing can be read gives no availability and exit code 1", async () => {
  for (const input of [
    "",
    "\ufeff",
    "service,start,end\nPortal,soon,later\n",
    "service,start,end\nPortal,2026-04-03 10:00,2026-04-03 12:00\n",
    "Event,Monitor,Reason\nDown,Portal,Timeout\n",
  ]) {
    const { code, out } = await cli(["availability", "-", "--as-of", asOf, "--fail-under", "1"], { input });
    assert.equal(code, 1, input);
    assert.match(out, /^the availability is unknown: no outage could be read/, input);
    assert.doesNotMatch(out, /100%/, input);
  }
  await answered(["availability", "-", "--as-of", asOf, "--fail-under", "99.9"], { input: "service,start,end\n" });
});

describe("sample", () => {
  const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

  test("writes the sample log of the package, the same each time", async () => {
    const out = await answered([
      "sample",
      "--rows",
      "20000",
      "--seed",
      "3",
      "--lang",
      "fr-CA",
      "--days",
      "30",
      "--as-of",
      "2026-03-01T00:00:00Z",
    ]);
    const options = { rows: 20_000, seed: 3, language: "fr-CA", days: 30, asOf: "2026-03-01T00:00:00Z" };
    assert.equal(digest(out), digest(Buffer.concat([...sampleLog(referencePolicy(), options)])));
    assert.equal(await answered(["sample", "--outages"]), (await readFile(outages)).toString());
    assert.doesNotMatch(await answered(["sample", "--rows", "20000", "--no-problems"]), /P9/);
    const restoration = await answered([
      "sample",
      "--policy",
      "policies/boreal-care.json",
      "--measure",
      "restoration",
      "--rows",
      "10",
    ]);
    assert.equal(restoration.trimEnd().split("\n").length, 11);
  });

  test("invalid options are refused", async () => {
    for (const [args, code, message] of [
      [["--rows", "many"], 2, /expected a number for --rows, found "many"/],
      [["--rows", "0"], 1, /invalid-options/],
      [["--as-of", "today"], 1, /invalid-instant/],
      [["cases.csv"], 2, /unexpected argument/],
    ]) {
      const result = await cli(["sample", ...args]);
      assert.equal(result.code, code);
      assert.match(result.err, message);
      assert.equal(result.out, "");
    }
  });

  test("a reader that has enough may stop", async () => {
    const { execFile } = await import("node:child_process");
    const { promisify } = await import("node:util");
    const { stdout } = await promisify(execFile)(
      "sh",
      ["-c", `"${process.execPath}" dist/cli.js sample --rows 200000 | head -2`],
      { cwd: root },
    );
    assert.match(stdout, /^Case,Tier,Severity,Submitted at,First response at,Channel\nC-000001,/);
  });
});
