// The index of the decision records agrees with the records.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../tools/lib/paths.mjs";

const folder = inRoot("docs", "decisions");
const names = readdirSync(folder).filter((name) => name !== "README.md");
const textOf = (name) => readFileSync(`${folder}/${name}`, "utf8");

test("the index lists every record with its date, its title and its status", () => {
  const found = names.map((name) => {
    const [, title, date, accepted, replaced, by] =
      /^# (.+)\n+- Date: (\d{4}-\d\d-\d\d)(?:, revised \d{4}-\d\d-\d\d)*\n- Status: (?:(accepted)(?:; .+)?|(replaced) by \[.+\]\((.+)\))$/m.exec(
        textOf(name),
      ) ?? [];
    assert.ok(title, `${name} begins with its title, its date and its status`);
    assert.ok(name.startsWith(date), `${name} is dated ${date}`);
    assert.ok(accepted || names.includes(by), `${name} is replaced by a record`);
    return `| [${date}](${name}) | ${title} | ${accepted ?? replaced} |`;
  });
  const listed = textOf("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| ["));
  assert.deepEqual(listed, found.sort());
});
