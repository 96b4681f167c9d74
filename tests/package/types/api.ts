/** The public contract, used as a caller would: this file has to compile, and each line marked has to be refused. */

import {
  CaseSloError,
  check,
  diffPolicies,
  engine,
  init,
  loadPolicy,
  referencePolicy,
  type Advice,
  type Answers,
  type CaseFacts,
  type Classification,
  type Diagnostic,
  type Evaluation,
  type Expectation,
  type Instant,
  type NextQuestion,
  type Objective,
  type Policy,
  type PolicyChange,
  type ReportResult,
  type TargetEvaluation,
  type Text,
} from "case-slo";
import { init as initSlim } from "case-slo/slim";

export async function begin(bytes: Uint8Array<ArrayBuffer>): Promise<"wasm" | "js"> {
  await init();
  await initSlim(new URL("https://example.com/engine.wasm"));
  await initSlim(bytes);
  return engine();
}

export function policies(text: string): Policy {
  const findings: Diagnostic[] = check(text);
  const first: { line?: number; code: string; level: "error" | "warning" | "info" } | undefined = findings[0];
  const changes: PolicyChange[] = diffPolicies(referencePolicy(), loadPolicy({ id: "x" }));
  try {
    return loadPolicy(text);
  } catch (error) {
    if (error instanceof CaseSloError)
      console.log(error.code, error.path, error.diagnostics?.[0]?.message, first, changes);
    throw error;
  }
}

export function severity(policy: Policy): string {
  const answers: Answers = { availability: "unavailable", scope: ["one", "many"], since: "unknown" };
  const next: NextQuestion | null = policy.nextQuestion(answers);
  const shown: Text | undefined = next?.options[0]?.text;
  const result: Classification = policy.classify(answers);
  const basis: "stated" | "interpreted" = result.basis;
  const { sameVersion, ignored, answers: read } = policy.parseVector(result.vector);
  console.log(shown, basis, sameVersion, ignored.length, read);
  // @ts-expect-error an answer is an option or several, never a number
  policy.classify({ availability: 1 });
  return result.severity;
}

export function clocks(policy: Policy, now: Instant): string | null | undefined {
  const facts: CaseFacts = {
    tier: "premium",
    severity: "high",
    submittedAt: new Date(0),
    stoppedAt: { "initial-response": 1_000 },
    pauses: [["2026-02-03T02:14:00-05:00", null]],
    severityChanges: [{ at: now, severity: "critical" }],
    context: { sale: "direct" },
  };
  const objectives: Objective[] = policy.objectives("premium", "high");
  const expectation: Expectation = policy.expect(facts);
  const evaluation: Evaluation = policy.evaluate(facts, now);
  const target: TargetEvaluation | undefined = evaluation.targets[0];
  const advice: Advice[] = expectation.advice;
  const due: string = policy.deadline("always", now, 1_800, [[0, 1]]);
  const open: number = policy.elapsed("always", 0, now);
  const columns: Float64Array = policy.deadlines("always", new Float64Array(1), new Float64Array(1));
  console.log(objectives, advice, due, open, columns, policy.elapsedAll("always", columns, columns));
  // @ts-expect-error the severity is needed
  policy.expect({ tier: "premium", submittedAt: now });
  return target?.dueAt;
}

export function attainment(policy: Policy, chunk: Uint8Array): ReportResult {
  const report = policy.report({ asOf: 0, columns: { id: "Case", tier: 1 }, values: { tier: { Gold: "premium" } } });
  const { rows, bytes }: { rows: number; bytes: number } = report.push(chunk);
  console.log(rows, bytes);
  try {
    return report.finish();
  } finally {
    report.free();
    policy[Symbol.dispose]();
  }
}
