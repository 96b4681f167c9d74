/** The description in plain words, generated from the policy: each clause has an anchor by its id. */

import type { ComponentChildren } from "preact";
import type { Block } from "../../js/render/blocks.js";
import { statements } from "../../js/render/parts.js";
import { clausesOfTiers, tierStatements } from "../../js/render/tiers.js";
import { citeIn, Contents, type Part, PolicyPart, PolicyBlocks } from "../parts/parts.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { clausesOf } from "../site.js";

/** A part of the page, with its anchor. */
interface Section extends Part {
  content: ComponentChildren;
}

export function DescriptionPage({ context }: { context: PageContext }) {
  const { messages, policy } = context;
  const { description } = messages;
  const cite = citeIn(context);
  const href = policy.source?.href;
  const source = (words: string) => (href ? <a href={href}>{words}</a> : words);
  const sections = sectionsOf(context);
  return (
    <Shell context={context} title={description.title} summary={description.summary} styles={["clauses.css"]}>
      <div class="opening">
        <h1>{description.heading}</h1>
        <p class="lead">{description.lead(source, cite)}</p>
      </div>
      <Contents context={context} parts={sections} />
      <article>
        {sections.map(({ id, heading, content }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            {content}
          </section>
        ))}
      </article>
    </Shell>
  );
}

function sectionsOf(context: PageContext): Section[] {
  const { messages, policy, subject, t } = context;
  const { description } = messages;
  const inTiers = clausesOfTiers(subject);
  const written = (...blocks: Block[]) => <PolicyBlocks context={context} blocks={blocks} />;
  /** Clauses under the heading of the description itself, which they share. */
  const headed = (letter: string, id: string, before?: ComponentChildren): Section => {
    const ids = clausesOf(policy, letter).map((clause) => clause.id);
    const heading = policy.clauses?.[ids[0] ?? ""]?.heading;
    return {
      id,
      heading: heading ? t(heading) : id,
      content: (
        <>
          {before}
          {written(
            statements(
              subject,
              ids.filter((each) => !inTiers.has(each)),
            ),
          )}
        </>
      ),
    };
  };
  return [
    headed("P", "preamble"),
    {
      id: "tiers",
      heading: description.tiers.heading,
      content: (
        <>
          <p>{description.tiers.intro}</p>
          {written(...tierStatements(subject))}
        </>
      ),
    },
    headed(
      "D",
      "severities",
      <p>
        {description.severities} {citeIn(context)("C9")}
      </p>,
    ),
    { id: "silent", heading: description.silent.heading, content: <PolicyPart context={context} part="interpreted" /> },
    headed(
      "S",
      "objectives",
      <>
        <p>{description.objectives}</p>
        <PolicyPart context={context} part="objectives" />
      </>,
    ),
    headed("C", "duties", <p>{description.duties}</p>),
    headed("X", "escalation"),
    { ...headed("G", "glossary", <PolicyPart context={context} part="glossary" />), heading: description.glossary },
  ];
}
