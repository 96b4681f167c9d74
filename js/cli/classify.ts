import type { Answers } from "../node.js";
import { command, shared, UsageError } from "./command.js";
import { assignments } from "./findings.js";
import { readPolicy } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";

export const classifyCommand = command({
  name: "classify",
  summary: "find the severity that follows from answers, and why",
  usage: "[policy.json|-] <question=option> …",
  count: [0, Infinity],
  details: [
    "Default: the reference policy. If several options are still possible, list them: question=one,other.",
    "question=unknown stands for any option.",
  ],
  options: { json: shared.json },
  async run({ json }, positionals) {
    const path = positionals[0]?.includes("=") ? undefined : positionals.shift();
    const answers = readAnswers(positionals);
    const policy = await readPolicy(path);
    const result = policy.classify(answers);
    if (json) {
      printJson(result);
      return 0;
    }
    const rows = [
      ["severity:", result.severity],
      ["basis:", result.basis],
      ["clauses:", result.clauses.join(", ") || "none"],
      ["because:", assignments(result.because) || "none of the answers"],
      ["vector:", result.vector],
    ];
    if (!result.decided) rows.splice(1, 0, ["undecided:", `still possible: ${result.possible.join(", ")}`]);
    for (const { severity, change } of result.whatIf) rows.push([`${severity} if:`, assignments(change)]);
    for (const [at, line] of aligned(rows).entries()) print(at === 0 ? bold(safe(line)) : safe(line));
    return 0;
  },
});

/** Answers as they were typed; "unknown" goes to the engine as it is. */
export function readAnswers(texts: string[]): Answers {
  const answers: [string, string | string[]][] = [];
  for (const text of texts) {
    const [question, options, ...rest] = text.split("=");
    if (!question || !options || rest.length > 0)
      throw new UsageError(`expected an answer as question=option, found "${text}"`);
    if (answers.some(([known]) => known === question)) throw new UsageError(`"${question}" is answered twice`);
    answers.push([question, options.includes(",") ? options.split(",") : options]);
  }
  return Object.fromEntries(answers);
}
