/**
 * Every clause of the service description: where it acts in the interface, and what is seen there.
 *
 * `place` is a page with the case that it opens on. `shows` is the id of the piece of advice, the feature, or the
 * severity of the reference policy whose text stands there with a link to the clause; a clause that is nothing but text
 * stands on the page of the description, under its id.
 */

export const cases = {
  critical: "service:unavailable",
  high: "service:degraded/impact:minimal",
  medium: "service:works/impact:partial/failures:several",
  low: "service:works/impact:minimal/failures:single",
} as const;

export interface PageView {
  page: "index" | "prepare" | "tiers" | "description";
  severity?: keyof typeof cases;
  /** As the address of the page says it. */
  context?: string;
}

const prepare = (severity: keyof typeof cases, context: string): PageView => ({ page: "prepare", severity, context });
const description: PageView = { page: "description" };
const tiers: PageView = { page: "tiers" };

/** Cases that show several clauses each. */
const places = {
  outage: prepare("critical", "tier=premium&sale=direct&nature=fault&delivery=saas"),
  night: prepare("high", "tier=enhanced&sale=reseller&nature=fault&reporter=other&contracts=missing&training=missing"),
  vendor: prepare("high", "tier=premium&vendor=complement&consent=missing"),
  agreed: prepare("high", "tier=enhanced&vendor=complement&consent=given"),
  otherVendor: prepare("high", "tier=enhanced&vendor=other"),
  ours: prepare("high", "tier=enhanced&integration=customer-side"),
  theirs: prepare("high", "tier=enhanced&integration=cisco-side"),
  minor: prepare("low", "tier=enhanced&nature=question"),
  basic: prepare("high", "tier=basic"),
} as const;

export const clauses: Record<string, { place: PageView; shows?: string }> = {
  P1: { place: description },
  P2: { place: places.outage, shows: "contractual" },
  P3: { place: places.night, shows: "informational" },
  P4: { place: places.minor, shows: "ordered-services" },

  T1: { place: places.basic, shows: "basic-references" },
  T2: { place: tiers },
  T3: { place: tiers },

  E1: { place: tiers, shows: "level-2-access" },
  E2: { place: places.night, shows: "designated-person" },
  E3: { place: places.night, shows: "level-2" },
  E4: { place: places.minor, shows: "level-1" },
  E5: { place: tiers, shows: "onboarding-training" },
  E6: { place: tiers, shows: "request-training" },
  E7: { place: places.night, shows: "training-duty" },
  E8: { place: places.night, shows: "priority-queue" },
  E9: { place: places.theirs, shows: "integration-help" },
  E10: { place: places.ours, shows: "integration-excluded" },
  E11: { place: places.otherVendor, shows: "vendor-excluded" },
  E12: { place: places.agreed, shows: "vendor-limits" },
  E13: { place: places.vendor, shows: "vendor-consent" },
  E14: { place: places.agreed, shows: "disclosure" },
  E15: { place: places.agreed, shows: "vendor-tracking" },
  E16: { place: places.night, shows: "contracts-needed" },
  E17: { place: tiers, shows: "adoption-plan" },
  E18: { place: tiers, shows: "consumption-review" },

  M1: { place: places.outage, shows: "support-manager" },
  M2: { place: places.outage, shows: "tell-support-manager" },
  M3: { place: tiers, shows: "trend-analysis" },
  M4: { place: tiers, shows: "case-review" },
  M5: { place: tiers, shows: "issue-tracking" },
  M6: { place: tiers, shows: "road-map-review" },
  M7: { place: places.vendor, shows: "vendor-issue" },
  M8: { place: places.outage, shows: "critical-support" },
  M9: { place: tiers, shows: "change-management" },
  M10: { place: tiers, shows: "service-improvement" },
  M11: { place: places.outage, shows: "incident-updates" },
  M12: { place: tiers, shows: "post-mortem" },
  M13: { place: tiers, shows: "operations-review" },
  M14: { place: tiers, shows: "operations-dashboard" },
  M15: { place: tiers, shows: "technical-review" },
  M16: { place: tiers, shows: "training-refresh" },
  M17: { place: tiers, shows: "escalation-check" },
  M18: { place: tiers, shows: "training-facilitation" },
  M19: { place: tiers, shows: "availability-measures" },

  C1: { place: places.minor, shows: "main-contact" },
  C2: { place: places.minor, shows: "review-meetings" },
  C3: { place: places.night, shows: "call" },
  C4: { place: places.night, shows: "desk-resources" },
  C5: { place: places.night, shows: "environment" },
  C6: { place: places.night, shows: "access" },
  C7: { place: places.night, shows: "contact-list" },
  C8: { place: places.night, shows: "add-information" },
  C9: { place: places.night, shows: "priority" },
  C10: { place: places.night, shows: "stay-in-touch" },
  C11: { place: places.night, shows: "contracts-missing" },
  C12: { place: places.night, shows: "desk-training" },
  C13: { place: places.agreed, shows: "disclosure-accepted" },

  D1: { place: { page: "index", severity: "critical" }, shows: "critical" },
  D2: { place: { page: "index", severity: "high" }, shows: "high" },
  D3: { place: { page: "index", severity: "medium" }, shows: "medium" },
  D4: { place: { page: "index", severity: "low" }, shows: "low" },

  X1: { place: places.night, shows: "escalate" },

  S1: { place: places.minor, shows: "submit-by-phone" },
  S2: { place: places.night, shows: "urgent-objective" },
  S3: { place: places.minor, shows: "standard-objective" },
  S4: { place: places.minor, shows: "submit" },

  G1: { place: description },
};
