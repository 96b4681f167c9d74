/** A text to copy. */

import { useRef, useState } from "preact/hooks";
import type { EmbedMessages } from "../messages/embed/messages.js";

interface Props {
  messages: EmbedMessages;
  /** Label of the text. */
  label: string;
  text: string;
}

export function Code({ messages: { example }, label, text }: Props) {
  const [status, setStatus] = useState("");
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    setStatus("");
    try {
      await navigator.clipboard.writeText(text);
      setStatus(example.copied);
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setStatus(example.notCopied);
    }
  };
  return (
    <div class="code">
      <div class="code-head">
        <h3 class="label">{label}</h3>
        <span role="status" class="hint">
          {status}
        </span>
        <button
          type="button"
          class="button live-only"
          aria-label={`${example.copy} – ${label}`}
          onClick={() => void copy()}
        >
          {example.copy}
        </button>
      </div>
      <pre tabIndex={0} role="group" aria-label={label}>
        <code ref={shown}>{text}</code>
      </pre>
    </div>
  );
}
