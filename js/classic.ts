/**
 * One classic script for static pages, also from a disk: the engine, the elements and the reference policy. The API is
 * `caseSlo`, a global; what needs the whole engine is not in this file: findings, reports, and the elements for tiers,
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

// A second copy on the page leaves the first one alone.
globalThis.caseSlo ??= api;
