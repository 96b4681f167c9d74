import { useRef, useState } from "preact/hooks";

import type { Advice } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import type { HandoverModel, Voice } from "../handover/model.js";
import { escalationOf } from "../handover/text.js";
import { AdviceList } from "../shared/advice.js";
import type { Scene } from "../shared/element.js";
import { Cite } from "../shared/policy-text.js";

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

interface Props {
  scene: Scene;
  model: HandoverModel;
  voice: Voice;
  advice: readonly Advice[];
  now: number;
}

/** The advice on escalation, and a text to read out, with how the time was counted (X1). */
export function Escalation({ scene, model, voice, advice, now }: Props) {
  const { escalate: words, handover } = intakeMessagesFor(scene.language);
  const [status, setStatus] = useState("");
  const shown = useRef<HTMLTextAreaElement>(null);
  const text = escalationOf(model, voice, now);
  const copy = async () => {
    setStatus("");
    try {
      await navigator.clipboard.writeText(text);
      setStatus(handover.copied);
    } catch {
      setStatus(handover.refused);
      shown.current?.select();
    }
  };
  return (
    <section class="escalation no-print">
      <AdviceList scene={scene} advice={advice} kind="escalate" heading={words.heading} level={2} />
      <details>
        <summary>{words.say}</summary>
        <textarea ref={shown} class="preview" readOnly rows={10} aria-label={words.say} value={text} />
        <div class="actions">
          <button type="button" onClick={() => void copy()}>
            {words.copy}
          </button>
          <p class="small" role="status">
            {status}
          </p>
        </div>
      </details>
    </section>
  );
}
