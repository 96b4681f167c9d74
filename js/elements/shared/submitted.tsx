/** The time of submission: the fields to give it, and the line that shows it. */

import { useId, useState } from "preact/hooks";

import { type CaseDetails, caseNumber, type DetailsChange } from "./case-input.js";
import type { ViewContext } from "./element.js";
import { fieldInstant, hostZone, localTime, momentNote } from "../../text/local-time.js";

interface MomentProps {
  view: ViewContext;
  label: string;
  /** Milliseconds since 1970; null: the field begins with the current time. */
  value: number | null;
  /** Id of the control; default: a generated one. */
  id?: string;
  onMoment(instant: number): void;
}

/** Shows a field for a date and time in the zone of the element. A note tells how a time is read at which clocks change. */
export function MomentField({ view, label, value, id, onMoment }: MomentProps) {
  const words = view.messages.calculator;
  const generated = useId();
  const own = id ?? generated;
  const zone = view.zone ?? hostZone();
  const [text, setText] = useState(() => localTime(value ?? view.now(), zone));
  const instant = fieldInstant(text, zone);
  const note = instant === null ? null : momentNote(text, instant, zone);
  return (
    <div class="field">
      <label for={own}>{label}</label>
      <input
        id={own}
        type="datetime-local"
        value={text}
        required
        aria-invalid={instant === null}
        aria-describedby={`${own}-help`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const given = fieldInstant(event.currentTarget.value, zone);
          if (given !== null) onMoment(given);
        }}
      />
      <p id={`${own}-help`} class="small muted" role="status">
        {instant === null ? words.missingMoment : words.momentHelp(view.format.zone)}
        {instant !== null && note !== null && ` ${words[note](view.format.timeWithZone(instant))}`}
      </p>
    </div>
  );
}

interface Props {
  view: ViewContext;
  /** Milliseconds since 1970; null: now. */
  value: number | null;
  onChange(value: number | null): void;
}

/** Shows the choice of the time of submission: now, or a time in the zone of the element. */
export function Submitted({ view, value, onChange }: Props) {
  const { messages } = view;
  const [chosen, setChosen] = useState(value !== null);
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
            onChange(value ?? view.now());
          }}
        />
        {messages.calculator.at}
      </label>
      {chosen && (
        <MomentField view={view} label={messages.calculator.moment} id="moment" value={value} onMoment={onChange} />
      )}
    </fieldset>
  );
}

interface SubmissionProps {
  view: ViewContext;
  details: CaseDetails;
  onDetails(change: DetailsChange): void;
}

/**
 * Shows when the case was submitted, and its number, with the fields to change them. Without a time it asks: no deadline begins
 * in silence.
 */
export function Submission({ view, details, onDetails }: SubmissionProps) {
  const { messages, format } = view;
  const words = messages.submission;
  const { submittedAt } = details;
  const [moment, setMoment] = useState(view.now);
  /** Number of times that the field got another time than the one that is typed into it. */
  const [filled, setFilled] = useState(0);
  if (submittedAt === undefined) {
    return (
      <fieldset class="submission ask no-print">
        <legend>{words.ask}</legend>
        <p class="muted small">{words.why}</p>
        <MomentField view={view} label={messages.calculator.moment} value={null} onMoment={setMoment} />
        <div class="actions">
          <button type="button" class="primary" onClick={() => onDetails({ submittedAt: moment })}>
            {words.use}
          </button>
          <button type="button" onClick={() => onDetails({ submittedAt: view.now() })}>
            {messages.due.submitNow}
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <div class="submission">
      <p class="small muted">
        {messages.due.counted(format.dateTimeWithZone(submittedAt))}{" "}
        <button
          type="button"
          class="link target no-print"
          onClick={() => {
            setFilled(filled + 1);
            onDetails({ submittedAt: view.now() });
          }}
        >
          {messages.due.submitNow}
        </button>
      </p>
      {details.number !== undefined && <p class="small muted">{words.numbered(details.number)}</p>}
      <details class="no-print">
        <summary>{words.change}</summary>
        <MomentField
          key={filled}
          view={view}
          label={messages.calculator.moment}
          value={submittedAt}
          onMoment={(instant) => onDetails({ submittedAt: instant })}
        />
        <NumberField view={view} details={details} onDetails={onDetails} />
      </details>
    </div>
  );
}

/** Shows the field for the number of the case. */
export function NumberField({ view, details, onDetails }: SubmissionProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{view.messages.submission.number}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={details.number ?? ""}
        onChange={(event) => onDetails({ number: caseNumber(event.currentTarget.value) })}
      />
    </div>
  );
}
