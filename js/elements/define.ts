/**
 * Defines every element. A page with one of them alone loads less by `case-slo/elements/define/wizard`, and so on.
 *
 * Each entry registers for itself: a module that they shared would be one more with side effects, and bundlers drop what
 * package.json does not name.
 */

import {
  SloCalculator,
  SloClock,
  SloDashboard,
  SloDeliverables,
  SloIntake,
  SloReport,
  SloTable,
  SloTerm,
  SloTiers,
  SloWizard,
} from "./index.js";
import { register } from "./register.js";

register("slo-calculator", SloCalculator);
register("slo-clock", SloClock);
register("slo-dashboard", SloDashboard);
register("slo-deliverables", SloDeliverables);
register("slo-intake", SloIntake);
register("slo-report", SloReport);
register("slo-table", SloTable);
register("slo-term", SloTerm);
register("slo-tiers", SloTiers);
register("slo-wizard", SloWizard);

declare global {
  interface HTMLElementTagNameMap {
    "slo-calculator": SloCalculator;
    "slo-clock": SloClock;
    "slo-dashboard": SloDashboard;
    "slo-deliverables": SloDeliverables;
    "slo-intake": SloIntake;
    "slo-report": SloReport;
    "slo-table": SloTable;
    "slo-term": SloTerm;
    "slo-tiers": SloTiers;
    "slo-wizard": SloWizard;
  }
}
