/** The wizard. Its tag contains the definitions and the objectives, for browsers in which the engine does not run. */

import type { PolicyDocument } from "../../js/document.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { UrgentLine, PolicyPart } from "../parts/parts.js";
import { phone } from "../settings.js";
import type { Language } from "../site.js";

export function IndexPage({ context }: { context: PageContext }) {
  const { file, language, messages, policy, shadowOf, to } = context;
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
      <script
        type="application/json"
        id="policy"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(policyOf(policy, language)).replaceAll("<", "\\u003c") }}
      />
    </Shell>
  );
}

/**
 * Returns the policy as the wizard of this page needs it: in the language of the page, without the texts of other pages. It decides as
 * the whole policy does, and is a quarter of its bytes. The bundle of the page reads it (www/bundle/engine.ts).
 */
export function policyOf(policy: PolicyDocument, language: Language): PolicyDocument {
  const { clauses, features, glossary, exports, examples, ...needed } = policy;
  return { ...(inLanguage(needed, language) as typeof needed), languages: [language] };
}

/** Returns a part of a document whose texts have one language. */
function inLanguage(part: unknown, language: Language): unknown {
  if (Array.isArray(part)) return part.map((each) => inLanguage(each, language));
  if (typeof part !== "object" || part === null) return part;
  const text = (part as Partial<Record<Language, unknown>>)[language];
  if (typeof text === "string") return { [language]: text };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inLanguage(value, language)]));
}
