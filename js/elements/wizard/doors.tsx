/** The ways into the wizard: a fault, a question, and a response that is late. */

import { useState } from "preact/hooks";

import type { PolicyDocument } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { CaseInput } from "../shared/case-input.js";
import type { ViewContext } from "../shared/element.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
import { MomentField, NumberField } from "../shared/submitted.js";

/** Id of the context question that tells faults from questions, and of its answers. */
const nature = { id: "nature", fault: "fault", question: "question" } as const;

export type Door = "fault" | "late";

interface Props {
  view: ViewContext;
  door: Door;
  onDoor(door: Door): void;
  /** Takes the visitor who has a question to its answer; it has the least severe level. */
  onQuestion(context: Record<string, string>, severity: string): void;
}

/**
 * Shows the ways in, in the words of the policy's context question "nature" if it has one. A policy whose own questions tell
 * faults from questions needs no second way.
 */
export function Doors({ view, door, onDoor, onQuestion }: Props) {
  const { description, messages, say } = view;
  const words = messages.doors;
  const natures = description.context?.find(({ id }) => id === nature.id);
  const text = (wanted: string) => natures?.options.find(({ id }) => id === wanted)?.text;
  const question = text(nature.question);
  const last = description.severities.at(-1)?.id ?? "";
  const isPromising = (description.objectives ?? []).length > 0;
  if (question === undefined && !isPromising) return null;
  return (
    <div class="doors no-print" role="group" aria-label={words.label}>
      <button type="button" aria-pressed={door === "fault"} onClick={() => onDoor("fault")}>
        {say(text(nature.fault) ?? { [view.language]: words.fault })}
      </button>
      {question !== undefined && (
        <button type="button" aria-pressed={false} onClick={() => onQuestion({ [nature.id]: nature.question }, last)}>
          {say(question)}
        </button>
      )}
      {isPromising && (
        <button type="button" aria-pressed={door === "late"} onClick={() => onDoor("late")}>
          {words.late}
        </button>
      )}
    </div>
  );
}

/** Returns the context without the answer that a way in has given. */
export function withoutNature(context: Record<string, string>): Record<string, string> {
  const { [nature.id]: _, ...others } = context;
  return others;
}

/** Returns the context of a case with answers to the questions: they are about a fault, so nobody is asked whether it is one. */
export function asFault({ context = [] }: PolicyDocument, given: Record<string, string>): Record<string, string> {
  const isKnown = context.some(({ id, options }) => id === nature.id && options.some(({ id }) => id === nature.fault));
  return isKnown && !Object.hasOwn(given, nature.id) ? { ...given, [nature.id]: nature.fault } : given;
}

/** Whether the visitor has a question and no fault. */
export const isQuestion = ({ context = [] }: PolicyDocument, input: Pick<CaseInput, "context">): boolean =>
  context.some(({ id }) => id === nature.id) && ownValue(input.context, nature.id) === nature.question;

interface LateProps {
  view: ViewContext;
  input: CaseInput;
  /** Takes the case. Without a severity, the questions find it. */
  onLate(input: CaseInput): void;
}

/** Asks for a case that is already submitted: when, with which severity and tier, and its number. */
export function LateForm({ view, input, onLate }: LateProps) {
  const { description, messages } = view;
  const words = messages.doors;
  const [details, setDetails] = useState(input.details);
  const [submittedAt, setSubmittedAt] = useState(input.details.submittedAt ?? null);
  const [tier, setTier] = useState(input.context["tier"] ?? "");
  const [missing, setMissing] = useState(false);
  const { severity } = details;
  return (
    <form
      noValidate
      class="late-form"
      onSubmit={(event) => event.preventDefault()}
      aria-labelledby="late-heading"
      part="question"
    >
      <h2 id="late-heading">{words.late}</h2>
      <MomentField
        view={view}
        label={messages.submission.ask}
        value={submittedAt}
        onMoment={(instant) => {
          setSubmittedAt(instant);
          setMissing(false);
        }}
      />
      <p class="missing" role="alert">
        {missing && words.missing}
      </p>
      <SelectField
        label={messages.calculator.severity}
        value={severity ?? ""}
        options={optionsNamed(view, description.severities)}
        none={words.askMe}
        onValue={(id) => setDetails(({ severity: _, ...others }) => (id === "" ? others : { ...others, severity: id }))}
      />
      {view.given["tier"] === undefined && (description.tiers ?? []).length > 0 && (
        <SelectField
          label={messages.due.tier}
          value={tier}
          options={optionsNamed(view, description.tiers)}
          none={messages.result.notSaid}
          onValue={setTier}
        />
      )}
      <NumberField
        view={view}
        details={details}
        onDetails={({ number }) =>
          setDetails(({ number: _, ...others }) => (number === undefined ? others : { ...others, number }))
        }
      />
      <div class="actions">
        <button
          type="submit"
          class="primary"
          part="continue"
          onClick={() => {
            if (submittedAt === null) return setMissing(true);
            const { tier: _, ...others } = input.context;
            onLate({
              answers: {},
              context: withoutNature(tier === "" ? others : { ...others, tier }),
              details: { ...details, submittedAt },
            });
          }}
        >
          {messages.wizard.continue}
        </button>
      </div>
    </form>
  );
}
