/** Defines `<slo-deliverables>` alone. */

import { SloDeliverables } from "./deliverables/element.js";
import { register } from "./register.js";

register("slo-deliverables", SloDeliverables);

declare global {
  interface HTMLElementTagNameMap {
    "slo-deliverables": SloDeliverables;
  }
}
