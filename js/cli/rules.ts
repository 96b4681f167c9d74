import { rulesFromCsv, rulesToCsv, type PolicyDocument } from "../node.js";
import { readArguments, type Command } from "./command.js";
import { readJson, readText } from "./input.js";
import { print } from "./output.js";

export const rulesCommand: Command = {
  name: "rules",
  summary: "write the rules of a policy as CSV, or a policy with the rules of a CSV",
  usage: "<policy.json|-> [--from rules.csv]",
  details: [
    "A column a question, then severity, basis, clause and id; a cell holds an option, several joined with |, or * for any.",
    "Neither the policy nor the rules are checked: check does that.",
  ],
  options: [["--from <file>", "print the policy as JSON, with the rules of this CSV"]],
  async run(argv) {
    const { values, positionals } = readArguments(argv, { from: { type: "string" } }, { least: 1, most: 1 });
    const policy = (await readJson(positionals[0] ?? "-")) as PolicyDocument;
    if (values.from === undefined) print(rulesToCsv(policy).trimEnd());
    else print(JSON.stringify(rulesFromCsv(await readText(values.from), policy), null, 2));
    return 0;
  },
};
