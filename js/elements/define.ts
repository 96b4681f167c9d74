/** Defines every element. A page with one of them alone loads less by `case-slo/elements/define/wizard`, and so on. */

import "./define-calculator.js";
import "./define-clock.js";
import "./define-table.js";
import "./define-wizard.js";
