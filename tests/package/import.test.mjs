// `case-slo import`: the settings of help desks, and tables of response times, become policies that check and evaluate.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, loadPolicy } from "case-slo";
import { cli } from "./support/cli.mjs";

const sample = (name) => `tests/data/imports/${name}`;

/** Imports files, and returns the policy with the lines about what was not imported as it was. */
async function imported(kind, names, ...options) {
  const { code, out, err } = await cli(["import", kind, ...names.map(sample), ...options]);
  assert.equal(code, 0, err);
  const document = JSON.parse(out);
  assert.deepEqual(
    check(document).filter(({ level }) => level === "error"),
    [],
  );
  return { document, policy: loadPolicy(document), lines: err.trimEnd().split("\n") };
}

/** The due time of a case that is submitted now. */
const due = (policy, tier, severity, submittedAt, measure = "initial-response", context = {}) =>
  policy
    .expect({ tier, severity, submittedAt, ...context })
    .targets.find(({ objective }) => objective.measure === measure)?.dueAt ?? null;

describe("Zendesk", () => {
  const files = ["zendesk-policies.json", "zendesk-schedules.json", "zendesk-holidays.json"];

  test("SLA policies become tiers, metrics measures, and the schedule a calendar with its holidays", async () => {
    const { document, policy } = await imported("zendesk", files);
    assert.deepEqual(
      document.tiers.map(({ id }) => id),
      ["everybody", "gold"],
    );
    assert.deepEqual(document.calendars.montreal.weekly, { "mon-fri": [["09:00", "17:00"]] });
    assert.equal(document.calendars.montreal.zone, "America/New_York");
    assert.equal(due(policy, "gold", "urgent", "2026-12-23T21:30:00Z"), "2026-12-23T21:45:00Z");
    // An hour of business hours from 16:30 on the eve of three holidays and a weekend.
    assert.equal(due(policy, "gold", "high", "2026-12-23T21:30:00Z"), "2026-12-28T14:30:00Z");
    assert.equal(due(policy, "gold", "low", "2026-12-23T21:30:00Z"), null);
  });

  test("each condition, metric and setting without a place in a policy is named", async () => {
    const { lines } = await imported("zendesk", files);
    const codes = lines.slice(0, -1).map((line) => line.split(" ")[0]);
    assert.deepEqual(codes.toSorted(), [
      "condition-not-imported",
      "holiday-not-imported",
      "measure-approximated",
      "measure-approximated",
      "not-imported",
      "not-imported",
    ]);
    assert.match(lines.join("\n"), /organization_id is 360001, type is incident/);
    assert.match(lines.join("\n"), /\/sla_policies\/0\/metric_settings/);
    assert.match(lines.join("\n"), /group_ownership_time/);
  });

  test("without a schedule, business hours are assumed, and the finding says so", async () => {
    const { document, lines } = await imported("zendesk", files.slice(0, 1), "--zone", "America/Toronto");
    assert.equal(document.calendars["business-hours"].zone, "America/Toronto");
    assert.equal(lines.filter((line) => line.startsWith("hours-assumed")).length, 1);
  });
});

describe("Freshdesk and Freshservice", () => {
  test("targets by priority count in the default business hours or in real time", async () => {
    const { document, policy, lines } = await imported("freshdesk", [
      "freshdesk-policies.json",
      "freshdesk-hours.json",
    ]);
    assert.deepEqual(
      document.tiers.map(({ id }) => id),
      ["key-accounts", "default-sla-policy"],
    );
    // Friday 11:00 in Paris, two business hours: one until noon, one on Monday.
    assert.equal(due(policy, "default-sla-policy", "high", "2026-11-27T10:00:00Z"), "2026-11-30T08:00:00Z");
    assert.equal(due(policy, "key-accounts", "urgent", "2026-11-27T23:00:00Z", "resolution"), "2026-11-28T01:00:00Z");
    assert.match(lines.join("\n"), /inactive \(at \/sla_policies\/2\): “Old”/);
    assert.match(lines.join("\n"), /company_ids: \[77,78\]/);
    assert.match(lines.join("\n"), /not-imported \(at \/sla_policies\/0\/escalation\)/);
  });

  test("Freshservice’s lists are read alike, and a holiday without a year is one of every year", async () => {
    const { document, policy } = await imported("freshservice", [
      "freshservice-policies.json",
      "freshservice-hours.json",
    ]);
    assert.deepEqual(
      document.calendars["toronto-office"].holidays.map(({ date }) => date),
      ["--07-01", "2026-12-25"],
    );
    assert.equal(due(policy, "standard", "urgent", "2026-01-01T00:00:00Z"), "2026-01-01T00:15:00Z");
  });
});

