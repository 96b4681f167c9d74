/** `case-slo classify` and `case-slo evaluate`: the severity of a case, and its objectives at a given time. */

import type { Answers, CaseFacts, TargetEvaluation } from "../node.js";
import { command, shared, UsageError } from "./command.js";
import { assignments } from "./findings.js";
import { readJson, readPolicy } from "./input.js";
import { aligned, bold, print, printJson, safe } from "./output.js";
import { durationText, timelineLines } from "./calendars.js";

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

/** Reads answers; "unknown" is passed to the engine. */
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
  const { bound, seconds, businessDays, calendar, clause, measure, tier, severity } = objective;
  const rows = [["  elapsed:", durationText(elapsedSeconds)]];
  const amount =
    businessDays !== undefined
      ? `${businessDays} business day${businessDays === 1 ? "" : "s"}`
      : seconds === null
        ? null
        : durationText(seconds);
  if (bound !== null && amount !== null) rows.unshift(["  target:", `${bound} ${amount}, calendar ${calendar}`]);
  if (dueAt !== null) rows.push(["  due:", dueAt]);
  if (remainingSeconds !== null) rows.push(["  remaining:", durationText(remainingSeconds)]);
  if (clause !== undefined) rows.push(["  clause:", clause]);
  return [`${bold(safe(measure))} (${safe(tier)}, ${safe(severity)}): ${state}`, ...aligned(rows).map(safe)];
}
