/** Defines `<slo-tiers>` alone. */

import { SloTiers } from "./tiers/element.js";
import { register } from "./register.js";

register("slo-tiers", SloTiers);

declare global {
  interface HTMLElementTagNameMap {
    "slo-tiers": SloTiers;
  }
}
