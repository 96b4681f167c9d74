/** Defines `<slo-calculator>` alone. */

import { SloCalculator } from "./calculator/element.js";
import { register } from "./register.js";

register("slo-calculator", SloCalculator);

declare global {
  interface HTMLElementTagNameMap {
    "slo-calculator": SloCalculator;
  }
}
