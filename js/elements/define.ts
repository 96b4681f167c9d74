/** Defines `<slo-wizard>` and `<slo-calculator>`, once, and only where there are custom elements. */

import { SloCalculator, SloWizard } from "./index.js";

const elements = { "slo-wizard": SloWizard, "slo-calculator": SloCalculator };

if (typeof customElements !== "undefined") {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "slo-wizard": SloWizard;
    "slo-calculator": SloCalculator;
  }
}
