/** The monthly operations dashboard: one page from two logs, which never leave the tab. */

import type { PageContext } from "../parts/context.js";
import { citeIn, withLinks } from "../parts/parts.js";
import { Shell } from "../parts/shell.js";

/** The clauses that promise it. */
const promised = ["M13", "M14", "M19"];

export function DashboardPage({ context }: { context: PageContext }) {
  const { language, messages, policy, t, to } = context;
  const { dashboard } = messages;
  return (
    <Shell
      context={context}
      title={dashboard.title}
      summary={dashboard.summary}
      live
      styles={["dashboard.css"]}
      scripts={["scripts/drop.js"]}
    >
      <div class="wide">
        <h1>{dashboard.heading}</h1>
        <p class="lead">{dashboard.lead}</p>
        <slo-dashboard lang={language} worker="case-slo" clauses={`${to("description")}#`}>
          <div class="by-hand">
            <p>{dashboard.byHand}</p>
            <ul>
              {promised.map((id) => (
                <li>
                  {withLinks(context, t(policy.clauses?.[id]?.text ?? {}))} ({citeIn(context)(id)})
                </li>
              ))}
            </ul>
            <pre>
              <code>npx case-slo report {dashboard.exampleFile} --as-of 2026-07-01T00:00:00Z</code>
            </pre>
            <p>{dashboard.definition}</p>
          </div>
        </slo-dashboard>
      </div>
    </Shell>
  );
}
