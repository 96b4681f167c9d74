/** The description in plain words, generated from the policy: each clause has an anchor by its id. */

import type { ComponentChildren } from "preact";
import type { Feature, PolicyDocument, TierDefinition } from "../../js/document.js";
import type { Text } from "../../js/types.js";
import { citeIn, withLinks } from "../parts/cite.js";
import type { PageContext } from "../parts/context.js";
import { Contents, type Part } from "../parts/contents.js";
import { SeverityMark } from "../parts/marks.js";
import { Shell } from "../parts/shell.js";
import { ObjectivesTable } from "../parts/tables.js";
import { clausesOf, featuresOf, interpretedRules, type NamedClause } from "../policy.js";

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
  const { messages, policy, t } = context;
  const { description } = messages;
  /** The heading of the description itself, where all the clauses share one. */
  const headed = (letter: string, id: string, content: (clauses: NamedClause[]) => ComponentChildren): Section => {
    const clauses = clausesOf(policy, letter);
    return { id, heading: clauses[0] ? t(clauses[0].heading) : id, content: content(clauses) };
  };
  return [
    headed("P", "preamble", (clauses) => <Clauses context={context} clauses={clauses} />),
    {
      id: "tiers",
      heading: description.tiers.heading,
      content: (
        <>
          <p>{description.tiers.intro}</p>
          {policy.tiers?.map((tier) => <Tier context={context} tier={tier} />)}
        </>
      ),
    },
    headed("D", "severities", (clauses) => (
      <>
        <p>
          {description.severities} {citeIn(context)("C9")}
        </p>
        <Severities context={context} clauses={clauses} />
      </>
    )),
    { id: "silent", heading: description.silent.heading, content: <SilentTable context={context} /> },
    headed("S", "objectives", (clauses) => (
      <>
        <p>{description.objectives}</p>
        <ObjectivesTable context={context} />
        <Clauses context={context} clauses={clauses} />
      </>
    )),
    headed("C", "duties", (clauses) => (
      <>
        <p>{description.duties}</p>
        <Clauses context={context} clauses={clauses} />
      </>
    )),
    headed("X", "escalation", (clauses) => <Clauses context={context} clauses={clauses} />),
    { id: "glossary", heading: description.glossary, content: <Glossary context={context} /> },
  ];
}

interface StatementProps {
  context: PageContext;
  id: string;
  name?: ComponentChildren;
  notes?: string[];
  children: ComponentChildren;
}

