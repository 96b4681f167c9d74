import type { Advice, CaseFacts, Expectation, TargetEvaluation } from "../../index.js";
import type { ViewContext } from "../shared/element.js";

/** The targets and the advice for a case, as far as it is known. */
export interface CaseExpectation {
  /** Null while the tier is not known. */
  facts: (CaseFacts & { submittedAt: number }) | null;
  /** As of now. */
  targets: TargetEvaluation[];
  advice: Advice[];
  standing: Expectation["standing"];
}

/** The facts of a case; without the tier, which is no context question, among its context. */
export function factsOf(tier: string, severity: string, context: Record<string, string>, submittedAt: number) {
  const { tier: _, ...known } = context;
  return { tier, severity, submittedAt, context: known };
}

/**
 * Asks the engine about the case as of `now`. Until the tier is known, the advice is the part that all tiers have in
 * common, and there are no targets.
 */
export function expectationOf(
  { policy, description }: ViewContext,
  severity: string,
  context: Record<string, string>,
  submittedAt: number,
  now: number,
): CaseExpectation {
  const { tier } = context;
  if (tier !== undefined) {
    const facts = factsOf(tier, severity, context, submittedAt);
    const { standing } = policy.expect(facts);
    const { targets } = policy.evaluate(facts, now);
    return { facts, targets, advice: policy.advise(facts, now), standing };
  }
  const each = (description.tiers ?? []).map(({ id }) => policy.expect(factsOf(id, severity, context, submittedAt)));
  const [first, ...others] = each;
  const isCommon = ({ id }: Advice) => others.every(({ advice }) => advice.some((other) => other.id === id));
  return {
    facts: null,
    targets: [],
    advice: first?.advice.filter(isCommon) ?? [],
    standing: first?.standing ?? "unspecified",
  };
}