test("Zammad: SLAs that differ in the priority alone are one tier", async () => {
  const { document, policy, lines } = await imported("zammad", ["zammad-slas.json", "zammad-calendars.json"]);
  assert.deepEqual(
    document.tiers.map(({ id }) => id),
    ["factory", "high-priority"],
  );
  // Wednesday 16:30 in Berlin, an hour: half of it on Thursday.
  assert.equal(due(policy, "high-priority", "high", "2026-11-25T15:30:00Z"), "2026-11-26T08:30:00Z");
  assert.equal(due(policy, "high-priority", "low", "2026-11-25T15:30:00Z"), "2026-11-26T11:30:00Z");
  assert.equal(due(policy, "factory", "low", "2026-11-28T15:30:00Z"), "2026-11-28T16:00:00Z");
  assert.match(lines.join("\n"), /condition-not-imported .*ticket\.organization_id is 12/);
  assert.match(lines.join("\n"), /not-imported .*ical_url/);
});

describe("a table of words", () => {
  test("columns of tiers, in French, as a spreadsheet saves them", async () => {
    const { document, policy, lines } = await imported(
      "csv",
      ["matrice.csv"],
      "--lang",
      "fr-CA",
      "--zone",
      "America/Toronto",
    );
    assert.deepEqual(
      document.tiers.map(({ name }) => name["fr-CA"]),
      ["Base", "Affaires", "Privilège"],
    );
    const target = (tier, severity) => policy.objectives(tier, severity)[0];
    assert.deepEqual([target("privilege", "critique").bound, target("privilege", "critique").seconds], ["under", 900]);
    assert.equal(target("base", "moyenne").businessDays, 1);
    assert.equal(target("affaires", "moyenne").calendar, "business-hours");
    assert.equal(target("privilege", "faible").note["fr-CA"], "au mieux");
    assert.match(lines.join("\n"), /ambiguous-days \(at row 5, column 3\)/);
  });

  test("columns of measures, with a column of tiers", async () => {
    const { document, policy, lines } = await imported("csv", ["matrix.csv"]);
    assert.deepEqual(
      document.measures.map(({ id }) => id),
      ["initial-response", "update", "resolution", "root-cause-report"],
    );
    assert.equal(due(policy, "gold", "p1", "2026-11-30T00:00:00Z", "resolution"), "2026-11-30T04:00:00Z");
    assert.equal(due(policy, "silver", "p2", "2026-11-30T09:00:00Z", "resolution"), "2026-12-03T17:00:00Z");
    assert.match(lines.join("\n"), /kept-as-note \(at row 2, column 4\): “every hour”/);
  });
});

describe("what cannot be imported at all", () => {
  const refused = async (args, code, message) => {
    const result = await cli(args);
    assert.equal(result.code, code);
    assert.equal(result.out, "");
    assert.match(result.err, message);
  };

  test("a file of another kind says what is expected", async () => {
    await refused(
      ["import", "zendesk", sample("zammad-calendars.json")],
      1,
      /invalid-import: .* has no SLA policies of Zendesk/,
    );
    await refused(["import", "freshdesk", sample("matrix.csv")], 1, /invalid-import: .* is not JSON/);
  });

  test("an unknown kind names the nearest one", () => refused(["import", "zendesc", "-"], 2, /did you mean "zendesk"/));

  test("a table without targets says what a table needs", async () => {
    await refused(["import", "csv", "-"], 1, /invalid-table: row 1: the table is empty/);
  });
});
