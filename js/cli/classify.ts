import type { Answers } from "../node.js";
import { readArguments, UsageError, type Command } from "./command.js";
import { assignments } from "./findings.js";
import { readPolicy } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";

export const classifyCommand: Command = {
  name: "classify",
  summary: "say how severe a set of answers is, and why",
  usage: "[policy.json|-] <question=option> …",
  details: ["Several options that are still possible are written question=one,other."],
  options: [["--json", "the classification as JSON"]],
  async run(argv) {
    const { values, positionals } = readArguments(argv, { json: { type: "boolean" } }, { least: 0, most: Infinity });
    const path = positionals[0]?.includes("=") ? undefined : positionals.shift();
    const answers = readAnswers(positionals);
    const policy = await readPolicy(path);
    const result = policy.classify(answers);
    if (values.json) {
      printJson(result);
      return 0;
    }
    const rows = [
      ["severity:", result.severity],
      ["basis:", result.basis],
      ["clauses:", result.clauses.join(", ") || "none"],
      ["because:", assignments(result.because) || "nothing that was answered"],
      ["vector:", result.vector],
    ];
    if (!result.decided) rows.splice(1, 0, ["undecided:", `still possible: ${result.possible.join(", ")}`]);
    for (const { severity, change } of result.whatIf) rows.push([`${severity} if:`, assignments(change)]);
    for (const [at, line] of aligned(rows).entries()) print(at === 0 ? bold(safe(line)) : safe(line));
    return 0;
  },
};

/** Answers as they were typed; "unknown" goes to the engine as it is. */
export function readAnswers(texts: string[]): Answers {
  const answers: [string, string | string[]][] = [];
  for (const text of texts) {
    const [question, options, ...rest] = text.split("=");
    if (!question || !options || rest.length > 0)
      throw new UsageError(`an answer is written question=option: "${text}"`);
    if (answers.some(([known]) => known === question)) throw new UsageError(`"${question}" is answered twice`);
    answers.push([question, options.includes(",") ? options.split(",") : options]);
  }
  return Object.fromEntries(answers);
}
