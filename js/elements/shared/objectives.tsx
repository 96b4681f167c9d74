/** Shows objectives in a cell of a table: each with its conditions, its note and its clause. */

import type { Objective } from "../../index.js";
import { targetMessagesFor } from "../../messages/targets.js";
import { objectiveTexts } from "../../text/objectives.js";
import { calendarName } from "../../text/targets.js";
import type { ViewContext } from "./element.js";
import { Cite } from "./policy-text.js";

interface Props {
  view: ViewContext;
  /** The objectives of one measure, tier and severity, in the order of the policy. */
  objectives: readonly Objective[];
  style?: "long" | "short";
  /** Text if the policy states no objective. */
  none: string;
  /** Address to which the targets lead. */
  address?: string | null;
}

/** Shows the objectives that may apply to a case. */
export function Objectives({ view, objectives, style, none, address = null }: Props) {
  const texts = objectiveTexts(view, objectives, view.messages.due.target, style);
  if (texts.every(({ text }) => text === null)) return <span class="muted">{none}</span>;
  return (
    <>
      {texts.map(({ text, note, clause }, at) => (
        <div key={at}>
          {text === null ? none : address === null ? text : <a href={address}>{text}</a>}
          <Cite view={view} clause={clause} />
          {note !== null && <span class="muted small"> {note}</span>}
        </div>
      ))}
    </>
  );
}

/** Shows the hours in which all targets count, so that no target has to name them. Without a calendar it shows nothing. */
export function CommonHours({ view, calendar }: { view: ViewContext; calendar: string | null }) {
  if (calendar === null) return null;
  return <p class="small muted">{targetMessagesFor(view.language).commonHours(calendarName(view, calendar))}</p>;
}
