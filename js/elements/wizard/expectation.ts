import type { Advice, CaseFacts, Expectation, TargetEvaluation } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import type { SubmissionFacts } from "../shared/fields.js";

/** Targets and advice for a case with the facts known so far. */
export interface CaseExpectation {
  /** Null without a tier. */
  facts: (CaseFacts & { submittedAt: number }) | null;
  /** Evaluation at the current time. */
  targets: TargetEvaluation[];
  /** The severity as which the tier files the case, if it does not offer that of the facts. */
  filedAs: string | undefined;
  advice: Advice[];
  standing: Expectation["standing"];
}

/** Returns the facts of a case. The tier is not a context question, so the context of the facts leaves it out. */
export function factsOf(tier: string, severity: string, context: Record<string, string>, submittedAt: number) {
  const { tier: _, ...known } = context;
  return { tier, severity, submittedAt, context: known };
}

/** Evaluates the case at `now`. Without a tier there are no targets, and the advice is that which all tiers have in common. */
export function expectationOf(
  { policy, description }: ViewContext,
  severity: string,
  context: Record<string, string>,
  submittedAt: number,
  now: number,
  submission: SubmissionFacts = {},
): CaseExpectation {
  const { tier } = context;
  if (tier !== undefined) {
    const facts = { ...factsOf(tier, severity, context, submittedAt), ...submission };
    const { standing } = policy.expect(facts);
    const { targets, filedAs } = policy.evaluate(facts, now);
    return { facts, targets, filedAs, advice: policy.advise(facts, now).advice, standing };
  }
  const each = (description.tiers ?? []).map(({ id }) => policy.expect(factsOf(id, severity, context, submittedAt)));
  const [first, ...others] = each;
  const isCommon = ({ id }: Advice) => others.every(({ advice }) => advice.some((other) => other.id === id));
  return {
    facts: null,
    targets: [],
    filedAs: undefined,
    advice: first?.advice.filter(isCommon) ?? [],
    standing: first?.standing ?? "unspecified",
  };
}
