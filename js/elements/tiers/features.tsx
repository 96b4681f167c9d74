import type { TierFeature } from "../../index.js";
import { phrasesFor } from "../../messages/phrases.js";
import { type TiersMessages, tiersMessagesFor } from "../../messages/tiers.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "../shared/element.js";
import { conditionOf } from "../../text/conditions.js";
import { Cite, Linked, withoutName } from "../shared/policy-text.js";

interface Props {
  view: ViewContext;
  tier: string | null;
  context: Record<string, string>;
}

/** Shows one table of the features that each tier adds, services before terms and exclusions, and the tiers that include them. */
export function Features({ view, tier: own, context }: Props) {
  const { description, policy, say } = view;
  const words = tiersMessagesFor(view.language);
  const tiers = description.tiers ?? [];
  const byTier = new Map(tiers.map(({ id }) => [id, policy.features(id, { context })]));
  const groups = tiers.flatMap(({ id, name, clause }) => {
    const brought = (byTier.get(id) ?? []).filter((feature) => feature.tier === id);
    const isService = ({ kind = "service" }: TierFeature) => kind === "service";
    return [
      { id, heading: words.from(say(name)), clause, features: brought.filter(isService) },
      { id: `${id} terms`, heading: words.termsFrom(say(name)), features: brought.filter((each) => !isService(each)) },
    ].filter(({ features }) => features.length > 0);
  });
  if (groups.length === 0) return null;
  const table = (
    <table part="features">
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.feature}</th>
          {tiers.map(({ id, name }) => (
            <th key={id} scope="col" class={id === own ? "yours" : undefined}>
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ id, heading, clause, features }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={tiers.length + 1}>
              {heading} <Cite view={view} clause={clause} />
            </th>
          </tr>
          {features.map((feature) => (
            <tr key={feature.id} class={feature.state}>
              <th scope="row">
                <Name view={view} feature={feature} />
              </th>
              {tiers.map((tier) => (
                <State
                  key={tier.id}
                  kind={feature.kind ?? "service"}
                  state={byTier.get(tier.id)?.find((each) => each.id === feature.id)?.state ?? "absent"}
                  isOwn={tier.id === own}
                  words={words}
                />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
  // Few tiers fit every window, so that the heads of their columns can stay in view.
  if (tiers.length <= few) return table;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption}>
      {table}
    </div>
  );
}

/** Most tiers whose table does not scroll by itself. */
const few = 4;

interface StateProps {
  kind: NonNullable<TierFeature["kind"]>;
  state: TierFeature["state"] | "absent";
  isOwn: boolean;
  words: TiersMessages;
}

function State({ kind, state, isOwn, words }: StateProps) {
  const isThere = state === "included" || state === "conditional";
  const mark = !isThere ? "excluded" : kind === "exclusion" ? "barred" : kind === "term" ? "applies" : state;
  return (
    <td class={isOwn ? "state yours" : "state"}>
      <span class={`cell ${mark}`}>
        <StateMark state={mark} />
        <span class="word">{words.stateOf(kind, state)}</span>
      </span>
    </td>
  );
}

/** Shows the name of a feature with the text of its clause, its cadence, and its conditions. */
function Name({ view, feature }: { view: ViewContext; feature: TierFeature }) {
  const { description, say } = view;
  const phrases = phrasesFor(view.language);
  const clause = feature.clause === undefined ? undefined : ownValue(description.clauses, feature.clause);
  const text = feature.text ?? clause?.text;
  const notes = [
    ...(feature.cadence === undefined ? [] : [phrases.cadence[feature.cadence]]),
    ...feature.conditions.map((each) => conditionOf(description, say, each, phrases.condition)),
  ];
  const cite = <Cite view={view} clause={feature.clause} />;
  return (
    <>
      {text === undefined ? (
        <>
          {say(feature.name)} {cite}
        </>
      ) : (
        <details>
          <summary>{say(feature.name)}</summary>
          <p>
            <Linked text={withoutName(say(text), say(feature.name))} /> {cite}
          </p>
        </details>
      )}
      {notes.map((note) => (
        <span key={note} class="notes">
          {note}
        </span>
      ))}
    </>
  );
}

/** The state of a feature, or that a term or an exclusion applies. */
type Mark = TierFeature["state"] | "applies" | "barred";

const shapes: Record<Mark, string> = {
  applies: "M3.5 4.5h9M3.5 8h9M3.5 11.5h6",
  included: "M2 8.5 6.2 13 14 3.5",
  conditional: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 2.5v11",
  excluded: "M3 8h10",
  barred: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** Shows the shape of a state; its word is beside it. */
export function StateMark({ state }: { state: Mark }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={shapes[state]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
