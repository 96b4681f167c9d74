/** The policy as the pages ask it: clauses in groups, objectives by tier and severity, durations in words. */

import type {
  Clause,
  ObjectiveDefinition,
  PolicyDocument,
  SeverityDefinition,
  TierDefinition,
} from "../js/document.js";

/** A target in minutes, with its kind of bound. */
export interface Target {
  bound: "under" | "within";
  minutes: number;
}

/** A clause with its id. */
export interface NamedClause extends Clause {
  id: string;
}

/** Minutes of an ISO 8601 duration in hours and minutes, the only units that the objectives use. */
export function minutesOf(duration: string): number {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration);
  if (!parts || duration === "PT") throw new Error(`the duration ${duration} is not in hours and minutes`);
  return Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0);
}

/** The objective for a tier and a severity; undefined where the policy says nothing about the pair. */
export function objectiveFor(
  policy: PolicyDocument,
  tier: TierDefinition,
  severity: SeverityDefinition,
): ObjectiveDefinition | undefined {
  return policy.objectives?.find(
    ({ tiers, severities }) => tiers.includes(tier.id) && severities.includes(severity.id),
  );
}

/** The target of an objective; null where the policy states on purpose that there is none. */
export function targetOf(objective: ObjectiveDefinition | undefined): Target | null {
  const target = objective?.target;
  if (!target) return null;
  return "under" in target
    ? { bound: "under", minutes: minutesOf(target.under) }
    : { bound: "within", minutes: minutesOf(target.within) };
}

/** The clauses whose ids begin with one of the letters, in the order of the policy. */
export function clausesOf(policy: PolicyDocument, letters: string): NamedClause[] {
  return Object.entries(policy.clauses ?? {})
    .filter(([id]) => letters.includes(id.charAt(0)))
    .map(([id, clause]) => ({ id, ...clause }));
}
