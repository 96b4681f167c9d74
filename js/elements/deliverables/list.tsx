import type { Deliverable } from "../../index.js";
import { deliverablesMessagesFor } from "../../messages/deliverables.js";
import { phrasesFor } from "../../messages/phrases.js";
import { capitalized } from "../../text/lookup.js";
import { Cite, conditionOf } from "../shared/policy-text.js";
import type { Scene } from "../shared/element.js";
import { dayFormat } from "./calendar.js";

interface Props {
  scene: Scene;
  tier: string;
  deliverables: readonly Deliverable[];
}

/** The recurring services: how often, the next date, and all of the dates. */
export function List({ scene, tier, deliverables }: Props) {
  const { columns, ...words } = deliverablesMessagesFor(scene.language);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(tier)}>
      <table class="list" part="list">
        <caption>{words.caption(tier)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.cadence}</th>
            <th scope="col">{columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {deliverables.map((each) => (
            <Row key={each.id} scene={scene} deliverable={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ scene, deliverable }: { scene: Scene; deliverable: Deliverable }) {
  const { say } = scene;
  const words = deliverablesMessagesFor(scene.language);
  const { full } = dayFormat(scene.language);
  const { name, clause, cadence, dates } = deliverable;
  const [next, ...rest] = dates;
  return (
    <tr>
      <th scope="row">
        {say(name)} <Cite scene={scene} clause={clause} />
        {conditionsOf(scene, deliverable).map((each) => (
          <span key={each} class="notes">
            {each}
          </span>
        ))}
      </th>
      <td>{cadence !== undefined && capitalized(phrasesFor(scene.language).cadence[cadence])}</td>
      <td>
        {next !== undefined && <time dateTime={next}>{full(next)}</time>}
        {cadence !== "daily" && rest.length > 0 && (
          <details>
            <summary>{words.dates(rest.length)}</summary>
            <ol>
              {rest.map((date) => (
                <li key={date}>
                  <time dateTime={date}>{full(date)}</time>
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
    </tr>
  );
}

/** The conditions of a service, such as a SaaS offer, a line each. */
export function conditionsOf({ description, language, say }: Scene, { conditions }: Deliverable): string[] {
  const { condition } = phrasesFor(language);
  return conditions.map((each) => capitalized(conditionOf(description, say, each, condition)));
}
