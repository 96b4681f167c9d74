import { useRef } from "preact/hooks";

import type { Advice } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import type { HandoverModel, Wording } from "../handover/model.js";
import { escalationOf } from "../handover/text.js";
import { AdviceList } from "../shared/advice.js";
import { useCopy } from "../shared/files.js";
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

interface Props {
  view: ViewContext;
  model: HandoverModel;
  wording: Wording;
  advice: readonly Advice[];
  now: number;
}

/** Shows the advice about escalation, and a text to read out with how the time was counted (X1). */
export function Escalation({ view, model, wording, advice, now }: Props) {
  const { escalate: words, handover } = intakeMessagesFor(view.language);
  const { status, copy } = useCopy(handover);
  const shown = useRef<HTMLTextAreaElement>(null);
  const text = escalationOf(model, wording, now);
  const copyOrSelect = async () => {
    if (!(await copy(text))) shown.current?.select();
  };
  return (
    <section class="escalation no-print">
      <AdviceList view={view} advice={advice} kind="escalate" heading={words.heading} level={2} />
      <details>
        <summary>{words.say}</summary>
        <textarea ref={shown} class="preview" readOnly rows={10} aria-label={words.say} value={text} />
        <div class="actions">
          <button type="button" onClick={() => void copyOrSelect()}>
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
