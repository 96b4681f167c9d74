/** @jsxImportSource preact */
/** The elements in JSX of Preact: this file has to compile, and each line marked has to be refused. */

import type { ComponentChild } from "preact";
import type {} from "case-slo/preact";

export function Ticket({ policy, onSeverity }: { policy: object; onSeverity(severity: string): void }): ComponentChild {
  return (
    <form>
      <slo-wizard
        class="wide"
        policy={policy}
        tier="premium"
        theme="momentum"
        required
        onslo-classified={({ detail }) => onSeverity(detail.classification.severity)}
      >
        <p slot="urgent">Call now.</p>
      </slo-wizard>
      <slo-calculator policy="#care" severity="high" onslo-change={({ detail }) => onSeverity(detail.severity)} />
      {/* @ts-expect-error there is no such engine */}
      <slo-wizard engine="fast" />
      {/* @ts-expect-error the detail has no such property */}
      <slo-wizard onslo-classified={({ detail }) => onSeverity(detail.severty)} />
    </form>
  );
}