/** A statement of the description: its id in the margin, which links to itself. */
function Statement({ context, id, name, notes = [], children }: StatementProps) {
  return (
    <div class="clause" id={id}>
      <a class="clause-id" href={`#${id}`} aria-label={context.messages.description.linkTo(id)}>
        {id}
      </a>
      <div>
        {name && <p class="clause-name">{name}</p>}
        <p>{children}</p>
        {notes.length > 0 && (
          <ul class="notes">
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Clauses({ context, clauses }: { context: PageContext; clauses: NamedClause[] }) {
  return (
    <div class="clauses">
      {clauses.map(({ id, text }) => (
        <Statement context={context} id={id}>
          {withLinks(context, context.t(text))}
        </Statement>
      ))}
    </div>
  );
}

/** The anchor of a term, the same in every language: its normative name in plain letters. */
function anchorOf({ languages }: PolicyDocument, term: Text): string {
  const name = term[languages[0] ?? ""] ?? "";
  const letters = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return `terme-${letters.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")}`;
}

/** A tier with what it adds to the one before it. */
function Tier({ context, tier }: { context: PageContext; tier: TierDefinition }) {
  const { language, messages, policy, t } = context;
  const aliases = (tier.aliases ?? []).flatMap((alias) => alias[language] ?? []);
  const byClause = new Map<string, Feature[]>();
  for (const feature of featuresOf(policy, tier)) {
    const id = feature.clause ?? "";
    byClause.set(id, [...(byClause.get(id) ?? []), feature]);
  }
  const own = tier.clause ? policy.clauses?.[tier.clause] : undefined;
  return (
    <section class="tier" aria-labelledby={tier.id}>
      <h3 id={tier.id}>
        {t(tier.name)}
        {aliases.length > 0 && <span class="alias">, {messages.description.alsoCalled(aliases)}</span>}
      </h3>
      {tier.text && <p>{t(tier.text)}</p>}
      <div class="clauses">
        {tier.clause && own && !byClause.has(tier.clause) && (
          <Statement context={context} id={tier.clause}>
            {t(own.text)}
          </Statement>
        )}
        {[...byClause].map(([id, features]) => {
          const clause = policy.clauses?.[id];
          if (!clause) return null;
          return (
            <Statement
              context={context}
              id={id}
              name={t(features[0]!.name)}
              notes={features.flatMap((feature) => notesOn(context, feature))}
            >
              {withLinks(context, withoutName(t(clause.text), t(features[0]!.name)))}
            </Statement>
          );
        })}
      </div>
    </section>
  );
}

/** The text of a clause that begins with the name above it, without the name. */
function withoutName(text: string, name: string): string {
  const rest = text.startsWith(name) ? /^\s*:\s*(.+)$/s.exec(text.slice(name.length))?.[1] : undefined;
  return rest ? rest.charAt(0).toUpperCase() + rest.slice(1) : text;
}

/** How often a feature recurs, and to whom alone it is delivered. */
function notesOn({ messages: { description } }: PageContext, feature: Feature): string[] {
  const conditions = Object.entries(feature.when ?? {}).flatMap(([question, options]) =>
    options.map((option) => {
      const words = description.condition[question]?.[option];
      if (!words) throw new Error(`no words for features with ${question} = ${option}`);
      return words;
    }),
  );
  return [...(feature.cadence ? [description.cadence[feature.cadence]] : []), ...conditions];
}

function Severities({ context, clauses }: { context: PageContext; clauses: NamedClause[] }) {
  const { messages, policy, t } = context;
  return (
    <div class="clauses">
      {clauses.map(({ id, text }) => {
        const severity = policy.severities.find(({ clause }) => clause === id);
        return (
          <Statement
            context={context}
            id={id}
            name={
              severity && (
                <>
                  <span class="severity">
                    <SeverityMark severity={severity.id} />
                    {t(severity.name)}
                  </span>
                  {severity.level !== undefined && (
                    <span class="level">{messages.objectives.priority(severity.level)}</span>
                  )}
                </>
              )
            }
          >
            {t(text)}
          </Statement>
        );
      })}
    </div>
  );
}

/** The combinations of answers that no definition covers, with the severity that the policy takes. */
function SilentTable({ context }: { context: PageContext }) {
  const { messages, policy, t } = context;
  const { silent, situation } = messages.description;
  const answersOf = (when: Record<string, string[]>) =>
    (policy.questions ?? [])
      .filter(({ id }) => when[id])
      .map((question) => question.options.filter(({ id }) => when[question.id]?.includes(id)).map(({ text }) => t(text)));
  return (
    <>
      <p>{silent.intro}</p>
      <table class="silent">
        <thead>
          <tr>
            <th scope="col">{silent.severity}</th>
            <th scope="col">{silent.situation}</th>
          </tr>
        </thead>
        <tbody>
          {interpretedRules(policy).map((rule) => {
            const severity = policy.severities.find(({ id }) => id === rule.severity);
            return (
              <tr>
                <th scope="row">
                  <span class="severity">
                    <SeverityMark severity={rule.severity} />
                    {severity && t(severity.name)}
                  </span>
                </th>
                <td>{situation(answersOf(rule.when ?? {}))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Glossary({ context }: { context: PageContext }) {
  const { policy, t } = context;
  const cite = citeIn(context);
  return (
    <>
      <Clauses context={context} clauses={clausesOf(policy, "G")} />
      <dl class="glossary">
        {policy.glossary?.map(({ term, text, clause }) => (
          <div id={anchorOf(policy, term)}>
            <dt>{t(term)}</dt>
            <dd>
              {t(text)} {clause && cite(clause)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
