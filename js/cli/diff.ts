import { isDeepStrictEqual } from "node:util";

import { diffPolicies, type PolicyChange } from "../node.js";
import { command, shared } from "./command.js";
import { assignments } from "./findings.js";
import { readPolicy } from "./input.js";
import { aligned, bold, counted, print, printJson, safe } from "./output.js";

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
      for (const change of changes) print(`${described(change).join("\n")}\n`);
      print(
        changes.length === 0
          ? nothing(isDeepStrictEqual(before.toJSON(), after.toJSON()))
          : counted(changes.length, "change"),
      );
    }
    return 0;
  },
});

/** Two documents can differ in members that the comparison does not read, so "no change" does not mean equal. */
function nothing(same: boolean): string {
  return same ? "no changes: the documents are equal" : "no changes found, although the documents differ";
}

function described({ kind, path, message, box, count, before, after }: PolicyChange): string[] {
  const details: string[][] = [["at:", path]];
  if (before !== undefined || after !== undefined) {
    details.push(["severity:", `${before ?? "undecided"} → ${after ?? "undecided"}`]);
  }
  if (box !== undefined) details.push(["answers:", assignments(box) || "any"]);
  if (count !== undefined) details.push(["count:", counted(count, "combination")]);
  return [`${bold(safe(kind))}: ${safe(message)}`, ...aligned(details).map((detail) => `  ${safe(detail)}`)];
}
