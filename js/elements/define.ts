/**
 * Defines every element. A page with one of them alone loads less by `case-slo/elements/define/wizard`, and so on.
 *
 * Each entry registers for itself: a module that they shared would be one more with side effects, and bundlers drop what
 * package.json does not name.
 */

import { SloCalculator, SloClock, SloTable, SloWizard } from "./index.js";
import { register } from "./register.js";

register("slo-calculator", SloCalculator);
register("slo-clock", SloClock);
register("slo-table", SloTable);
register("slo-wizard", SloWizard);

declare global {
  interface HTMLElementTagNameMap {
    "slo-calculator": SloCalculator;
    "slo-clock": SloClock;
    "slo-table": SloTable;
    "slo-wizard": SloWizard;
  }
}
