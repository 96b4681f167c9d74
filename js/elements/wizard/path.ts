import type { Answers, NextQuestion, Policy, PolicyDocument } from "../../index.js";
import type { WhenUnsure } from "../../messages/index.js";
import { ownValue } from "../../text/lookup.js";

/** A question that has been answered on the way. */
export interface Step {
  question: NextQuestion;
  answer: string | string[];
}

/** The way from the first question to the current one. */
export interface Path {
  steps: Step[];
  /** The answers of the steps: what counts. Answers that stopped mattering are kept elsewhere. */
  answers: Answers;
  /** The question to ask now; null when nothing could change the result any more. */
  next: NextQuestion | null;
}

/**
 * Walks from the first question along the answers that are known, at most `most` steps, and never meets a question twice.
 * Which question comes next is the engine's to say, so an answer that no longer matters after a change is simply not met on
 * the way, and is met again when it matters again.
 */
export function follow(policy: Policy, known: Answers, most: number): Path {
  const steps: Step[] = [];
  let answers: Answers = {};
  let next = policy.nextQuestion(answers);
  while (next !== null && steps.length < most) {
    const { id } = next;
    const answer = ownValue(known, id);
    if (answer === undefined || Object.hasOwn(answers, id)) break;
    steps.push({ question: next, answer });
    // A new record: an assignment to the member "__proto__" would set no answer.
    answers = { ...answers, [id]: answer };
    next = policy.nextQuestion(answers);
  }
  return { steps, answers, next };
}

/** How the policy settles a case whose answers fit several severities. */
export const whenUnsure = ({ classification }: PolicyDocument): WhenUnsure =>
  classification?.whenUnsure ?? "most-severe";
