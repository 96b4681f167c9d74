/** Escalation of a case: the advice, and a text that asks first. It comes first on a case that is late. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

import type { Advice, ScheduledAdvice } from "../../index.js";
import { asksOf, escalationOf } from "../handover/text.js";
import type { HandoverModel, Wording } from "../handover/model.js";
import { AdviceList } from "./advice.js";
import type { ViewContext } from "./element.js";
import { mailAddress, useCopy } from "./files.js";
import { Cite, Linked } from "./policy-text.js";

interface Props {
  view: ViewContext;
  model: HandoverModel;
  wording: Wording;
  advice: readonly Advice[];
  schedule: readonly ScheduledAdvice[];
  isLate: boolean;
  /** The number to call of a case that is late. */
  children?: ComponentChildren;
}

/** Shows how to escalate the case: one button copies the request, beside it the ways to send it. */
export function Escalation({ view, model, wording, advice, schedule, isLate, children }: Props) {
  const { messages, description } = view;
  const words = messages.escalation;
  const { status, copy } = useCopy({ copied: messages.handover.copied, refused: words.refused });
  const shown = useRef<HTMLTextAreaElement>(null);
  const text = escalationOf(model, wording, asksOf(description, advice, wording));
  const copyOrSelect = async () => {
    if (await copy(text)) return;
    shown.current?.closest("details")?.setAttribute("open", "");
    shown.current?.select();
  };
  if (!advice.some(({ kind }) => kind === "escalate") && !isLate && schedule.length === 0) return null;
  const mail = description.channels?.find(({ kind }) => kind === "email")?.href?.replace(/^mailto:/i, "");
  return (
    <section class={isLate ? "escalation late" : "escalation"}>
      <AdviceList
        view={view}
        advice={advice}
        kind="escalate"
        heading={isLate ? messages.result.late : messages.result.escalate}
        calls={false}
      />
      <div class="actions no-print">
        <button type="button" class={isLate ? "primary" : ""} onClick={() => void copyOrSelect()}>
          {words.copy}
        </button>
        <a class="button" href={mailAddress(mail, `${wording.words.escalation.title}: ${model.summary}`, text)}>
          {words.mail}
        </a>
      </div>
      {children}
      <p class="small status no-print" role="status">
        {status}
      </p>
      <Later view={view} schedule={schedule} />
      <details class="no-print">
        <summary>{words.text}</summary>
        <textarea ref={shown} class="preview" readOnly rows={10} aria-label={words.text} value={text} />
      </details>
    </section>
  );
}

/** Shows the advice that will hold later, by time. */
function Later({ view, schedule }: Pick<Props, "view" | "schedule">) {
  const { description, format, say, messages } = view;
  const entries = schedule.flatMap(({ advice, at }) => {
    const entry = description.advice?.find(({ id }) => id === advice);
    return entry === undefined ? [] : [{ entry, at }];
  });
  if (entries.length === 0) return null;
  return (
    <dl class="later">
      {entries.map(({ entry, at }) => (
        <div key={entry.id}>
          <dt>{messages.escalation.from(format.dateTimeWithZone(at))}</dt>
          <dd>
            <Linked text={say(entry.text)} />
            <Cite view={view} clause={entry.clause} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
