import type { Advice } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake/index.js";
import { Cite } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";

/** The advice to prepare as a checklist. Ticks are not saved. */
export function Checklist({ scene, advice }: { scene: Scene; advice: readonly Advice[] }) {
  const found = advice.filter(({ kind }) => kind === "prepare");
  if (found.length === 0) return null;
  return (
    <section class="advice advice-prepare" part="advice prepare" aria-labelledby="prepare">
      <h2 id="prepare">{intakeMessagesFor(scene.language).prepare}</h2>
      <ul class="checklist">
        {found.map(({ id, text, clause }) => (
          <li key={id}>
            <label>
              <input type="checkbox" />
              <span>{scene.say(text)}</span>
            </label>
            <Cite scene={scene} clause={clause} />
          </li>
        ))}
      </ul>
    </section>
  );
}
