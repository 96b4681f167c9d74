import type { Answers, NextQuestion, Policy, PolicyDocument } from "../../index.js";
import type { WhenUnsure } from "../../messages/index.js";
import { ownValue } from "../../text/lookup.js";

/** A question with its answer. */
export interface Step {
  question: NextQuestion;
  answer: string | string[];
}

/** The path from the first question to the current one. */
export interface Path {
  steps: Step[];
  /** The answers of the steps, which decide. The state of the wizard keeps answers that no longer matter. */
  answers: Answers;
  /** The next question; null if no answer could change the result. */
  next: NextQuestion | null;
}

/**
 * Follows the known answers from the first question, at most `most` steps, and never reaches a question twice. The engine
 * decides which question comes next, so the path skips an answer that no longer matters and includes it again if it matters
 * again.
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

/** Returns the rule of the policy for answers that fit several severities. */
export const whenUnsure = ({ classification }: PolicyDocument): WhenUnsure =>
  classification?.whenUnsure ?? "most-severe";
