/** What each tier includes, side by side, and what recurs. */

import type { PageContext } from "../parts/context.js";
import { withLinks } from "../parts/cite.js";
import { Shell } from "../parts/shell.js";
import { featuresOf } from "../policy.js";

export function TiersPage({ context }: { context: PageContext }) {
  const { language, messages, policy, t, to } = context;
  const { tiers } = messages;
  const clauses = `${to("description")}#`;
  const term = (word: string, words: string) => (
    <slo-term lang={language} term={word} clauses={clauses}>
      {words}
    </slo-term>
  );
  return (
    <Shell context={context} title={tiers.title} summary={tiers.summary} live>
      <div class="wide">
        <h1>{tiers.heading}</h1>
        <p class="lead">{tiers.lead(term)}</p>
        <slo-tiers lang={language} clauses={clauses}>
          <div class="by-hand">
            {policy.tiers?.map((tier) => (
              <>
                <h2>{t(tier.name)}</h2>
                <ul>
                  {featuresOf(policy, tier).map(({ name, clause }) => (
                    <li>
                      {t(name)} {clause && withLinks(context, clause)}
                    </li>
                  ))}
                </ul>
              </>
            ))}
          </div>
        </slo-tiers>
        <h2 id="deliverables">{tiers.deliverables.heading}</h2>
        <p>{tiers.deliverables.lead}</p>
        <slo-deliverables lang={language} clauses={clauses} />
      </div>
    </Shell>
  );
}
