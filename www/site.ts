/** The pages of the site and what they share. */

/** Pages of the main navigation, in order: for people with a case. */
export const mainPages = ["index", "prepare", "calculator", "tiers", "description", "report"] as const;

/** Pages in the footer: for people who embed the elements or write a policy. */
export const otherPages = ["embed", "reference", "policy"] as const;

/** All pages. */
export const pageNames = [...mainPages, "dashboard", ...otherPages] as const;

export type PageName = (typeof pageNames)[number];

/** The elements that a page shows, by their entries; it loads nothing else. */
export const elementsOn: Record<PageName, readonly string[]> = {
  index: ["wizard"],
  prepare: ["intake"],
  calculator: ["calculator", "clock"],
  tiers: ["tiers", "deliverables", "term"],
  description: [],
  report: ["report"],
  dashboard: ["dashboard"],
  policy: [],
  embed: ["wizard", "calculator", "table"],
  reference: [],
};

/** The pages whose elements read logs, for which they need the whole engine. */
export const wholeEngine: readonly PageName[] = ["report", "dashboard"];
