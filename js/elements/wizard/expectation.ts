import type { Advice, CaseFacts, Expectation, ScheduledAdvice, TargetEvaluation } from "../../index.js";
import type { CaseDetails } from "../shared/case-input.js";
import type { ViewContext } from "../shared/element.js";
import type { SubmissionFacts } from "../shared/fields.js";

/** Targets and advice for a case with the facts known so far. */
export interface CaseExpectation {
  /** Null without a tier, or without the time of submission. */
  facts: (CaseFacts & { submittedAt: number }) | null;
  /** Evaluation at the current time; without the time of submission, no target has a due time. */
  targets: TargetEvaluation[];
  /** The severity as which the tier files the case, if it does not offer that of the facts. */
  filedAs: string | undefined;
  advice: Advice[];
  /** The advice that will hold later if nothing happens. */
  schedule: ScheduledAdvice[];
  standing: Expectation["standing"];
  /** Whether a target is overdue. */
  isLate: boolean;
}

/** Returns the facts of a case. The tier is not a context question, so the context of the facts leaves it out. */
export function factsOf(tier: string, severity: string, context: Record<string, string>, submittedAt: number) {
  const { tier: _, ...known } = context;
  return { tier, severity, submittedAt, context: known };
}

/** Returns the facts of the details that targets depend on. */
export const submissionOf = ({ channel, zone }: CaseDetails): SubmissionFacts => ({
  ...(channel === undefined ? {} : { channel }),
  ...(zone === undefined ? {} : { zone }),
});

/** Evaluates the case at `now`. Without a tier there are no targets, and the advice is that which all tiers have in common. */
export function expectationOf(
  { policy, description }: ViewContext,
  severity: string,
  context: Record<string, string>,
  details: CaseDetails,
  now: number,
): CaseExpectation {
  const { tier } = context;
  const submittedAt = details.submittedAt ?? now;
  if (tier !== undefined) {
    const facts = { ...factsOf(tier, severity, context, submittedAt), ...submissionOf(details) };
    const { standing } = policy.expect(facts);
    // A submission may lie ahead, and nothing is evaluated before it.
    const at = Math.max(now, submittedAt);
    const { targets, filedAs } = policy.evaluate(facts, at);
    const { advice, schedule } = policy.advise(facts, at);
    if (details.submittedAt === undefined) {
      return {
        facts: null,
        targets: targets.map(withoutStart),
        filedAs,
        advice,
        schedule: [],
        standing,
        isLate: false,
      };
    }
    return { facts, targets, filedAs, advice, schedule, standing, isLate: targets.some(isOverdue) };
  }
  const each = (description.tiers ?? []).map(({ id }) => policy.expect(factsOf(id, severity, context, submittedAt)));
  const [first, ...others] = each;
  const isCommon = ({ id }: Advice) => others.every(({ advice }) => advice.some((other) => other.id === id));
  return {
    facts: null,
    targets: [],
    filedAs: undefined,
    advice: first?.advice.filter(isCommon) ?? [],
    schedule: [],
    standing: first?.standing ?? "unspecified",
    isLate: false,
  };
}

const isOverdue = ({ state }: TargetEvaluation): boolean => state === "overdue";

/** Returns a target of a case that nobody has submitted yet, or at a time that nobody knows: its clock has not started. */
function withoutStart(target: TargetEvaluation): TargetEvaluation {
  const { dependsOn: _, earliestDueAt: __, latestDueAt: ___, ...rest } = target;
  if (target.state === "not-stated" || target.state === "undetermined") return target;
  return { ...rest, state: "not-started", dueAt: null, timeline: [], elapsedSeconds: 0, consumed: null };
}
