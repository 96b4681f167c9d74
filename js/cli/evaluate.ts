import type { CaseFacts, TargetEvaluation } from "../node.js";
import { command, shared, UsageError } from "./command.js";
import { readJson, readPolicy } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";
import { spoken, timelineLines } from "./timeline.js";

export const evaluateCommand = command({
  name: "evaluate",
  summary: "evaluate a case against its objectives at a given time",
  usage: "<case.json|-> --now <time>",
  count: [1, 1],
  options: {
    now: { value: "time", help: "the time of the evaluation, in RFC 3339; required" },
    policy: shared.policy,
    explain: shared.explain,
    json: shared.json,
  },
  async run({ now, policy: policyPath, explain, json }, [path = "-"]) {
    if (now === undefined) throw new UsageError("--now is missing: the time of the evaluation");
    const facts = (await readJson(path)) as CaseFacts;
    const policy = await readPolicy(policyPath);
    const evaluation = policy.evaluate(facts, now);
    if (json) {
      printJson(evaluation);
      return 0;
    }
    for (const target of evaluation.targets) {
      for (const line of described(target)) print(line);
      if (explain) for (const line of timelineLines(target.timeline)) print(line);
    }
    if (evaluation.targets.length === 0) print("no objective applies to this case");
    return 0;
  },
});

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
