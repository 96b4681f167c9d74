/** The custom elements as tags of the pages. */

import type { ComponentChildren } from "preact";

interface ElementAttributes {
  lang?: string;
  theme?: string;
  policy?: string;
  phone?: string | undefined;
  tier?: string;
  severity?: string;
  submitted?: string;
  term?: string;
  clause?: string;
  permalink?: "on" | "off";
  worker?: string;
  now?: string;
  clauses?: string;
  children?: ComponentChildren;
}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "slo-wizard": ElementAttributes;
      "slo-calculator": ElementAttributes;
      "slo-clock": ElementAttributes;
      "slo-table": ElementAttributes;
      "slo-tiers": ElementAttributes;
      "slo-deliverables": ElementAttributes;
      "slo-dashboard": ElementAttributes;
      "slo-intake": ElementAttributes;
      "slo-report": ElementAttributes;
      "slo-term": ElementAttributes;
    }
  }
}
