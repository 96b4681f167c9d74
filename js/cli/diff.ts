import { isDeepStrictEqual } from "node:util";

import { diffPolicies, type PolicyChange } from "../node.js";
import { readArguments, type Command } from "./command.js";
import { assignments } from "./findings.js";
import { readPolicy } from "./input.js";
import { aligned, bold, counted, print, printJson, safe } from "./output.js";

export const diffCommand: Command = {
  name: "diff",
  summary: "tell what changes from one policy to another",
  usage: "<before.json> <after.json>",
  options: [["--json", "the changes as JSON"]],
  async run(argv) {
    const { values, positionals } = readArguments(argv, { json: { type: "boolean" } }, { least: 2, most: 2 });
    const [before, after] = [await readPolicy(positionals[0]), await readPolicy(positionals[1])];
    const changes = diffPolicies(before, after);
    if (values.json) {
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
};

/** Two documents may differ where the comparison does not look: that is not the same as being equal. */
function nothing(same: boolean): string {
  return same ? "nothing changes: the documents are equal" : "no change was found, although the documents differ";
}

function described({ kind, path, message, box, count, before, after }: PolicyChange): string[] {
  const details: string[][] = [["at:", path]];
  if (before !== undefined || after !== undefined) {
    details.push(["level:", `${before ?? "undecided"} → ${after ?? "undecided"}`]);
  }
  if (box !== undefined) details.push(["answers:", assignments(box) || "any"]);
  if (count !== undefined) details.push(["count:", counted(count, "complete answer")]);
  return [`${bold(safe(kind))}: ${safe(message)}`, ...aligned(details).map((detail) => `  ${safe(detail)}`)];
}
