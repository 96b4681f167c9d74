/** `case-slo check` and `case-slo diff`: findings about a policy, and changes from one policy to another. */

import { isDeepStrictEqual } from "node:util";

import { changeMessagesFor } from "../messages/changes.js";
import { findingLinesFor } from "../messages/findings.js";
import { check, diffPolicies } from "../node.js";
import { type ChangeRow, changeRows } from "../text/changes.js";
import { command, shared } from "./command.js";
import { described as findingLines } from "./findings.js";
import { nameOf, readPolicy, readText } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";

export const checkCommand = command({
  name: "check",
  summary: "check a policy and list its errors, warnings and notes",
  usage: "<policy.json|->",
  count: [1, 1],
  options: {
    json: shared.json,
    lang: { value: "tag", help: "the language of the findings, en or fr-CA; default: en" },
  },
  async run({ json, lang = "en" }, [path = "-"]) {
    const text = await readText(path);
    const findings = check(text);
    const count = (level: string) => findings.filter((finding) => finding.level === level).length;
    const errors = count("error");
    if (json) {
      printJson(findings);
    } else {
      for (const finding of findings) print(`${findingLines(finding, nameOf(path), text, lang).join("\n")}\n`);
      print(findingLinesFor(lang).counted(errors, count("warning"), count("info")));
    }
    return errors > 0 ? 1 : 0;
  },
});

export const diffCommand = command({
  name: "diff",
  summary: "list the changes from one policy to another",
  usage: "<before.json> <after.json>",
  count: [2, 2],
  options: {
    json: shared.json,
    lang: { value: "tag", help: "the language of the list, en or fr-CA; default: en" },
  },
  async run({ json, lang = "en" }, positionals) {
    const [before, after] = [await readPolicy(positionals[0]), await readPolicy(positionals[1])];
    const changes = diffPolicies(before, after);
    if (json) {
      printJson(changes);
      return 0;
    }
    const documents = { before: before.toJSON(), after: after.toJSON() };
    const m = changeMessagesFor(lang);
    const rows = changeRows(changes, documents, lang);
    for (const row of rows) print(`${rowLines(row, lang).join("\n")}\n`);
    print(
      rows.length > 0
        ? m.changes(rows.length)
        : isDeepStrictEqual(documents.before, documents.after)
          ? m.equal
          : m.same,
    );
    return 0;
  },
});

function rowLines({ kind, part, before, after, note, path }: ChangeRow, language: string): string[] {
  const { kinds, nothing, details } = changeMessagesFor(language);
  const states = [
    [details.before, before ?? nothing],
    [details.after, after ?? nothing],
  ];
  const rows = [
    ...(before === null && after === null ? [] : states),
    ...(note === null ? [] : [[details.note, note]]),
    [details.at, path],
  ];
  return [`${bold(kinds[kind])} · ${safe(part)}`, ...aligned(rows).map((row) => `  ${safe(row)}`)];
}
