import { useRef, useState } from "preact/hooks";

import { type CalendarEvent, calendarFile } from "./calendar-file.js";
import { download } from "./download.js";
import type { Scene } from "./element.js";

interface Props {
  scene: Scene;
  text: string;
  markdown: string;
  event: CalendarEvent | null;
  link: string | null;
}

/** The result to take along: copied, in a calendar, on paper. */
export function Handover({ scene, text, markdown, event, link }: Props) {
  const words = scene.messages.handover;
  const [status, setStatus] = useState("");
  const [refused, setRefused] = useState<{ label: string; content: string } | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);

  const copy = async (label: string, content: string) => {
    // Emptied first: the same words again would not be spoken.
    setStatus("");
    try {
      await navigator.clipboard.writeText(content);
      setRefused(null);
      setStatus(words.copied);
    } catch {
      // No clipboard without a secure context or its permission: the text is there to be copied by hand.
      setRefused({ label, content });
      setStatus(words.refused);
      setTimeout(() => shown.current?.select());
    }
  };
  return (
    <section class="handover no-print" part="handover">
      <h3>{words.heading}</h3>
      <div class="actions">
        <button type="button" onClick={() => copy(words.text, text)}>
          {words.text}
        </button>
        <button type="button" onClick={() => copy(words.markdown, markdown)}>
          {words.markdown}
        </button>
        {link !== null && (
          <button type="button" onClick={() => copy(words.link, link)}>
            {words.link}
          </button>
        )}
        {event !== null && (
          <button
            type="button"
            onClick={() => download(`${words.fileName}.ics`, calendarFile([event], scene.now()), "text/calendar")}
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
