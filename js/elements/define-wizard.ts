/** Defines `<slo-wizard>` alone. */

import { SloWizard } from "./wizard/element.js";
import { register } from "./register.js";

register("slo-wizard", SloWizard);

declare global {
  interface HTMLElementTagNameMap {
    "slo-wizard": SloWizard;
  }
}
