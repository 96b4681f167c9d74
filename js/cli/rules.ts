import { rulesFromCsv, rulesToCsv, type PolicyDocument } from "../node.js";
import { command } from "./command.js";
import { readJson, readText } from "./input.js";
import { printFile, printJson } from "./output.js";

export const rulesCommand = command({
  name: "rules",
  summary: "print the rules of a policy as CSV, or a policy with rules from a CSV file",
  usage: "<policy.json|-> [--from rules.csv]",
  details: [
    "One column per question, then severity, basis, clause and id. A cell contains an option, several options joined with",
    "|, or * for any option. This command does not check the policy or the rules: use case-slo check.",
  ],
  count: [1, 1],
  options: { from: { value: "file", help: "print the policy as JSON, with the rules of this CSV file" } },
  async run({ from }, positionals) {
    const policy = (await readJson(positionals[0] ?? "-")) as PolicyDocument;
    if (from === undefined) printFile(rulesToCsv(policy).trimEnd());
    else printJson(rulesFromCsv(await readText(from), policy));
    return 0;
  },
});
