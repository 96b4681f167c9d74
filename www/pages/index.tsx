/** The wizard. Its tag contains the definitions and the objectives, for browsers in which the engine does not run. */

import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { UrgentLine, PolicyPart } from "../parts/parts.js";
import { phone } from "../settings.js";

export function IndexPage({ context }: { context: PageContext }) {
  const { file, language, messages, shadowOf, to } = context;
  const { index } = messages;
  const attributes = {
    lang: language,
    phone: phone || undefined,
    clauses: `${to("description")}#`,
    "heading-level": "1",
  } as const;
  const question = shadowOf("slo-wizard", { attributes, stylesheet: file("wizard.css") });
  return (
    <Shell
      context={context}
      title={index.title}
      summary={index.summary}
      live
      scripts={["scripts/title.js"]}
      elementStyles={["wizard.css"]}
    >
      <UrgentLine context={context} />
      <div class="intro">
        <h1>{index.heading}</h1>
        <p class="lead">{index.lead}</p>
      </div>
      <slo-wizard {...attributes}>
        <template shadowrootmode="open" dangerouslySetInnerHTML={{ __html: question }} />
        {/* The page has its own urgent line, above the heading. */}
        <span slot="urgent" />
        <div class="by-hand">
          <p>{index.byHand}</p>
          <h2>{index.definitions}</h2>
          <PolicyPart context={context} part="severities" />
          <PolicyPart context={context} part="objectives" />
        </div>
      </slo-wizard>
      <p class="next-step">
        {index.prepare((words) => (
          <a href={to("prepare")} data-keeps-case>
            {words}
          </a>
        ))}
      </p>
      <p class="others">
        {index.others((page, words) => (
          <a href={to(page)}>{words}</a>
        ))}
      </p>
    </Shell>
  );
}
