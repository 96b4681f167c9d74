/** Defines `<slo-wizard>`, `<slo-calculator>` and `<slo-clock>`, once, and only where there are custom elements. */

import { SloCalculator, SloClock, SloWizard } from "./index.js";

const elements = { "slo-wizard": SloWizard, "slo-calculator": SloCalculator, "slo-clock": SloClock };

if (typeof customElements !== "undefined") {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "slo-wizard": SloWizard;
    "slo-calculator": SloCalculator;
    "slo-clock": SloClock;
  }
}
