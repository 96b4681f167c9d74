/**
 * One classic script for static pages, also from a disk: the engine, the elements and the reference policy. The API is the
 * global `caseSlo`. Features that need the whole engine are not in this file: findings, reports, and the elements for tiers,
 * deliverables and the request.
 */

import * as api from "./index.js";
import "./elements/define-calculator.js";
import "./elements/define-clock.js";
import "./elements/define-table.js";
import "./elements/define-term.js";
import "./elements/define-wizard.js";

declare global {
  var caseSlo: typeof api | undefined;
}

/** Returns whether a global is the API, because an element of the page with the id "caseSlo" is a global of that name too. */
function isApi(value: unknown): boolean {
  return typeof (value as Partial<typeof api> | undefined)?.loadPolicy === "function";
}

// A second copy on the page does not replace the first one.
if (!isApi(globalThis.caseSlo)) globalThis.caseSlo = api;
