import type { CaseFacts, TargetEvaluation } from "../node.js";
import { readArguments, UsageError, type Command } from "./command.js";
import { readJson, readPolicy } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";
import { spoken, timelineLines } from "./timeline.js";

export const evaluateCommand: Command = {
  name: "evaluate",
  summary: "say where a case stands against its objectives",
  usage: "<case.json|-> --now <instant>",
  options: [
    ["--now <instant>", "the instant at which the case is looked at"],
    ["--policy <file>", "the policy it is under; without it, the reference policy"],
    ["--explain", "how the time was counted"],
    ["--json", "the evaluation as JSON"],
  ],
  async run(argv) {
    const options = {
      now: { type: "string" },
      policy: { type: "string" },
      explain: { type: "boolean" },
      json: { type: "boolean" },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 1, most: 1 });
    if (values.now === undefined) throw new UsageError("--now is missing: the instant at which the case is looked at");
    const [path = "-"] = positionals;
    const facts = (await readJson(path)) as CaseFacts;
    const policy = await readPolicy(values.policy);
    const evaluation = policy.evaluate(facts, values.now);
    if (values.json) {
      printJson(evaluation);
      return 0;
    }
    for (const target of evaluation.targets) {
      for (const line of described(target)) print(line);
      if (values.explain) for (const line of timelineLines(target.timeline)) print(line);
    }
    if (evaluation.targets.length === 0) print("no objective applies");
    return 0;
  },
};

function described({ objective, state, dueAt, elapsedSeconds, remainingSeconds }: TargetEvaluation): string[] {
  const { bound, seconds, calendar, clause, measure, tier, severity } = objective;
  const rows = [["  elapsed:", spoken(elapsedSeconds)]];
  if (bound !== null && seconds !== null)
    rows.unshift(["  target:", `${bound} ${spoken(seconds)}, calendar ${calendar}`]);
  if (dueAt !== null) rows.push(["  due:", dueAt]);
  if (remainingSeconds !== null) rows.push(["  remaining:", spoken(remainingSeconds)]);
  if (clause !== undefined) rows.push(["  clause:", clause]);
  return [`${bold(safe(measure))} (${safe(tier)}, ${safe(severity)}): ${state}`, ...aligned(rows).map(safe)];
}
