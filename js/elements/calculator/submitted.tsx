import { useState } from "preact/hooks";

import type { ViewContext } from "../shared/element.js";
import { fieldInstant, hostZone, localTime } from "../../text/local-time.js";

interface Props {
  view: ViewContext;
  value: number | null;
  onChange(value: number | null): void;
}

/** Shows the choice of the time of submission: now, or a time in the zone of the element. */
export function Submitted({ view, value, onChange }: Props) {
  const { messages, format } = view;
  const zone = view.zone ?? hostZone();
  const [text, setText] = useState(() => localTime(value ?? view.now(), zone));
  const [chosen, setChosen] = useState(value !== null);
  const isMissing = chosen && fieldInstant(text, zone) === null;

  const write = (to: string) => {
    setText(to);
    const instant = fieldInstant(to, zone);
    if (instant !== null) onChange(instant);
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
