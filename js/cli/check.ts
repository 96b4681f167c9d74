import { check } from "../node.js";
import { command, shared } from "./command.js";
import { described } from "./findings.js";
import { nameOf, readText } from "./input.js";
import { counted, print, printJson } from "./output.js";

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
      for (const finding of findings) print(`${described(finding, nameOf(path), text).join("\n")}\n`);
      const notes = count("info") === 0 ? "" : `, ${counted(count("info"), "note")}`;
      print(`${counted(errors, "error")}, ${counted(count("warning"), "warning")}${notes}`);
    }
    return errors > 0 ? 1 : 0;
  },
});
