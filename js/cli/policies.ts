/** `case-slo check` and `case-slo diff`: findings about a policy, and changes from one policy to another. */

import { isDeepStrictEqual } from "node:util";

import { check, diffPolicies, type PolicyChange } from "../node.js";
import { command, shared } from "./command.js";
import { assignments, described as findingLines } from "./findings.js";
import { nameOf, readPolicy, readText } from "./input.js";
import { aligned, bold, counted, print, printJson, safe } from "./output.js";

export const checkCommand = command({
  name: "check",
  summary: "check a policy and list its errors, warnings and notes",
  usage: "<policy.json|->",
  count: [1, 1],
  options: { json: shared.json },
  async run({ json }, [path = "-"]) {
    const text = await readText(path);
    const findings = check(text);
    const count = (level: string) => findings.filter((finding) => finding.level === level).length;
    const errors = count("error");
    if (json) {
      printJson(findings);
    } else {
      for (const finding of findings) print(`${findingLines(finding, nameOf(path), text).join("\n")}\n`);
      const notes = count("info") === 0 ? "" : `, ${counted(count("info"), "note")}`;
      print(`${counted(errors, "error")}, ${counted(count("warning"), "warning")}${notes}`);
    }
    return errors > 0 ? 1 : 0;
  },
});

export const diffCommand = command({
  name: "diff",
  summary: "list the changes from one policy to another",
  usage: "<before.json> <after.json>",
  count: [2, 2],
  options: { json: shared.json },
  async run({ json }, positionals) {
    const [before, after] = [await readPolicy(positionals[0]), await readPolicy(positionals[1])];
    const changes = diffPolicies(before, after);
    if (json) {
      printJson(changes);
    } else {
      for (const change of changes) print(`${changeLines(change).join("\n")}\n`);
      print(
        changes.length === 0
          ? noChanges(isDeepStrictEqual(before.toJSON(), after.toJSON()))
          : counted(changes.length, "change"),
      );
    }
    return 0;
  },
});

/** Two documents can differ in members that the comparison does not read, so "no change" does not mean equal. */
function noChanges(same: boolean): string {
  return same ? "no changes: the documents are equal" : "no changes found, although the documents differ";
}

function changeLines({ kind, path, message, box, count, before, after }: PolicyChange): string[] {
  const details: string[][] = [["at:", path]];
  if (before !== undefined || after !== undefined) {
    details.push(["severity:", `${before ?? "undecided"} → ${after ?? "undecided"}`]);
  }
  if (box !== undefined) details.push(["answers:", assignments(box) || "any"]);
  if (count !== undefined) details.push(["count:", counted(count, "combination")]);
  return [`${bold(safe(kind))}: ${safe(message)}`, ...aligned(details).map((detail) => `  ${safe(detail)}`)];
}
