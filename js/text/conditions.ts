/** Writes the conditions of features and objectives, in the policy's own words if it has some. */

import type { ObjectiveCondition, PolicyDocument, SubmittedCondition } from "../document.js";
import type { Text } from "../types.js";
import { targetMessagesFor } from "../messages/targets.js";
import { calendarName, type TextView } from "./targets.js";

/**
 * Returns a condition on the answers to a context question, in the words of the option, such as "for the SaaS offer only"; if it has
 * none, `fallback` creates the sentence from the question and its answers.
 */
export function conditionOf(
  { context }: PolicyDocument,
  say: (text: Text | undefined) => string,
  { question, options }: { question: string; options: readonly string[] },
  fallback: (question: string, answers: string[]) => string,
): string {
  const asked = context?.find(({ id }) => id === question);
  const chosen = asked?.options.filter(({ id }) => options.includes(id)) ?? [];
  const own = chosen.length === 1 ? chosen[0]?.condition : undefined;
  return own === undefined
    ? fallback(
        say(asked?.text),
        chosen.map(({ text }) => say(text)),
      )
    : say(own);
}

/** Returns the facts under which an objective applies, such as "if the channel is “Phone”", in the order of the policy. */
export function objectiveConditions(view: TextView, when: ObjectiveCondition = {}): string[] {
  const { description, say } = view;
  const words = targetMessagesFor(view.language);
  return Object.entries(when).flatMap(([fact, value]) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return momentOfStart(view, value);
    if (fact !== "channel") return conditionOf(description, say, { question: fact, options: value }, words.ifAnswer);
    return words.ifChannel(value.map((id) => say(description.channels?.find((each) => each.id === id)?.name)));
  });
}

function momentOfStart(view: TextView, { during, outside }: SubmittedCondition): string[] {
  const words = targetMessagesFor(view.language);
  return [
    ...(during === undefined ? [] : [words.ifDuring(calendarName(view, during))]),
    ...(outside === undefined ? [] : [words.ifOutside(calendarName(view, outside))]),
  ];
}
