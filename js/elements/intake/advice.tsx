import type { Advice } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import type { ViewContext } from "../shared/element.js";
import { Cite } from "../shared/policy-text.js";

/** Shows the advice about preparations as a checklist. Ticks are not saved. */
export function Checklist({ view, advice }: { view: ViewContext; advice: readonly Advice[] }) {
  const found = advice.filter(({ kind }) => kind === "prepare");
  if (found.length === 0) return null;
  return (
    <section class="advice advice-prepare" part="advice prepare" aria-labelledby="prepare">
      <h2 id="prepare">{intakeMessagesFor(view.language).prepare}</h2>
      <ul class="checklist">
        {found.map(({ id, text, clause }) => (
          <li key={id}>
            <label>
              <input type="checkbox" />
              <span>{view.say(text)}</span>
            </label>
            <Cite view={view} clause={clause} />
          </li>
        ))}
      </ul>
    </section>
  );
}
