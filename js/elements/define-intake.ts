/** Defines `<slo-intake>` alone. */

import { SloIntake } from "./intake/element.js";
import { register } from "./register.js";

register("slo-intake", SloIntake);

declare global {
  interface HTMLElementTagNameMap {
    "slo-intake": SloIntake;
  }
}
