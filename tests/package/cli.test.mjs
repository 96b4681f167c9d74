// The command line: the output of each command, and its errors.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { check, referencePolicy } from "case-slo";
import { cli } from "./support/cli.mjs";
import { install, output, root } from "./support/installed.mjs";

const reference = "policies/cisco-spark-swss.json";
const boreal = "policies/boreal-care.json";
const text = { en: "Text" };

/** A policy with one question, no more than a policy needs; `changes` go over it. */
const small = (changes = {}) => ({
  id: "small",
  version: "1",
  title: text,
  languages: ["en"],
  severities: [
    { id: "bad", name: text },
    { id: "fine", name: text },
  ],
  questions: [
    {
      id: "colour",
      text,
      options: [
        { id: "red", text },
        { id: "green", text },
      ],
    },
  ],
  classification: { rules: [{ id: "r", when: { colour: ["red"] }, severity: "bad", basis: "stated" }] },
  ...changes,
});

/** Runs on a policy that is not in a file. */
const on = (policy, ...args) => cli(args, { input: JSON.stringify(policy) });

/** Answered: exit code 0, nothing to complain about. */
async function answered(args, options) {
  const { code, out, err } = await cli(args, options);
  assert.equal(err, "");
  assert.equal(code, 0);
  return out;
}

