// The sample logs are read by the reports that they are made for.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadPolicy, referencePolicy } from "case-slo";
import { sampleLog, sampleOutages } from "case-slo/sample-log";

const reference = referencePolicy();
const boreal = loadPolicy(readFileSync(new URL("../../policies/boreal-care.json", import.meta.url), "utf8"));
const asOf = "2026-07-01T00:00:00Z";

const bytes = (chunks) => Buffer.concat([...chunks]);
const digest = (chunks) => createHash("sha256").update(bytes(chunks)).digest("hex");

function reportOn(policy, options, more = {}) {
  const report = policy.report({ asOf: options.asOf ?? asOf, ...more });
  for (const chunk of sampleLog(policy, options)) report.push(chunk);
  return report.finish();
}

test("the same seed gives the same log, on every engine", () => {
  // Written down: whoever changes how a log is made up changes this.
  assert.equal(digest(sampleLog(reference)), "6a4f1bf20e4cc55336918a51f604f03284d9d45a365dc9b0cff67dbed6e3c019");
  assert.equal(digest(sampleOutages()), "58b868d7591618ac95470dc6484000e12ef070c20fd23804d6cde631ea132036");
  assert.notEqual(digest(sampleLog(reference, { seed: 2 })), digest(sampleLog(reference)));
  assert.notEqual(digest(sampleOutages({ seed: 2 })), digest(sampleOutages()));
});

for (const [name, policy, language] of [
  ["in English", reference, "en"],
  ["in French", reference, "fr-CA"],
  ["on business hours", boreal, "fr-CA"],
]) {
  describe(`a log of cases ${name}`, () => {
    test("has as many rows as it is asked for, and cases of every group", () => {
      for (const rows of [1, 30, 5_000]) {
        const result = reportOn(policy, { rows, language });
        assert.equal(result.rows, rows);
        if (rows < 5_000) continue;
        const { tiers, severities } = policy.toJSON();
        assert.equal(result.groups.length, tiers.length * severities.length + 1);
        const all = result.groups.at(-1);
        assert.ok(all.attainment > 0.9 && all.attainment < 1, `${all.attainment}`);
        assert.ok(result.misses.length > 50);
        assert.ok(result.channels.length > 1);
      }
    });

    test("has every fault of a row, and none where none is wanted", () => {
      const codes = ({ problems }) => problems.map(({ code }) => code).sort();
      const faults = [
        "ambiguous-instant",
        "duplicate-id",
        "invalid-instant",
        "missing-offset",
        "stop-before-submission",
        "unknown-severity",
        "unknown-tier",
      ];
      assert.deepEqual(codes(reportOn(policy, { rows: 20_000, language })), faults);
      assert.deepEqual(codes(reportOn(policy, { rows: 20_000, language, problems: false })), []);
    });
  });
}

test("a log ends where it is asked to", () => {
  const result = reportOn(reference, { rows: 2_000, days: 28, asOf: "2027-03-01T12:00:00+01:00", seed: 7 });
  const weeks = result.weeks.filter(({ tier }) => tier === null).map(({ week }) => week);
  assert.deepEqual(weeks, ["2027-W05", "2027-W06", "2027-W07", "2027-W08", "2027-W09"]);
});

test("a log of outages has several services, and one that is still out", () => {
  for (const language of ["en", "fr-CA"]) {
    const log = reference.availability({ asOf });
    for (const chunk of sampleOutages({ language })) log.push(chunk);
    const { services, problems } = log.finish();
    assert.equal(services.length, 5);
    const all = services.at(-1);
    assert.ok(all.ongoing && all.availability > 0.98 && all.availability < 1);
    assert.equal(all.months.length, 6);
    assert.deepEqual(problems.map(({ code }) => code).sort(), ["end-before-start", "invalid-instant"]);
  }
});

test("invalid options are refused", () => {
  for (const [options, code, path] of [
    [{ rows: 0 }, "invalid-options", "/rows"],
    [{ rows: 1.5 }, "invalid-options", "/rows"],
    [{ seed: -1 }, "invalid-options", "/seed"],
    [{ days: 1e6 }, "invalid-options", "/days"],
    [{ asOf: "2026-07-01" }, "invalid-instant", "/asOf"],
    [{ asOf: "2026-07-01T00:00:00" }, "invalid-instant", "/asOf"],
    [{ asOf: 0 }, "invalid-options", "/days"],
  ]) {
    assert.throws(
      () => bytes(sampleLog(reference, options)),
      { name: "CaseSloError", code, path },
      JSON.stringify(options),
    );
  }
});
