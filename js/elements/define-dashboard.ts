/** Defines `<slo-dashboard>` alone. */

import { SloDashboard } from "./dashboard/element.js";
import { register } from "./register.js";

register("slo-dashboard", SloDashboard);

declare global {
  interface HTMLElementTagNameMap {
    "slo-dashboard": SloDashboard;
  }
}
