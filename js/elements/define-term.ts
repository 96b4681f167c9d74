/** Defines `<slo-term>` alone. */

import { SloTerm } from "./term/element.js";
import { register } from "./register.js";

register("slo-term", SloTerm);

declare global {
  interface HTMLElementTagNameMap {
    "slo-term": SloTerm;
  }
}
