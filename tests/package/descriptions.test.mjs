// Each description of tests/data/descriptions as a table: its cells say the amount, or the note, that the engine counts by in every
// example.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { loadPolicy } from "case-slo";
import { cli } from "./support/cli.mjs";
import { root } from "./support/installed.mjs";

const folder = join(root, "tests/data/descriptions");

/** The cells of a rendered table: measure, severity and tier to text. */
function cellsOf(markdown) {
  const cells = new Map();
  let [measure, tiers] = ["", []];
  for (const line of markdown.replaceAll("\u00a0", " ").split("\n")) {
    const title = /^\*\*(.*): target\*\*$/.exec(line);
    if (title) [measure, tiers] = [title[1], []];
    if (!line.startsWith("| ")) continue;
    const [first, ...rest] = line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim());
    if (tiers.length === 0) tiers = rest;
    else for (const [at, cell] of rest.entries()) cells.set([measure, first, tiers[at]].join(" / "), cell);
  }
  return cells;
}

/** An amount as a table may say it: in days only around the clock, and of business days with the hour at which it is due. */
function amountOf({ seconds, businessDays }, due) {
  const hour = due === "same-time" ? "the same time of day" : "closing time";
  if (businessDays !== undefined) return new RegExp(`\\b${businessDays} business days? \\([^)]*by ${hour}\\)`);
  const ways = [];
  if (seconds % 86_400 === 0) ways.push(`${seconds / 86_400} d\\b`);
  if (seconds % 3_600 === 0) ways.push(`${seconds / 3_600} (h|business hours?)\\b`);
  if (seconds % 60 === 0) ways.push(`${seconds / 60} min`);
  ways.push(`${Math.floor(seconds / 3_600)} h ${(seconds / 60) % 60} min`);
  return new RegExp(`\\b(${ways.join("|")})`);
}

describe("the table of each description says what its examples rest on", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    test(file, async () => {
      const document = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const policy = loadPolicy(document);
      const { out, code } = await cli([
        "render",
        join(folder, file),
        "--format",
        "markdown",
        "--lang",
        "en",
        "--part",
        "objectives",
      ]);
      assert.equal(code, 0);
      const cells = cellsOf(out);
      const nameOf = (list, id) => document[list].find((entry) => entry.id === id).name.en;
      let compared = 0;
      for (const { name, case: facts, now = facts?.submittedAt } of document.examples ?? []) {
        if (facts === undefined) continue;
        const { targets, filedAs } = policy.evaluate(facts, now);
        for (const { objective } of targets) {
          const place = (severity) =>
            [objective.name.en, nameOf("severities", severity), nameOf("tiers", objective.tier)].join(" / ");
          const cell = cells.get(place(objective.severity));
          const about = `${name}: ${place(objective.severity)}: ${cell}`;
          if (objective.note) assert.ok(cell.includes(objective.note.en), about);
          if (objective.bound !== null) {
            const { due } = document.objectives.find(({ id }) => id === objective.id).target;
            assert.match(cell, amountOf(objective, due), about);
            compared += 1;
          }
          if (filedAs && !(facts.severityChanges?.length > 0)) {
            assert.ok(cells.get(place(facts.severity)).includes(nameOf("severities", filedAs)), about);
          }
        }
      }
      assert.ok(compared > 0);
    });
  }
});
