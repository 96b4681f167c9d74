import { useState } from "preact/hooks";

import type { Scene } from "../shared/element.js";

interface Props {
  scene: Scene;
  value: number | null;
  onChange(value: number | null): void;
}

/** When the case is submitted: now, or at a chosen time in the visitor's own zone. */
export function Submitted({ scene, value, onChange }: Props) {
  const { messages, format } = scene;
  const [text, setText] = useState(() => localText(value ?? scene.now()));
  const [chosen, setChosen] = useState(value !== null);
  const isMissing = chosen && Number.isNaN(Date.parse(text));

  const write = (to: string) => {
    setText(to);
    const instant = Date.parse(to);
    if (!Number.isNaN(instant)) onChange(instant);
  };
  return (
    <fieldset class="submitted">
      <legend>{messages.calculator.submitted}</legend>
      <label class="choice">
        <input
          type="radio"
          name="submitted"
          checked={!chosen}
          onChange={() => {
            setChosen(false);
            onChange(null);
          }}
        />
        {messages.calculator.now}
      </label>
      <label class="choice">
        <input
          type="radio"
          name="submitted"
          checked={chosen}
          onChange={() => {
            setChosen(true);
            write(text);
          }}
        />
        {messages.calculator.at}
      </label>
      {chosen && (
        <div class="field">
          <label for="moment">{messages.calculator.moment}</label>
          <input
            id="moment"
            type="datetime-local"
            value={text}
            required
            aria-invalid={isMissing}
            aria-describedby="moment-help"
            onInput={(event) => write(event.currentTarget.value)}
          />
          <p id="moment-help" class="small muted" role="status">
            {isMissing ? messages.calculator.missingMoment : messages.calculator.momentHelp(format.zone)}
          </p>
        </div>
      )}
    </fieldset>
  );
}

/** An instant as a datetime-local input holds it, to the minute. */
function localText(instant: number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
