/** Writes the objectives of one measure, tier and severity: each with the facts under which it applies. */

import type { Bound, Objective } from "../engine-types.js";
import { targetMessagesFor } from "../messages/targets.js";
import { objectiveConditions } from "./conditions.js";
import { targetText, type TextView } from "./targets.js";

/** An objective in words. */
export interface ObjectiveText {
  /** The target with its conditions, or the policy's note in place of a target; null if the policy states neither. */
  text: string | null;
  /** The policy's note beside a target. */
  note: string | null;
  clause: string | undefined;
}

/**
 * Returns the objectives that may apply, the first of which does: "in 4 hours, if the channel is “Phone”", then "otherwise in 8
 * hours". Those after an objective without conditions never apply and are left out.
 */
export function objectiveTexts(
  view: TextView,
  objectives: readonly Objective[],
  phrase: (bound: Bound, amount: string, hours: string) => string,
  style?: "long" | "short",
): ObjectiveText[] {
  const words = targetMessagesFor(view.language);
  const last = objectives.findIndex(({ when }) => Object.keys(when ?? {}).length === 0);
  return objectives.slice(0, last === -1 ? objectives.length : last + 1).map((objective, at) => {
    const target = targetText(view, objective, phrase, style);
    const note = objective.note === undefined ? null : view.say(objective.note);
    const shown = target ?? note;
    const conditions = objectiveConditions(view, objective.when);
    const isOtherwise = at > 0 && conditions.length === 0 && shown !== null;
    return {
      text: shown === null ? null : isOtherwise ? words.otherwise(shown) : [shown, ...conditions].join(", "),
      note: target === null ? null : note,
      clause: objective.clause,
    };
  });
}
