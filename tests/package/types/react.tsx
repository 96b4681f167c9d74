/** @jsxImportSource react */
/** The elements in JSX of React 19: this file has to compile, and each line marked has to be refused. */

import { useRef, type ReactNode } from "react";
import type { SloWizard } from "case-slo/elements";
import type {} from "case-slo/react";

export function Ticket({ policy, onSeverity }: { policy: object; onSeverity(severity: string): void }): ReactNode {
  const wizard = useRef<SloWizard>(null);
  return (
    <form>
      <slo-wizard
        ref={wizard}
        className="wide"
        policy={policy}
        tier="premium"
        theme="dark"
        engine="js"
        name="severity"
        required
        onslo-classified={({ detail }) => onSeverity(detail.classification.severity)}
        onslo-error={(event) => onSeverity(event.detail.code)}
      >
        <p slot="urgent">Call now.</p>
      </slo-wizard>
      <slo-clock tier="premium" severity="high" submitted="2026-02-03T02:14:00-05:00" />
      <slo-frame element="calculator" onslo-change={({ detail }) => onSeverity(detail.severity)}>
        <iframe title="Severity" src="/frame.html" sandbox="allow-scripts" />
      </slo-frame>
      {/* @ts-expect-error there is no such theme */}
      <slo-wizard theme="purple" />
      {/* @ts-expect-error a tier is an id */}
      <slo-table tier={1} />
      {/* @ts-expect-error the detail has no such property */}
      <slo-wizard onslo-classified={({ detail }) => onSeverity(detail.severty)} />
    </form>
  );
}
