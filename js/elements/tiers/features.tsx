import type { TierFeature } from "../../index.js";
import { phrasesFor } from "../../messages/phrases.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "../shared/element.js";
import { conditionOf } from "../../text/conditions.js";
import { Cite, Linked, withoutName } from "../shared/policy-text.js";

interface Props {
  view: ViewContext;
  tier: string | null;
  context: Record<string, string>;
}

/** Shows one table of the features that each tier adds, and the tiers that include them. */
export function Features({ view, tier: own, context }: Props) {
  const { description, policy, say } = view;
  const words = tiersMessagesFor(view.language);
  const tiers = description.tiers ?? [];
  const byTier = new Map(tiers.map(({ id }) => [id, policy.features(id, { context })]));
  const brought = (id: string) => (byTier.get(id) ?? []).filter((feature) => feature.tier === id);
  const stateIn = (tier: string, { id }: TierFeature) =>
    byTier.get(tier)?.find((each) => each.id === id)?.state ?? "excluded";
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption}>
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
        {tiers.map(
          ({ id, name, clause }) =>
            brought(id).length > 0 && (
              <tbody key={id}>
                <tr>
                  <th scope="rowgroup" colSpan={tiers.length + 1}>
                    {words.from(say(name))} <Cite view={view} clause={clause} />
                  </th>
                </tr>
                {brought(id).map((feature) => (
                  <tr key={feature.id} class={feature.state}>
                    <th scope="row">
                      <Name view={view} feature={feature} />
                    </th>
                    {tiers.map((tier) => {
                      const state = stateIn(tier.id, feature);
                      const mark = state === "excluded" ? "excluded" : feature.kind === "exclusion" ? "barred" : state;
                      return (
                        <td key={tier.id} class={tier.id === own ? "state yours" : "state"}>
                          <span class={`cell ${mark}`}>
                            <StateMark state={mark} />
                            <span class="word">{words.stateOf(feature.kind ?? "service", state)}</span>
                          </span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            ),
        )}
      </table>
    </div>
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

/** The state of a feature, or that an exclusion applies. */
type State = TierFeature["state"] | "barred";

const shapes: Record<State, string> = {
  included: "M2 8.5 6.2 13 14 3.5",
  conditional: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 2.5v11",
  excluded: "M3 8h10",
  barred: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** Shows the shape of a state; its word is beside it. */
export function StateMark({ state }: { state: State }) {
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
