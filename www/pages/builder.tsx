/** "Write a policy": the builder, and for readers without scripts the files to start from. */

import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";

export function BuilderPage({ context }: { context: PageContext }) {
  const { file, language, messages, to } = context;
  const { builder } = messages;
  return (
    <Shell
      context={context}
      title={builder.title}
      summary={builder.summary}
      live
      scripts={["scripts/builder.js"]}
      styles={["builder.css", "one-file.css"]}
    >
      <div class="wide">
        <div class="opening">
          <h1>{builder.heading}</h1>
          <p class="lead">{builder.lead}</p>
        </div>
        <slo-policy-builder lang={language} worker="case-slo" draft="policy">
          <div class="by-hand">
            <p>
              {builder.byHand(
                (words) => (
                  <a href={file("policies/boreal-care.json")}>{words}</a>
                ),
                (words) => (
                  <a href={to("policy")}>{words}</a>
                ),
              )}
            </p>
          </div>
        </slo-policy-builder>
        <div id="handout" />
      </div>
    </Shell>
  );
}
