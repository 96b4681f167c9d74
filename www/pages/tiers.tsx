/** The tiers side by side, and the recurring services. */

import type { PageContext } from "../parts/context.js";
import { citeIn, PolicyPart } from "../parts/parts.js";
import { Shell } from "../parts/shell.js";

export function TiersPage({ context }: { context: PageContext }) {
  const { language, messages, to } = context;
  const { tiers } = messages;
  const clauses = `${to("description")}#`;
  const term = (word: string, words: string) => (
    <slo-term lang={language} term={word} clauses={clauses}>
      {words}
    </slo-term>
  );
  return (
    <Shell context={context} title={tiers.title} summary={tiers.summary} live scripts={["scripts/tiers.js"]}>
      <div class="wide">
        <h1>{tiers.heading}</h1>
        <p class="lead">{tiers.lead(term)}</p>
        <slo-tiers lang={language} clauses={clauses}>
          <div class="by-hand">
            <PolicyPart context={context} part="tiers" />
          </div>
        </slo-tiers>
        <h2 id="deliverables">{tiers.deliverables.heading}</h2>
        <p>{tiers.deliverables.lead}</p>
        <slo-deliverables lang={language} clauses={clauses}>
          <div class="by-hand">
            <PolicyPart context={context} part="recurring" />
          </div>
        </slo-deliverables>
        <p>
          {tiers.dashboard(
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
