/**
 * One classic script for static pages, also from a disk: the engine, the elements and the reference policy. The API is
 * `caseSlo`, a global; what needs the findings or reports of the whole engine is not in this file.
 */

import * as api from "./index.js";
import "./elements/define.js";

declare global {
  var caseSlo: typeof api | undefined;
}

// A second copy on the page leaves the first one alone.
globalThis.caseSlo ??= api;
