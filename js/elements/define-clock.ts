/** Defines `<slo-clock>` alone. */

import { SloClock } from "./clock/element.js";
import { register } from "./register.js";

register("slo-clock", SloClock);

declare global {
  interface HTMLElementTagNameMap {
    "slo-clock": SloClock;
  }
}
