import { check } from "../node.js";
import { readArguments, type Command } from "./command.js";
import { described } from "./findings.js";
import { nameOf, readText } from "./input.js";
import { counted, print, printJson } from "./output.js";

export const checkCommand: Command = {
  name: "check",
  summary: "find everything that is wrong with a policy",
  usage: "<policy.json|->",
  options: [["--json", "the findings as JSON"]],
  async run(argv) {
    const { values, positionals } = readArguments(argv, { json: { type: "boolean" } }, { least: 1, most: 1 });
    const [path = "-"] = positionals;
    const text = await readText(path);
    const findings = check(text);
    const count = (level: string) => findings.filter((finding) => finding.level === level).length;
    const errors = count("error");
    if (values.json) {
      printJson(findings);
    } else {
      for (const finding of findings) print(`${described(finding, nameOf(path), text).join("\n")}\n`);
      const rest = count("info") === 0 ? "" : `, ${counted(count("info"), "remark")}`;
      print(`${counted(errors, "error")}, ${counted(count("warning"), "warning")}${rest}`);
    }
    return errors > 0 ? 1 : 0;
  },
};
