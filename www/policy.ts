/** The policy as the pages ask it: clauses in groups, targets by tier and severity. */

import type { Clause, PolicyDocument } from "../js/document.js";
import type { Objective } from "../js/types.js";

/** A target in minutes, with its kind of bound. */
export interface Target {
  bound: "under" | "within";
  minutes: number;
}

/** A clause with its id. */
export interface NamedClause extends Clause {
  id: string;
}

/** The target for a tier and a severity, as the engine reads it; null if the policy states none. */
export function targetOf(objectives: readonly Objective[], tier: string, severity: string): Target | null {
  const found = objectives.find((each) => each.tier === tier && each.severity === severity);
  if (found === undefined || found.bound === null || found.seconds === null) return null;
  return { bound: found.bound, minutes: found.seconds / 60 };
}

/** The clauses whose ids begin with one of the letters, in the order of the policy. */
export function clausesOf(policy: PolicyDocument, letters: string): NamedClause[] {
  return Object.entries(policy.clauses ?? {})
    .filter(([id]) => letters.includes(id.charAt(0)))
    .map(([id, clause]) => ({ id, ...clause }));
}
