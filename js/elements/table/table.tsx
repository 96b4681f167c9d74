import type { Objective } from "../../index.js";
import { tableMessagesFor } from "../../messages/table.js";
import { Cite } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";

interface Props {
  scene: Scene;
  /** Ids of the tiers to show, lowest first. */
  tiers: string[];
  context: Record<string, string>;
}

/** The objectives, a table for each measure, and what the severities mean. */
export function Tables({ scene, tiers, context }: Props) {
  const { description, policy } = scene;
  const words = tableMessagesFor(scene.language);
  const objectives = tiers.flatMap((tier) => description.severities.flatMap(({ id }) => policy.objectives(tier, id)));
  const measures = [...new Set(objectives.map(({ measure }) => measure))];
  const [tier, severity] = [tiers.at(-1), description.severities[0]?.id];
  const said =
    tier === undefined || severity === undefined
      ? ""
      : scene.standing(policy.expect({ tier, severity, submittedAt: scene.now(), context }).standing);
  return (
    <div class="table">
      {measures.map((measure) => (
        <Targets
          key={measure}
          scene={scene}
          tiers={tiers}
          objectives={objectives.filter((each) => each.measure === measure)}
        />
      ))}
      {said !== "" && <p part="standing">{said}</p>}
      <section part="definitions">
        <h2>{words.definitions}</h2>
        <dl>
          {description.severities.map(({ id, name, level, definition, clause }) => (
            <div key={id}>
              <dt>
                <Name scene={scene} id={id} name={name} />
                {level !== undefined && <span class="muted">{words.level(level)}</span>}
              </dt>
              <dd>
                {scene.say(definition)}
                <Cite scene={scene} clause={clause} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

/** The targets of one measure by severity and tier. */
function Targets({ scene, tiers, objectives }: { scene: Scene; tiers: string[]; objectives: Objective[] }) {
  const { description, say } = scene;
  const words = tableMessagesFor(scene.language);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(say(objectives[0]?.name))}>
      <table part="objectives">
        <caption>{words.caption(say(objectives[0]?.name))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.severity}</th>
            {tiers.map((tier) => (
              <th key={tier} scope="col">
                {say(description.tiers?.find(({ id }) => id === tier)?.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {description.severities.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <Name scene={scene} id={id} name={name} />
              </th>
              {tiers.map((tier) => (
                <Target
                  key={tier}
                  scene={scene}
                  of={objectives.find((each) => each.tier === tier && each.severity === id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Target({ scene, of }: { scene: Scene; of: Objective | undefined }) {
  if (of === undefined || of.bound === null || of.seconds === null) {
    return <td class="nothing">{tableMessagesFor(scene.language).notStated}</td>;
  }
  return (
    <td>
      {scene.messages.due.target(of.bound, scene.format.duration(of.seconds, "long"))}
      <Cite scene={scene} clause={of.clause} />
    </td>
  );
}

function Name({ scene, id, name }: { scene: Scene; id: string; name: Record<string, string> }) {
  return (
    <span class="severity">
      <Mark rank={rankOf(scene.description.severities, id)} />
      {scene.say(name)}
    </span>
  );
}
