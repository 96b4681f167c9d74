/** The pages of the site and what they share. */

import type { Feature } from "../js/document.js";

/** The pages, in the order of the navigation. */
export const pageNames = ["index", "calculator", "description"] as const;

export type PageName = (typeof pageNames)[number];

/** How often a feature recurs. */
export type Cadence = NonNullable<Feature["cadence"]>;
