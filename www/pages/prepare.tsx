/** The request for a case. It reads the answers of the wizard from the address of the page. */

import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { UrgentLine, withLinks } from "../parts/parts.js";
import { clausesOf } from "../site.js";
import { phone } from "../settings.js";

export function PreparePage({ context }: { context: PageContext }) {
  const { language, messages, policy, t, to } = context;
  const { prepare } = messages;
  return (
    <Shell context={context} title={prepare.title} summary={prepare.summary} live styles={["prepare.css"]}>
      <UrgentLine context={context} />
      <div class="intro">
        <h1>{prepare.heading}</h1>
        <p class="lead">{prepare.lead}</p>
      </div>
      <slo-intake lang={language} phone={phone || undefined} permalink="on" clauses={`${to("description")}#`}>
        <div class="by-hand">
          <p>{prepare.byHand}</p>
          <ul>
            {clausesOf(policy, "C").map(({ text }) => (
              <li>{withLinks(context, t(text))}</li>
            ))}
          </ul>
        </div>
      </slo-intake>
    </Shell>
  );
}
