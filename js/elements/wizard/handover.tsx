import { useRef, useState } from "preact/hooks";

import type { HandoverModel, Wording } from "../handover/model.js";
import { dueEvent, fileNameOf, ifNobody, markdownOf, textOf } from "../handover/text.js";
import type { ViewContext } from "../shared/element.js";
import { SectionHeading } from "../shared/heading.js";
import { calendarFile, download, useCopy } from "../shared/files.js";
import type { CaseExpectation } from "./expectation.js";

interface Props {
  view: ViewContext;
  model: HandoverModel;
  wording: Wording;
  expected: CaseExpectation;
}

/** Shows the buttons that copy, save and print the result. */
export function Handover({ view, model, wording, expected }: Props) {
  const words = view.messages.handover;
  const { status, copy } = useCopy(words);
  const [refused, setRefused] = useState<{ label: string; content: string } | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);
  const { isLate, advice } = expected;
  const say = (kind: "act" | "escalate") =>
    advice.filter((each) => each.kind === kind).map(({ text }) => view.say(text));
  // After the deadline, the first thing to do is to escalate.
  const actions = [...(isLate ? say("escalate") : []), ...say("act")];
  const event = dueEvent(model, wording, ifNobody(view.description.advice, advice, expected.schedule, wording));

  /** Copies a text, or shows it so that the visitor can copy it. */
  const copyOrShow = async (label: string, content: string) => {
    const isCopied = await copy(content);
    setRefused(isCopied ? null : { label, content });
    if (!isCopied) setTimeout(() => shown.current?.select());
  };
  const { link } = model;
  return (
    <section class="handover no-print" part="handover">
      <SectionHeading>{words.heading}</SectionHeading>
      <div class="actions">
        <button type="button" onClick={() => void copyOrShow(words.text, textOf(model, wording, actions))}>
          {words.text}
        </button>
        <button type="button" onClick={() => void copyOrShow(words.markdown, markdownOf(model, wording, actions))}>
          {words.markdown}
        </button>
        {link !== null && (
          <button type="button" onClick={() => void copyOrShow(words.link, link)}>
            {words.link}
          </button>
        )}
        {event !== null && (
          <button
            type="button"
            onClick={() =>
              download(`${fileNameOf(model, words.fileName)}.ics`, calendarFile([event], view.now()), "text/calendar")
            }
          >
            {words.calendar}
          </button>
        )}
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="small status" role="status">
        {status}
      </p>
      {refused !== null && (
        <textarea ref={shown} readOnly rows={6} aria-label={refused.label} value={refused.content} />
      )}
    </section>
  );
}
