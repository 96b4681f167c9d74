import type { TierFeature } from "../../index.js";
import { tiersMessagesFor } from "../../messages/tiers/index.js";
import { Cite } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";
import { conditionOf, Linked, withoutName } from "../shared/policy-text.js";
import { StateMark } from "./state-mark.js";
import { ownValue } from "../shared/own.js";

interface Props {
  scene: Scene;
  tier: string | null;
  context: Record<string, string>;
}

/** One table: the features that each tier brings, and the tiers that have them. */
export function Features({ scene, tier: own, context }: Props) {
  const { description, policy, say } = scene;
  const words = tiersMessagesFor(scene.language);
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
                    {words.from(say(name))} <Cite scene={scene} clause={clause} />
                  </th>
                </tr>
                {brought(id).map((feature) => (
                  <tr key={feature.id} class={feature.state}>
                    <th scope="row">
                      <Name scene={scene} feature={feature} />
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

/** The name of a feature, with the text of its clause behind it, how often it recurs, and its conditions. */
function Name({ scene, feature }: { scene: Scene; feature: TierFeature }) {
  const { description, say } = scene;
  const words = tiersMessagesFor(scene.language);
  const clause = feature.clause === undefined ? undefined : ownValue(description.clauses, feature.clause);
  const text = feature.text ?? clause?.text;
  const notes = [
    ...(feature.cadence === undefined ? [] : [words.cadence[feature.cadence]]),
    ...feature.conditions.map((each) => conditionOf(description, say, each, words.condition)),
  ];
  const cite = <Cite scene={scene} clause={feature.clause} />;
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
