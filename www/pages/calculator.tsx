/** A page of documentation with the live calculator in its text. */

import type { SeverityDefinition, TierDefinition } from "../../js/document.js";
import { citeIn, Contents, SeverityMark, PolicyPart } from "../parts/parts.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { phone } from "../settings.js";
import { type Target, targetOf } from "../site.js";

export function CalculatorPage({ context }: { context: PageContext }) {
  const { file, language, messages, to } = context;
  const { calculator } = messages;
  const cite = citeIn(context);
  const passages = ["clock", "bounds", "hours", "office", "promise", "embed"] as const;
  const parts = passages.map((id) => ({ id, heading: calculator[id].heading }));
  return (
    <Shell
      context={context}
      title={calculator.title}
      summary={calculator.summary}
      live
      scripts={["scripts/deadlines.js"]}
    >
      <div class="opening">
        <h1>{calculator.heading}</h1>
        <p class="lead">{calculator.lead}</p>
      </div>
      <Contents context={context} parts={parts} />
      <article>
        <slo-table lang={language} calculator="#" clauses={`${to("description")}#`}>
          <div class="by-hand">
            <PolicyPart context={context} part="objectives" />
          </div>
        </slo-table>
        <p>{calculator.choose}</p>
        <slo-calculator lang={language} phone={phone || undefined} clauses={`${to("description")}#`} tabIndex={-1}>
          <p>{calculator.byHand}</p>
        </slo-calculator>

        {passages.map((id) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{calculator[id].heading}</h2>
            {calculator[id].paragraphs(cite).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {id === "bounds" && <BoundsTable context={context} />}
            {id === "office" && (
              <slo-clock
                lang={language}
                policy={file("policies/boreal-care.json")}
                tier="complete"
                severity="moderate"
                submitted="2026-12-24T16:00:00-05:00"
                now="2026-12-24T16:10:00-05:00"
              >
                <p>{calculator.office.fallback}</p>
              </slo-clock>
            )}
            {id === "embed" && (
              <>
                <pre tabIndex={0}>
                  <code>{embedCode(context)}</code>
                </pre>
                <p>{calculator.embed.after}</p>
              </>
            )}
          </section>
        ))}
      </article>
    </Shell>
  );
}

interface Example {
  severity: SeverityDefinition;
  target: Target;
  /** Of the response, after the submission. */
  seconds: number;
}

/** The tier, and one severity for each kind of bound, each with a response just on time and one just too late. */
function examplesOf({ policy, subject }: PageContext): { tier: TierDefinition; examples: Example[] } | undefined {
  const targetFor = (tier: string, severity: SeverityDefinition) => targetOf(subject.objectives, tier, severity.id);
  const tier = policy.tiers?.find(({ id }) => policy.severities.some((severity) => targetFor(id, severity)));
  if (!tier) return undefined;
  const examples = (["under", "within"] as const).flatMap((bound) => {
    const severity = policy.severities.find((each) => targetFor(tier.id, each)?.bound === bound);
    const target = severity && targetFor(tier.id, severity);
    if (!severity || !target) return [];
    const due = target.minutes * 60;
    const seconds = bound === "under" ? [due - 1, due] : [due, due + 1];
    return seconds.map((each) => ({ severity, target, seconds: each }));
  });
  return { tier, examples };
}

/** When the example's case was submitted, in minutes after midnight. */
const submitted = 2 * 60 + 14;

/** Responses on either side of each kind of bound. */
function BoundsTable({ context }: { context: PageContext }) {
  const { messages, t } = context;
  const { bounds } = messages.calculator;
  const found = examplesOf(context);
  if (!found) return null;
  const time = (minutes: number, seconds: number) => {
    const total = minutes * 60 + seconds;
    return bounds.time(Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60);
  };
  return (
    <table class="bounds">
      <caption>{bounds.caption(time(submitted, 0), t(found.tier.name))}</caption>
      <thead>
        <tr>
          <th scope="col">{bounds.columns.severity}</th>
          <th scope="col">{bounds.columns.objective}</th>
          <th scope="col">{bounds.columns.response}</th>
          <th scope="col">{bounds.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {found.examples.map(({ severity, target, seconds }) => {
          const due = target.minutes * 60;
          const met = target.bound === "under" ? seconds < due : seconds <= due;
          return (
            <tr>
              <th scope="row">
                <span class="severity">
                  <SeverityMark severity={severity.id} />
                  {t(severity.name)}
                </span>
              </th>
              <td>{messages.targetInBrief(target)}</td>
              <td class="time">{time(submitted, seconds)}</td>
              <td>{met ? bounds.met : bounds.missed}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The calculator in five lines, with the objectives of the highest tier as the text inside the tag. */
function embedCode({ language, messages, policy, subject, t }: PageContext): string {
  const tier = policy.tiers?.at(-1);
  const bySentence = new Map<string, string[]>();
  for (const severity of tier ? policy.severities : []) {
    const target = tier && targetOf(subject.objectives, tier.id, severity.id);
    if (!target) continue;
    const sentence = messages.target(target);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), t(severity.name)]);
  }
  const lines = [...bySentence].map(
    ([target, names]) => `  <p>${messages.calculator.embed.fallback(names, target)}</p>`,
  );
  return [
    `<script type="module" src="case-slo/elements/define.js"></script>`,
    `<slo-calculator lang="${language}"${tier ? ` tier="${tier.id}"` : ""}>`,
    ...lines,
    `</slo-calculator>`,
  ].join("\n");
}
