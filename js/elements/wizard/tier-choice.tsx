import type { TargetEvaluation } from "../../index.js";
import { When, without } from "../shared/due.js";
import type { Scene } from "../shared/element.js";
import { factsOf } from "./expectation.js";
import { ownValue } from "../shared/own.js";

interface Props {
  scene: Scene;
  severity: string;
  context: Record<string, string>;
  submittedAt: number;
  now: number;
  onContext(context: Record<string, string>): void;
}

/**
 * The tiers to choose from, each with its own deadline: a visitor who does not know the tier reads the time all the same. If the
 * page knows the tier, the visitor is not asked.
 */
export function TierChoice({ scene, severity, context, submittedAt, now, onContext }: Props) {
  const { policy, description, messages, say } = scene;
  const tiers = description.tiers ?? [];
  if (tiers.length === 0 || scene.given["tier"] !== undefined) return null;
  const first = (tier: string): TargetEvaluation | undefined =>
    policy.expect(factsOf(tier, severity, context, submittedAt)).targets[0];
  return (
    <fieldset class={context["tier"] === undefined ? "tiers open" : "tiers"}>
      <legend>
        <h3>{messages.due.tier}</h3>
      </legend>
      {tiers.map(({ id, name, aliases }) => (
        <label key={id} class="tier">
          <input
            type="radio"
            name="tier"
            value={id}
            checked={context["tier"] === id}
            onChange={() => onContext({ ...context, tier: id })}
          />
          <span class="tier-name">
            {say(name)}
            {aliases?.map((names) => {
              const alias = ownValue(names, scene.language);
              return alias && <span class="muted"> ({alias})</span>;
            })}
          </span>
          {context["tier"] === undefined && <TierDue scene={scene} target={first(id)} now={now} />}
        </label>
      ))}
    </fieldset>
  );
}

function TierDue({ scene, target, now }: { scene: Scene; target: TargetEvaluation | undefined; now: number }) {
  if (target === undefined) return null;
  if (target.dueAt === null) return <span class="tier-due muted">{without(scene, target, "beside the name")}</span>;
  return (
    <span class="tier-due">
      <span class="muted">{scene.messages.due.expected(scene.say(target.objective.name))}</span>{" "}
      <strong>
        <When scene={scene} target={target} now={now} />
      </strong>
    </span>
  );
}
