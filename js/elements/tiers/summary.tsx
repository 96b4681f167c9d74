import type { Cadence } from "../../document.js";
import { phrasesFor } from "../../messages/phrases.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { capitalized } from "../../text/lookup.js";
import { objectiveTexts } from "../../text/objectives.js";
import { commonCalendar } from "../../text/targets.js";
import type { ViewContext } from "../shared/element.js";
import { CommonHours } from "../shared/objectives.js";

interface Props {
  view: ViewContext;
  /** The customer's own tier. */
  tier: string | null;
  context: Record<string, string>;
}

const cadences: readonly Cadence[] = ["continuous", "daily", "weekly", "monthly", "quarterly", "yearly"];

/** Shows the tiers beside each other in a few lines: who helps, when somebody responds, and what recurs. */
export function Summary({ view, tier: own, context }: Props) {
  const { description, policy, say } = view;
  const words = tiersMessagesFor(view.language).summary;
  const { and, cadence: names } = phrasesFor(view.language);
  const { tiers = [], measures = [] } = description;
  if (tiers.length < 2) return null;
  const objectives = tiers.flatMap((tier) =>
    description.severities.flatMap(({ id }) => policy.objectives(tier.id, id)),
  );
  const namedOnce = commonCalendar(view, objectives);
  const recurring = (id: string) => {
    const added = policy
      .features(id, { context })
      .filter(({ tier, state, kind }) => tier === id && state !== "excluded" && (kind ?? "service") === "service");
    return cadences.flatMap((cadence) => {
      const count = added.filter((feature) => feature.cadence === cadence).length;
      return count === 0 ? [] : [words.times(count, names[cadence])];
    });
  };
  return (
    <section class="summary" part="summary">
      <h2>{words.heading}</h2>
      <ul>
        {tiers.map(({ id, name, text }) => (
          <li key={id} class={id === own ? "yours" : undefined}>
            <h3>{say(name)}</h3>
            {text !== undefined && <p>{say(text)}</p>}
            <dl>
              {measures.map((measure) => (
                <div key={measure.id}>
                  <dt>{say(measure.name)}</dt>
                  {targetsOf({ ...view, namedOnce }, id, measure.id).map((line) => (
                    <dd key={line}>{line}</dd>
                  ))}
                </div>
              ))}
              {recurring(id).length > 0 && (
                <div>
                  <dt>{words.recurring}</dt>
                  <dd>{and(recurring(id))}</dd>
                </div>
              )}
            </dl>
          </li>
        ))}
      </ul>
      <CommonHours view={view} calendar={namedOnce} />
    </section>
  );
}

/** Returns each target of a tier with the severities that it covers, on one line. */
function targetsOf(view: ViewContext, tier: string, measure: string): string[] {
  const { description, language, messages, policy, say } = view;
  const words = tiersMessagesFor(language).summary;
  const severities = new Map<string, string[]>();
  for (const { id, name } of description.severities) {
    const objectives = policy.objectives(tier, id).filter((objective) => objective.measure === measure);
    const texts = objectiveTexts(view, objectives, messages.due.target).flatMap(({ text }) => text ?? []);
    const target = texts.length === 0 ? words.notStated : texts.join("; ");
    severities.set(target, [...(severities.get(target) ?? []), say(name)]);
  }
  if (severities.size === 1) return [...severities.keys()].map(capitalized);
  return [...severities].map(([target, names]) => words.target(names, target));
}

/** CSS of the summary. */
export const summaryStyles = `
.summary > ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: calc(5 * var(--_space)); list-style: none; }
.summary li { padding: calc(4 * var(--_space)); border: 1px solid var(--_border); border-block-start: 3px solid var(--_accent); border-radius: var(--_radius); }
.summary > p { margin-block-start: calc(3 * var(--_space)); }
.summary li > p { margin-block-start: calc(2 * var(--_space)); }
.summary dl > div { margin-block-start: calc(3 * var(--_space)); }
.summary dt { color: var(--_muted); font-size: 0.875em; }
.summary dd { font-weight: 500; }
`;
