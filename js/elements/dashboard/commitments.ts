/** The features of the policy that each part of the dashboard fulfils, with their clauses. */

import type { TierFeature } from "../../index.js";
import type { ViewContext } from "../shared/element.js";

/** Parts of the dashboard that features of a policy promise. */
export const parts = ["dashboard", "cases", "critical", "status", "availability"] as const;

export type Part = (typeof parts)[number];

/**
 * Ids of the features of the reference policy, for each part. The attributes of the element name those of another policy; a
 * part without features is shown without clauses.
 */
export const defaultFeatures: Record<Part, readonly string[]> = {
  dashboard: ["operations-dashboard", "operations-dashboard-scope"],
  cases: ["operations-review", "trend-analysis", "case-review"],
  critical: ["operations-review", "critical-issues"],
  status: ["operations-review"],
  availability: ["availability-measures"],
};

/** The features of a part in a tier and a context. */
export interface Commitment {
  features: TierFeature[];
  clauses: string[];
  /** Whether the policy has such a feature, but not for this tier or offer. */
  isExcluded: boolean;
}

/** Finds the features of each part; ids that the policy does not have are left out. */
export function commitmentsOf(
  view: ViewContext,
  tier: string | null,
  context: Record<string, string>,
  ids: Record<Part, readonly string[]>,
): Record<Part, Commitment> {
  const { description, policy } = view;
  const own = tier ?? description.tiers?.at(-1)?.id;
  const found = own === undefined ? [] : policy.features(own, { context });
  const known = new Set((description.features ?? []).map(({ id }) => id));
  const commitment = (part: Part): Commitment => {
    const wanted = ids[part].filter((id) => known.has(id));
    const features = found.filter(({ id, state }) => wanted.includes(id) && state !== "excluded");
    const clauses = features.filter(
      ({ state, conditions }) => state === "included" || conditions.length === 0 || part === "availability",
    );
    return {
      features,
      clauses: [...new Set(clauses.flatMap(({ clause }) => clause ?? []))],
      isExcluded: wanted.length > 0 && features.length === 0,
    };
  };
  return Object.fromEntries(parts.map((part) => [part, commitment(part)])) as Record<Part, Commitment>;
}