/** Refused with this code and a message, without a stack and without an answer. */
async function refused(args, code, message, options) {
  const result = await cli(args, options);
  assert.match(result.err, message);
  assert.equal(result.code, code);
  assert.equal(result.out, "");
  assert.doesNotMatch(result.err, /^\s+at |node:internal|file:\/\//m);
}

describe("as a program", () => {
  test("help lists every command, and every command has its own", async () => {
    const help = await answered(["--help"]);
    const names = [...help.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name);
    assert.deepEqual(names, [
      "check",
      "diff",
      "import",
      "questions",
      "table",
      "rules",
      "classify",
      "deadline",
      "elapsed",
      "expect",
      "evaluate",
      "report",
      "availability",
      "sample",
      "render",
      "page",
      "tags",
    ]);
    for (const name of names) {
      const own = await answered([name, "--help"]);
      assert.ok(own.startsWith(`usage: case-slo ${name} `));
      assert.equal(await answered(["help", name]), own);
    }
  });

  test("the guide names every command and every option", async () => {
    const guide = await readFile(join(root, "docs/command-line.md"), "utf8");
    for (const [, name] of (await answered(["--help"])).matchAll(/^ {2}(\w+) {2}/gm)) {
      const [, ownPart] = guide.split(new RegExp(`^## .*\`${name}\`.*$`, "m"));
      assert.ok(ownPart, `the guide has a part about ${name}`);
      const part = ownPart.split(/^## /m)[0];
      for (const [option] of (await answered([name, "--help"])).matchAll(/--\w+/g)) {
        assert.ok(part.includes(option), `${name} ${option} is missing`);
      }
    }
  });

  test("the version is the package's", async () => {
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    assert.equal(await answered(["--version"]), `${version}\n`);
  });

  test("an unknown command suggests the nearest, or none", async () => {
    await refused(["chekc"], 2, /unknown command "chekc"; did you mean "check"\?/);
    await refused(["evalute", "x"], 2, /did you mean "evaluate"\?/);
    await refused(["frobnicate"], 2, /unknown command "frobnicate"; run case-slo --help/);
    await refused(["--frob"], 2, /unknown option "--frob"/);
    await refused(["toString"], 2, /unknown command "toString"/);
    await refused([], 2, /^usage: case-slo <command>/);
  });

  test("wrong usage says how it should be", async () => {
    await refused(["check"], 2, /an argument is missing\nusage: case-slo check <policy.json\|->/);
    await refused(["check", reference, boreal], 2, /unexpected argument "policies\/boreal-care.json"/);
    await refused(["check", "--frob", reference], 2, /unknown option "--frob"\n/);
    await refused(["deadline", "always", "2026-02-03T07:14:00Z", "60", "--policy"], 2, /--policy/);
    await refused(["table", "--csv", "--json"], 2, /choose either --csv or --json/);
    await refused(["evaluate", "-"], 2, /--now is missing/);
    await refused(["classify", "service"], 2, /cannot read service/);
    await refused(["classify", reference, "service"], 2, /question=option, found "service"/);
    await refused(["classify", "service=works", "service=poor"], 2, /answered twice/);
  });

  test("an unreadable value is named", async () => {
    await refused(["check", "no-such-file.json"], 2, /cannot read no-such-file.json: no such file/);
    await refused(["check", "policies"], 2, /cannot read policies: it is a folder/);
    await refused(["check", "-"], 2, /cannot read standard input: it is not UTF-8/, {
      input: Buffer.from([0x22, 0xff, 0x22]),
    });
    await refused(["diff", "-", "-"], 2, /cannot read standard input: it can be read only once/, {
      input: JSON.stringify(small()),
    });
    await refused(["evaluate", "-", "--now", "2026-02-03T07:14:00Z"], 2, /standard input is not JSON/, { input: "{" });
  });

  test("every command prints the findings of a policy that cannot be loaded", async () => {
    const broken = { input: '{\n  "id": broken\n}' };
    for (const args of [
      ["diff", "-", reference],
      ["questions", "-"],
      ["table", "-"],
      ["classify", "-", "a=b"],
    ]) {
      await refused(args, 1, /^error\[syntax\] standard input:2:9: /, broken);
    }
    const calendar = ["deadline", "always", "2026-02-03T07:14:00Z", "60", "--policy", "-"];
    await refused(calendar, 1, /^error\[syntax\] standard input:2:9: /, broken);
  });

  test("a reader who leaves early does no harm", async () => {
    const child = spawn(process.execPath, [join(root, "dist/cli.js"), "table", boreal, "--json"], { cwd: root });
    child.stdout.destroy();
    const err = [];
    child.stderr.on("data", (chunk) => err.push(chunk));
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(Buffer.concat(err).toString(), "");
    assert.equal(code, 0);
  });

  test("control characters of a policy do not reach the terminal", async () => {
    const evil = { en: "\u001b[2J\u202eevil" };
    const policy = small({
      questions: [
        {
          id: "colour",
          text: evil,
          options: [
            { id: "red", text: evil },
            { id: "green", text },
          ],
        },
      ],
    });
    const { out } = await on(policy, "questions", "-");
    assert.match(out, /\\u001b\[2J\\u202eevil/);
    assert.doesNotMatch(out, /[\u001b\u202e]/);
    await refused(["classify", "\u001b[2J=x"], 1, /\\u001b\[2J/);
  });
});

describe("check", () => {
  test("a sound policy has no errors", async () => {
    assert.match(await answered(["check", reference]), /^0 errors, /m);
  });

  test("a finding shows its place, its line with a caret, and the help", async () => {
    const source = (await readFile(join(root, reference), "utf8")).replace(
      '"whenUnsure": "most-severe"',
      '"whenUnsure": "most-sever"',
    );
    const line = source.split("\n").findIndex((line) => line.includes('"most-sever"')) + 1;
    const { code, out } = await cli(["check", "-"], { input: source });
    const [first, shown, caret, ...rest] = out.split("\n");
    assert.match(first, new RegExp(`^error\\[schema\\] standard input:${line}:\\d+: expected one of`));
    assert.equal(shown, `  ${line} |     "whenUnsure": "most-sever",`);
    assert.equal(shown[caret.indexOf("^")], '"');
    assert.equal(shown.slice(caret.indexOf("^")), '"most-sever",');
    assert.match(rest.join("\n"), /^ {2}help: +did you mean "most-severe"\?$/m);
    assert.match(out, /^1 error, /m);
    assert.equal(code, 1);
  });

  test("--lang fr-CA prints findings in French", async () => {
    const source = JSON.stringify(small({ severities: [] }), undefined, 2).replace("{", '{ "atRsk": 1,');
    const { code, out } = await cli(["check", "-", "--lang", "fr-CA"], { input: source });
    assert.match(out, /^erreur\[schema\] standard input:\d+:\d+\u00a0: /m);
    assert.match(out, /^ {2}endroit\u00a0: +\/atRsk$/m);
    assert.match(out, /^ {2}correction\u00a0: +.*«\u00a0atRisk\u00a0»/m);
    assert.match(out, /^\d+\u00a0erreurs?, \d+\u00a0avertissements?$/m);
    assert.doesNotMatch(out, /expected |did you mean|no rule|\berror\b/);
    assert.equal(code, 1);
  });

  test("of a long line, only the part around the finding is shown", async () => {
    const source = JSON.stringify({ ...JSON.parse(await readFile(join(root, boreal), "utf8")), atRisk: "x" });
    const { out } = await cli(["check", "-"], { input: source });
    const [, shown, caret] = out.split("\n");
    assert.ok(shown.length < 120);
    assert.ok(shown.slice(caret.indexOf("^")).startsWith('"x"'), shown);
  });

  test("--json prints the result of check()", async () => {
    const source = JSON.stringify(small({ severities: [] }), undefined, 2);
    const { code, out } = await cli(["check", "-", "--json"], { input: source });
    assert.deepEqual(JSON.parse(out), check(source));
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(await answered(["check", reference, "--json"])),
      check(await readFile(join(root, reference), "utf8")),
    );
  });

  test("a colour is for a terminal only", async () => {
    const { out } = await cli(["check", "-"], { input: "{", env: { FORCE_COLOR: "1" } });
    assert.doesNotMatch(out, /\u001b/);
  });
});

describe("diff", () => {
  test("a policy and itself: nothing changes", async () => {
    assert.equal(await answered(["diff", reference, reference]), "no changes: the documents are equal\n");
    assert.deepEqual(JSON.parse(await answered(["diff", reference, reference, "--json"])), []);
  });

  test("the list of changes is in French if the command asks for it, with names in place of ids", async () => {
    const out = await answered(["diff", reference, boreal, "--lang", "fr-CA"]);
    assert.match(out, /^Niveaux de gravité · De quoi avez-vous besoin\?/m);
    assert.match(out, /^Objectifs · Si la gravité change, la cible compte\n {2}avant\u00a0: +depuis la soumission\n/m);
    assert.match(out, /\n\d+\u00a0changements\n$/);
    assert.doesNotMatch(out, /undefined|\[object/);
  });

  test("two policies are never said to be equal", async () => {
    const { out, err } = await cli(["diff", reference, boreal]);
    assert.doesNotMatch(out, /equal/);
    assert.notEqual(out + err, "");
  });
});

describe("questions", () => {
  test("the outline follows the questions to the severities", async () => {
    const lines = (await answered(["questions", reference])).split("\n");
    assert.equal(lines[0], "service: How is the service working right now?");
    assert.ok(lines.includes("  unavailable: Its main function is unavailable → critical"));
    assert.ok(lines.includes("        failures: What has failed?"));
    assert.equal(await answered(["questions"]), lines.join("\n"));
  });

  test("every end of the outline is the severity of the answers that lead there", async () => {
    const policy = referencePolicy();
    const path = [];
    let ends = 0;
    for (const line of (await answered(["questions"])).split("\n").filter(Boolean)) {
      const [, indent, id, severity] = /^( *)([\w-]+): .*?(?: → ([\w-]+))?$/.exec(line);
      path.length = indent.length / 2;
      path.push(id);
      if (severity === undefined) continue;
      ends += 1;
      const answers = Object.fromEntries(path.flatMap((id, at) => (at % 2 === 0 ? [[id, path[at + 1]]] : [])));
      const result = policy.classify(answers);
      assert.deepEqual([result.decided, result.severity], [true, severity], line);
    }
    assert.ok(ends > 10);
  });

  test("--mermaid gives a flowchart in which no text can end its label", async () => {
    const policy = small({
      questions: [
        {
          id: "colour",
          text: { en: 'A "quoted" <b>text</b>; or #1' },
          options: [
            { id: "red", text },
            { id: "green", text },
          ],
        },
      ],
    });
    const { out } = await on(policy, "questions", "-", "--mermaid");
    const [head, question, ...rest] = out.trimEnd().split("\n");
    assert.equal(head, "flowchart TD");
    assert.equal(question, '  n1["A #34;quoted#34; #60;b#62;text#60;/b#62;#59; or #35;1"]');
    for (const line of rest) assert.match(line, /^ {2}n\d+(\(\["[^"]+"\]\)| -->\|"[^"]+"\| n\d+)$/);
  });

  test("a very long questionnaire is cut, with a note", async () => {
    const options = ["a", "b", "c", "d"].map((id) => ({ id, text }));
    const questions = [..."abcdefgh"].map((id) => ({ id, text, options }));
    const severities = [..."abcdefgh"].map((id) => ({ id: `s${id}`, name: text }));
    // The severity is that of the first question answered "a": all have to be asked.
    const rules = severities.map(({ id }, at) => ({
      id,
      when: Object.fromEntries(
        questions.slice(0, at + 1).map((question, i) => [question.id, i === at ? ["a"] : ["b", "c", "d"]]),
      ),
      severity: id,
    }));
    const { code, out, err } = await on(small({ questions, severities, classification: { rules } }), "questions", "-");
    assert.equal(code, 0);
    assert.match(err, /is cut after 2,000 options/);
    assert.ok(out.split("\n").length < 5_000);
  });
});

describe("table", () => {
  const combinations = 4 * 4 * 3;

  test("every combination once, with the severity that classify gives", async () => {
    const rows = JSON.parse(await answered(["table", reference, "--json"]));
    assert.equal(rows.length, combinations);
    assert.equal(new Set(rows.map(({ answers }) => JSON.stringify(answers))).size, combinations);
    const policy = referencePolicy();
    for (const { answers, ...row } of rows) {
      const { severity, basis, clauses } = policy.classify(answers);
      assert.deepEqual(row, { severity, basis, clauses });
    }
  });

  test("Markdown and CSV say the same", async () => {
    const cells = (line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
    const markdown = (await answered(["table"])).trimEnd().split("\n");
    assert.equal(new Set(markdown.map((line) => line.length)).size, 1, "the columns line up");
    const csv = (await answered(["table", "--csv"]))
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    assert.deepEqual([markdown[0], ...markdown.slice(2)].map(cells), csv);
    assert.deepEqual(csv[0], ["service", "impact", "failures", "severity", "basis", "clauses"]);
  });

  test("--interpreted leaves only what the policy decides", async () => {
    const all = JSON.parse(await answered(["table", "--json"]));
    const some = JSON.parse(await answered(["table", "--json", "--interpreted"]));
    assert.deepEqual(
      some,
      all.filter(({ basis }) => basis === "interpreted"),
    );
    assert.ok(some.length > 0 && some.length < all.length);
  });

  test("a combination that no rule decides is undecided", async () => {
    const { out } = await on(small(), "table", "-", "--csv");
    assert.equal(out, "colour,severity,basis,clauses\nred,bad,stated,\ngreen,undecided,,\n");
  });

  test("no cell of the CSV is a formula, and none breaks out of its place", async () => {
    const clauses = { "=1+1": 0, "+1": 0, "-1": 0, "@a": 0, "\tb": 0, "\rc": 0, 'd,"e"': 0 };
    for (const id of Object.keys(clauses)) {
      const policy = small({
        classification: { rules: [{ id: "r", severity: "bad", basis: "stated", clause: id }] },
        clauses: { [id]: { heading: text, text } },
      });
      const { out, code } = await on(policy, "table", "-", "--csv");
      assert.equal(code, 0);
      assert.match(
        out.split("\n")[1],
        id.startsWith("d") ? /^red,bad,stated,"d,""e"""$/ : /^red,bad,stated,"?'[^,]*$/,
        JSON.stringify(id),
      );
    }
  });

  test("a large table is announced, one that nobody can read is refused", async () => {
    const options = [..."0123456789"].map((id) => ({ id: `o${id}`, text }));
    const questions = (count) => [..."abcdefgh"].slice(0, count).map((id) => ({ id, text, options }));
    const rules = [{ id: "r", severity: "bad" }];
    const sized = (count) => small({ questions: questions(count), classification: { rules } });
    const large = await on(
      { ...sized(4), questions: [...questions(4), { id: "z", text, options: options.slice(0, 2) }] },
      "table",
      "-",
      "--csv",
    );
    assert.match(large.err, /20,000 combinations/);
    assert.equal(large.out.trimEnd().split("\n").length, 20_001);
    await refused(["table", "-"], 1, /10,000,000 rows, more than 1,000,000|error\[limit-exceeded\]/, {
      input: JSON.stringify(sized(7)),
    });
  });
});

describe("classify", () => {
  test("severity, basis, clauses, reasons and vector", async () => {
    const out = await answered(["classify", reference, "service=works", "impact=partial", "failures=several"]);
    const { severity, because, vector } = referencePolicy().classify({
      service: "works",
      impact: "partial",
      failures: "several",
    });
    const reasons = Object.entries(because)
      .map(([question, options]) => `${question}=${options}`)
      .join(" ");
    assert.match(out, new RegExp(`^severity: +${severity}$`, "m"));
    assert.match(out, /^basis: +stated$/m);
    assert.match(out, /^clauses: +D3$/m);
    assert.match(out, new RegExp(`^because: +${reasons}$`, "m"));
    assert.ok(out.includes(vector));
    assert.doesNotMatch(out, /undecided/);
  });

  test("without a policy it is the reference policy; several options may be open", async () => {
    const out = await answered(["classify", "service=works", "impact=minimal,partial"]);
    assert.match(out, /^undecided: +still possible: medium, low$/m);
    const json = JSON.parse(await answered(["classify", "--json", "service=works", "impact=minimal,partial"]));
    assert.deepEqual(json, referencePolicy().classify({ service: "works", impact: ["minimal", "partial"] }));
  });

  test("what the policy does not know is refused by name", async () => {
    await refused(["classify", "service=off"], 1, /unknown-option: there is no option "off" \(at \/service\)/);
    await refused(["classify", "weather=fine"], 1, /unknown-question/);
    await refused(["classify", "__proto__=x"], 1, /unknown-question/);
  });
});

describe("deadline and elapsed", () => {
  const at = "2026-12-23T15:00:00-05:00";
  const office = ["--policy", boreal];

  test("a duration is in seconds or in the words of ISO 8601", async () => {
    assert.equal(
      await answered(["deadline", "always", "2026-02-03T02:14:00-05:00", "PT15M"]),
      "2026-02-03T07:29:00Z\n",
    );
    assert.equal(await answered(["deadline", "always", "2026-02-03T02:14:00-05:00", "900"]), "2026-02-03T07:29:00Z\n");
    for (const wrong of ["15M", "PT", "soon", "PT1M1H"]) {
      await refused(["deadline", "always", at, wrong], 2, /a duration is a number of seconds/);
    }
    await refused(["deadline", "always", at, "P1D"], 2, /PT24H/);
    await refused(["deadline", "always", at, "-5"], 2, /-5/);
  });

  test("the explanation has no gaps, and the counted stretches add up", async () => {
    const pause = ["--pause", "2026-12-28T15:00:00Z/2026-12-28T16:00:00Z"];
    const [due, ...lines] = (await answered(["deadline", "office", at, "PT7H30M", "--explain", ...office, ...pause]))
      .trimEnd()
      .split("\n");
    assert.equal(due, "2026-12-28T16:30:00Z");
    const segments = lines.map((line) => line.trim().split(/ {2,}/));
    assert.equal(segments[0][0], "2026-12-23T20:00:00Z");
    assert.equal(segments.at(-1)[1], due);
    for (const [index, [from]] of segments.entries()) if (index > 0) assert.equal(from, segments[index - 1][1]);
    const counted = segments.filter(([, , kind]) => kind === "counted");
    assert.equal(
      counted.reduce((sum, [from, to]) => sum + Date.parse(to) - Date.parse(from), 0),
      27_000_000,
    );
    assert.deepEqual(segments.find(([, , kind]) => kind === "holiday").slice(2), ["holiday", "24 h", "Christmas Day"]);
    assert.ok(segments.some(([, , kind]) => kind === "paused"));
  });

  test("elapsed is the way back from a deadline", async () => {
    const [first, ...lines] = (
      await answered(["elapsed", "office", at, "2026-12-28T16:30:00Z", "--explain", ...office])
    )
      .trimEnd()
      .split("\n");
    assert.equal(first, "30600 s (8 h 30 min)");
    assert.ok(lines.length > 3);
    const pause = ["--pause", "2026-12-28T15:00:00Z/2026-12-28T16:00:00Z"];
    assert.equal(
      await answered(["elapsed", "office", at, "2026-12-28T16:30:00Z", ...office, ...pause]),
      "27000 s (7 h 30 min)\n",
    );
    assert.equal(await answered(["elapsed", "always", "2026-02-03T07:14:00Z", "2026-02-03T07:14:05Z"]), "5 s\n");
  });

  test("the policy may come from standard input", async () => {
    const input = await readFile(join(root, boreal));
    assert.equal(
      await answered(["deadline", "office", at, "PT1H", "--policy", "-"], { input }),
      "2026-12-23T21:00:00Z\n",
    );
  });

  test("errors are shown by their code", async () => {
    await refused(["deadline", "office", at, "60"], 1, /unknown-calendar: there is no calendar "office"/);
    await refused(["deadline", "always", "2026-02-03T02:14:00", "60"], 1, /invalid-instant/);
    await refused(["deadline", "always", "2026", "60"], 1, /invalid-instant/);
    await refused(["deadline", "always", at, "1e9"], 2, /duration/);
    await refused(["deadline", "always", at, "999999999999"], 1, /out-of-range/);
    await refused(["elapsed", "always", at, "2026-01-01T00:00:00Z"], 1, /invalid-case/);
    await refused(["elapsed", "always", at, at, "--pause", "yesterday"], 2, /a pause is written from\/to/);
  });
});

describe("evaluate", () => {
  const facts = {
    tier: "complete",
    severity: "moderate",
    submittedAt: "2026-12-23T15:00:00-05:00",
    pauses: [["2026-12-24T14:00:00Z", null]],
  };
  const now = ["--now", "2026-12-29T15:00:00-05:00", "--policy", boreal];
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "case-slo-"));
    await writeFile(join(folder, "case.json"), JSON.stringify(facts));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("state, target and times of every objective", async () => {
    const out = await answered(["evaluate", join(folder, "case.json"), ...now]);
    assert.match(out, /^initial-response \(complete, moderate\): overdue\n {2}target: +within 1 h, calendar office$/m);
    assert.match(out, /^ {2}remaining: +−17 h 30 min$/m);
    assert.match(out, /^restoration \(complete, moderate\): paused$/m);
    assert.doesNotMatch(out, /counted/);
  });

  test("--explain adds the timeline, its columns aligned", async () => {
    const out = await answered(["evaluate", "-", ...now, "--explain"], { input: JSON.stringify(facts) });
    const lines = out.split("\n").filter((line) => /^ {2}\d{4}-/.test(line));
    assert.ok(lines.length > 20);
    for (const line of lines)
      assert.match(line, /^ {2}\S{20} {2}\S{20} {2}(counted|closed {1}|holiday|paused {1}) {2}\d/);
  });

  test("--json is the evaluation of the API", async () => {
    const urgent = { tier: "premium", severity: "critical", submittedAt: "2026-02-03T07:14:00Z" };
    const at = "2026-02-03T07:20:00Z";
    const out = await answered(["evaluate", "-", "--now", at, "--json"], { input: JSON.stringify(urgent) });
    assert.deepEqual(JSON.parse(out), referencePolicy().evaluate(urgent, at));
  });

  test("a stop that was withdrawn is no stop", async () => {
    const closed = { ...facts, pauses: [], stoppedAt: { restoration: "2026-12-23T16:00:00-05:00" } };
    assert.match(
      await answered(["evaluate", "-", ...now], { input: JSON.stringify(closed) }),
      /^restoration \(.*\): met$/m,
    );
    const reopened = { ...closed, stoppedAt: { restoration: null } };
    assert.match(
      await answered(["evaluate", "-", ...now], { input: JSON.stringify(reopened) }),
      /^restoration \(.*\): overdue$/m,
    );
  });

  test("a case that makes no sense is refused", async () => {
    for (const [input, code] of [
      ["null", "invalid-case"],
      ["[]", "invalid-case"],
      ['{"tier":"gold"}', "invalid-case|unknown-tier"],
    ]) {
      await refused(["evaluate", "-", "--now", "2026-02-03T07:20:00Z"], 1, new RegExp(`case-slo: (${code}): `), {
        input,
      });
    }
    await refused(["evaluate", "-", "--now", "noon"], 1, /invalid-instant/, {
      input: '{"tier":"premium","severity":"low","submittedAt":"2026-02-03T07:14:00Z"}',
    });
  });
});

describe("expect", () => {
  const redHat = join(root, "tests", "data", "descriptions", "red-hat.json");
  const facts = ["--tier", "premium", "--severity", "s2", "--at", "2026-11-10T00:00:00-05:00", "--policy", redHat];

  test("targets, advice with the hours of its channel, and what a target depends on", async () => {
    const out = await answered(["expect", ...facts, "--zone", "America/New_York", "--context", "country=us"]);
    assert.match(out, /^ {2}depends on: +continuous$/m);
    assert.match(out, /^ {2}due from: +2026-11-10T07:00:00Z$/m);
    assert.match(out, /^act: Open a case in the portal/m);
  });

  test("--json is the expectation of the API, and says whether the channel is open", async () => {
    const at = ["--tier", "premium", "--severity", "critical", "--at", "2026-02-03T07:14:00Z", "--json"];
    const { advice, schedule } = JSON.parse(await answered(["expect", ...at]));
    assert.deepEqual([advice[0].id, advice[0].channelOpen], ["call", true]);
    assert.deepEqual(schedule.at(-1), { advice: "escalate-overdue", at: "2026-02-03T07:29:00Z" });
  });

  test("facts that are missing or misspelt are refused", async () => {
    await refused(["expect", "--tier", "premium"], 2, /--severity is missing/);
    await refused(["expect", ...facts, "--context", "country"], 2, /expected question=option, found "country"/);
    await refused(["expect", ...facts, "--context", "country=fr"], 1, /unknown-option/);
  });
});

test("evaluate takes facts as options", async () => {
  const options = ["--tier", "premium", "--severity", "critical", "--at", "2026-02-03T07:14:00Z"];
  const out = await answered([
    "evaluate",
    ...options,
    "--stopped",
    "initial-response=2026-02-03T07:20:00Z",
    "--now",
    "2026-02-03T08:00:00Z",
  ]);
  assert.match(out, /^initial-response \(premium, critical\): met$/m);
});

test("the installed package has the command", async () => {
  const installed = await install();
  try {
    const printed = await output(installed.folder, "npx", "--offline", "case-slo", "classify", "service=unavailable");
    assert.match(printed, /^severity: +critical$/m);
  } finally {
    await installed.remove();
  }
});

test("docs/reference-table.md holds the interpreted combinations of the reference policy", async () => {
  const document = await readFile(join(root, "docs/reference-table.md"), "utf8");
  const table = await answered(["table", "--interpreted"]);
  assert.ok(document.replaceAll("\r\n", "\n").includes(`\n${table}`), "write it again: case-slo table --interpreted");
});
