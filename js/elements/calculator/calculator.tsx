import { useEffect, useState } from "preact/hooks";

import { AdviceList } from "../shared/advice.js";
import { useNow } from "../shared/countdown.js";
import { Due } from "../shared/due.js";
import { ContextFields, optionsNamed, SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { ownValue } from "../../text/lookup.js";
import { Submitted } from "./submitted.js";

/** The input of the calculator. */
export interface Choice {
  tier: string;
  severity: string;
  /** Milliseconds since 1970; null: now. */
  submittedAt: number | null;
}

interface Props {
  view: ViewContext;
  given: Choice;
  context: Record<string, string>;
  onChoice(choice: Choice): void;
}

/** Facts on which a target depends. */
interface Said {
  context: Record<string, string>;
  channel?: string;
  zone?: string;
}

/** Returns the facts with a channel or a zone, or without one for an empty text. */
function withFact(said: Said, name: "channel" | "zone", value: string): Said {
  const { [name]: _, ...others } = said;
  return value === "" ? others : { ...others, [name]: value };
}

/** Shows the choice of tier, severity and time of submission, then the due time and the advice. */
export function Calculator({ view, given, context, onChoice }: Props) {
  const { policy, description, messages, say } = view;
  const [choice, setChoice] = useState(given);
  // "Now" is the moment of the choice, so that the due time does not move while the visitor reads.
  const [opened, setOpened] = useState(view.now);
  const now = useNow(view, () => "minute");
  useEffect(() => onChoice(choice), [choice]);

  const choose = (change: Partial<Choice>) => {
    setOpened(view.now());
    setChoice({ ...choice, ...change });
  };
  // The facts on which a target depends, as the visitor gives them.
  const [said, setSaid] = useState<Said>({ context: {} });
  const facts = {
    tier: choice.tier,
    severity: choice.severity,
    submittedAt: choice.submittedAt ?? opened,
    ...said,
    context: { ...context, ...said.context },
  };
  const { targets } = policy.evaluate(facts, Math.max(now, facts.submittedAt));
  const { advice } = policy.advise(facts, Math.max(now, facts.submittedAt));
  const rank = rankOf(description.severities, choice.severity);
  const missing = new Set(targets.flatMap(({ dependsOn }) => dependsOn ?? []));
  const asked = (description.context ?? []).filter(({ id }) => missing.has(id) || ownValue(said.context, id));
  return (
    <div class="calculator">
      <div class="choices">
        <SelectField
          id="tier"
          label={messages.calculator.tier}
          value={choice.tier}
          options={optionsNamed(view, description.tiers)}
          onValue={(value) => choose({ tier: value })}
        />
        <SelectField
          id="severity"
          label={messages.calculator.severity}
          value={choice.severity}
          options={optionsNamed(view, description.severities)}
          onValue={(value) => choose({ severity: value })}
        />
        <ContextFields
          view={view}
          questions={asked}
          context={said.context}
          none={messages.result.notSaid}
          onContext={(context) => setSaid({ ...said, context })}
        />
        {(missing.has("channel") || said.channel !== undefined) && (
          <SelectField
            label={messages.calculator.channel}
            value={said.channel ?? ""}
            options={optionsNamed(view, description.channels)}
            none={messages.result.notSaid}
            onValue={(channel) => setSaid(withFact(said, "channel", channel))}
          />
        )}
        {(missing.has("zone") || said.zone !== undefined) && (
          <SelectField
            label={messages.calculator.zone}
            value={said.zone ?? ""}
            options={Intl.supportedValuesOf("timeZone").map((id) => ({ id, name: id.replaceAll("_", " ") }))}
            none={messages.result.notSaid}
            onValue={(zone) => setSaid(withFact(said, "zone", zone))}
          />
        )}
        <Submitted view={view} value={choice.submittedAt} onChange={(submittedAt) => choose({ submittedAt })} />
      </div>
      <section class="outcome" aria-label={messages.calculator.result}>
        <p class={`chosen level-${rank}`}>
          <Mark rank={rank} /> <strong>{say(description.severities[rank - 1]?.name)}</strong>
        </p>
        <Due view={view} facts={facts} targets={targets} now={now} />
        <p class="small muted">{messages.due.counted(view.format.dateTime(facts.submittedAt))}</p>
        <p class="small muted" part="standing">
          {messages.result.objectiveOnly} {view.standing(policy.expect(facts).standing)}
        </p>
        <AdviceList view={view} advice={advice} kind="act" heading={messages.result.now} level={2} ordered />
        <AdviceList view={view} advice={advice} kind="escalate" heading={messages.result.escalate} level={2} />
        <AdviceList view={view} advice={advice} kind="know" heading={messages.result.know} level={2} />
      </section>
    </div>
  );
}

/** CSS of the calculator alone. */
export const styles = `
.calculator { border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); overflow: clip; }
.choices {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
  gap: calc(4 * var(--_space)) calc(5 * var(--_space)); align-items: start;
  padding: calc(5 * var(--_space)); background: var(--_surface); border-block-end: 1px solid var(--_border);
}
.choices select { inline-size: 100%; }
.submitted { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 calc(5 * var(--_space)); }
.submitted legend { font-weight: 600; padding: 0; }
.submitted .field { flex: 1 1 100%; justify-items: start; margin-block-start: calc(2 * var(--_space)); }
.choice { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.choice input { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--_accent); }
.outcome { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); padding: calc(5 * var(--_space)); }
.outcome .heading { font-size: 1em; }
@media (max-width: 30rem) {
  .choices, .outcome { padding: calc(4 * var(--_space)); }
}
@media print {
  .choices { background: none; }
}
`;
