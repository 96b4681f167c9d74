// A policy that was written from the guide alone (tests/data/author): the API, the command line, the report and the rendered table say
// the same; tests/browser/author.spec.ts holds the elements to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check, loadPolicy } from "case-slo";
import { cli } from "./support/cli.mjs";
import { root } from "./support/installed.mjs";

const path = join(root, "tests/data/author/next-day.json");
const text = readFileSync(path, "utf8");
const policy = loadPolicy(text);

/** Cases with the due time of the first response. 24 June is a holiday in Québec, 1 July in all of Canada. */
const cases = [
  [
    "before 3 p.m.: the next business day",
    "standard",
    "p2",
    "web",
    "2026-06-15T14:59:59-04:00",
    "2026-06-16T21:00:00Z",
  ],
  ["after 3 p.m.: the day after that", "standard", "p2", "web", "2026-06-15T15:01:00-04:00", "2026-06-17T21:00:00Z"],
  ["Québec's holiday is no business day", "standard", "p2", "web", "2026-06-23T10:00:00-04:00", "2026-06-25T21:00:00Z"],
  ["it is one in Toronto", "premium", "p2", "web", "2026-06-23T10:00:00-04:00", "2026-06-24T22:00:00Z"],
  ["Canada Day is one nowhere", "premium", "p2", "web", "2026-06-30T10:00:00-04:00", "2026-07-02T22:00:00Z"],
  [
    "priority 1 by phone: two hours, at night",
    "standard",
    "p1",
    "phone",
    "2026-06-24T03:00:00-04:00",
    "2026-06-24T09:00:00Z",
  ],
  ["and at the weekend", "premium", "p1", "phone", "2026-06-27T23:30:00-04:00", "2026-06-28T05:30:00Z"],
  [
    "priority 1 otherwise: the next business day",
    "premium",
    "p1",
    "web",
    "2026-06-26T16:00:00-04:00",
    "2026-06-30T22:00:00Z",
  ],
];

const read = async (...args) => {
  const { code, out, err } = await cli([...args, "--policy", path]);
  assert.equal(err, "");
  assert.equal(code, 0);
  return out;
};

describe("a policy that was written from the guide alone", () => {
  test("has no finding", () => {
    assert.deepEqual(check(text), []);
  });

  for (const [name, tier, severity, channel, submittedAt, dueAt] of cases) {
    test(`has one answer for API and command line: ${name}`, async () => {
      const facts = { tier, severity, channel, submittedAt };
      assert.equal(policy.expect(facts).targets[0].dueAt, dueAt);
      assert.equal(policy.evaluate(facts, submittedAt).targets[0].dueAt, dueAt);
      const options = ["--tier", tier, "--severity", severity, "--channel", channel, "--at", submittedAt];
      assert.equal(JSON.parse(await read("expect", ...options, "--json")).targets[0].dueAt, dueAt);
      assert.ok((await read("expect", ...options)).includes(dueAt));
    });
  }

  test("has the same answer in a report: each case is met at its due time, and missed a millisecond later", () => {
    const rows = cases.flatMap(([, tier, severity, channel, submittedAt, dueAt], at) =>
      [dueAt, new Date(Date.parse(dueAt) + 1).toISOString()].map((stop, late) =>
        [`${at}-${late}`, tier, severity, channel, submittedAt, stop].join(","),
      ),
    );
    const report = policy.report({ asOf: "2026-12-31T00:00:00Z" });
    report.push(new TextEncoder().encode(`id,tier,severity,channel,submitted,stopped\n${rows.join("\n")}\n`));
    const result = report.finish();
    assert.deepEqual(result.problems, []);
    const all = result.groups.at(-1);
    assert.deepEqual([all.cases, all.met, all.missed], [rows.length, cases.length, cases.length]);
    assert.deepEqual(
      result.misses.map(({ id }) => id).sort(),
      cases.map((_, at) => `${at}-1`),
    );
  });

  test("depends on the channel for priority 1 until it is known", () => {
    const facts = { tier: "standard", severity: "p1", submittedAt: "2026-06-15T10:00:00-04:00" };
    const [response] = policy.expect(facts).targets;
    assert.deepEqual(response.dependsOn, ["channel"]);
    assert.deepEqual([response.dueAt, response.earliestDueAt], [null, "2026-06-15T16:00:00Z"]);
    assert.equal(response.latestDueAt, "2026-06-16T21:00:00Z");
  });

  test("asks for an update every four business hours from the response until it is resolved", () => {
    const at = (time) => `2026-06-23T${time}:00-04:00`;
    const facts = { tier: "standard", severity: "p2", submittedAt: at("09:00") };
    const update = (more, now) => policy.evaluate({ ...facts, ...more }, now).targets[2];
    assert.equal(update({}, at("10:00")).state, "not-started");
    const stoppedAt = { "initial-response": at("10:00"), update: [at("13:00")] };
    const running = update({ stoppedAt }, at("14:00"));
    // 13:00 and four hours are 17:00, the closing time.
    assert.deepEqual([running.state, running.dueAt], ["on-track", "2026-06-23T21:00:00Z"]);
    assert.deepEqual(running.rounds, { met: 1, missed: 0 });
    const resolved = update(
      { stoppedAt: { ...stoppedAt, resolution: "2026-06-25T08:30:00-04:00" } },
      "2026-06-26T00:00:00Z",
    );
    // Nothing was open from closing time on the 23rd until opening time on the 25th.
    assert.deepEqual([resolved.state, resolved.rounds], ["met", { met: 2, missed: 0 }]);
  });

  test("has a table that says whose hours each target counts in", async () => {
    const { out } = await cli(["render", path, "--format", "markdown", "--lang", "en", "--part", "objectives"]);
    const cells = out
      .replaceAll("\u00a0", " ")
      .match(/^\| Priority.*$/gm)
      .map((row) => row.split(/ *\| */).slice(1, -1));
    const day = (city) =>
      `within 1 business day (${city} hours; from the next business day after 3 p.m.; by closing time)`;
    const phone = "within 2 h, if the channel is “Phone”; otherwise ";
    const hours = (city) => `within 4 business hours (${city} hours)`;
    const [note, update] = ["as soon as possible", ["Montréal", "Toronto"].map(hours)];
    assert.deepEqual(cells, [
      ["Priority 1", `${phone}${day("Montréal")}`, `${phone}${day("Toronto")}`],
      ["Priority 2", day("Montréal"), day("Toronto")],
      ["Priority 1", note, note],
      ["Priority 2", note, note],
      ["Priority 1", ...update],
      ["Priority 2", ...update],
    ]);
  });
});
