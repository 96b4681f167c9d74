/** Defines `<slo-report>` alone. */

import { SloReport } from "./report/element.js";
import { register } from "./register.js";

register("slo-report", SloReport);

declare global {
  interface HTMLElementTagNameMap {
    "slo-report": SloReport;
  }
}
