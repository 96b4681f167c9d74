/** A log of cases against its objectives. The file never leaves the tab. */

import type { PageContext } from "../parts/context.js";
import { citeIn } from "../parts/parts.js";
import { Shell } from "../parts/shell.js";

export function ReportPage({ context }: { context: PageContext }) {
  const { language, messages, to } = context;
  const { report } = messages;
  return (
    <Shell
      context={context}
      title={report.title}
      summary={report.summary}
      live
      styles={["report.css", "dashboard.css"]}
      scripts={["scripts/drop.js"]}
    >
      <div class="wide">
        <h1>{report.heading}</h1>
        <p class="lead">{report.lead}</p>
        <slo-report lang={language} worker="case-slo" permalink="on" clauses={`${to("description")}#`}>
          <div class="by-hand">
            {report.byHand.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            <pre>
              <code>npx case-slo report {report.exampleFile} --as-of 2026-07-01T00:00:00Z</code>
            </pre>
            <p>{report.definition}</p>
          </div>
        </slo-report>
        <p>
          {messages.tiers.dashboard(
            (words) => (
              <a href={to("dashboard")}>{words}</a>
            ),
            citeIn(context),
          )}
        </p>
      </div>
    </Shell>
  );
}
