/** The pages of the site and what they share. */

import type { Feature } from "../js/document.js";

/** The pages of the navigation, in its order: what somebody with a case needs. */
export const mainPages = ["index", "calculator", "description"] as const;

/** All pages. */
export const pageNames = [...mainPages, "policy"] as const;

export type PageName = (typeof pageNames)[number];

/** How often a feature recurs. */
export type Cadence = NonNullable<Feature["cadence"]>;
