import { useRef, useState } from "preact/hooks";

import { type CalendarEvent, calendarFile } from "./calendar-file.js";
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
  const [refused, setRefused] = useState<string | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);

  const copy = async (content: string) => {
    try {
      await navigator.clipboard.writeText(content);
      setRefused(null);
      setStatus(words.copied);
    } catch {
      // No clipboard without a secure context or its permission: the text is there to be copied by hand.
      setRefused(content);
      setStatus(words.refused);
      setTimeout(() => shown.current?.select());
    }
  };
  return (
    <section class="handover no-print" part="handover">
      <h3>{words.heading}</h3>
      <div class="actions">
        <button type="button" onClick={() => copy(text)}>
          {words.text}
        </button>
        <button type="button" onClick={() => copy(markdown)}>
          {words.markdown}
        </button>
        {link !== null && (
          <button type="button" onClick={() => copy(link)}>
            {words.link}
          </button>
        )}
        {event !== null && (
          <button type="button" onClick={() => download(`${words.fileName}.ics`, calendarFile(event, scene.now()))}>
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
      {refused !== null && <textarea ref={shown} readOnly rows={6} aria-label={words.text} value={refused} />}
    </section>
  );
}

function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
