import type { Deliverable } from "../../index.js";
import { deliverablesMessagesFor } from "../../messages/deliverables.js";
import { phrasesFor } from "../../messages/phrases.js";
import { capitalized } from "../../text/lookup.js";
import { conditionOf } from "../../text/conditions.js";
import { Cite } from "../shared/policy-text.js";
import type { ViewContext } from "../shared/element.js";
import { dayFormat } from "./calendar.js";

interface Props {
  view: ViewContext;
  tier: string;
  deliverables: readonly Deliverable[];
  /** Sets the first date of a service. */
  onFirst(id: string, first: string): void;
}

/** Lists the recurring services: how often, the first date, which the visitor can move, and all dates. */
export function List({ view, tier, deliverables, onFirst }: Props) {
  const { columns, ...words } = deliverablesMessagesFor(view.language);
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
            <Row key={each.id} view={view} deliverable={each} onFirst={onFirst} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ view, deliverable, onFirst }: Pick<Props, "view" | "onFirst"> & { deliverable: Deliverable }) {
  const { say } = view;
  const words = deliverablesMessagesFor(view.language);
  const { full } = dayFormat(view.language);
  const { name, clause, cadence, dates } = deliverable;
  const [next, ...rest] = dates;
  return (
    <tr>
      <th scope="row">
        {say(name)} <Cite view={view} clause={clause} />
        {conditionsOf(view, deliverable).map((each) => (
          <span key={each} class="notes">
            {each}
          </span>
        ))}
      </th>
      <td>{cadence !== undefined && capitalized(phrasesFor(view.language).cadence[cadence])}</td>
      <td>
        <div class="dates">
          {next !== undefined && <time dateTime={next}>{full(next)}</time>}
          {cadence !== "daily" && (
            <input
              class="no-print"
              type="date"
              value={next}
              aria-label={words.first(say(name))}
              onChange={(event) => onFirst(deliverable.id, event.currentTarget.value)}
            />
          )}
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
        </div>
      </td>
    </tr>
  );
}

/** Returns the conditions of a service, such as a SaaS offer. */
export function conditionsOf({ description, language, say }: ViewContext, { conditions }: Deliverable): string[] {
  const { condition } = phrasesFor(language);
  return conditions.map((each) => capitalized(conditionOf(description, say, each, condition)));
}
