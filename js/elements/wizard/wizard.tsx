import { useEffect, useRef, useState } from "preact/hooks";

import type { Answers, Classification, NextQuestion } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "../shared/element.js";
import { Urgent } from "../shared/notices.js";
import { fragmentOf, type CaseInput, inputOfFragment, inputOfHistory, pairsOf } from "../shared/case-input.js";
import { follow, type Path } from "./path.js";
import { Question } from "./question.js";
import { Result } from "./result.js";

interface Props {
  view: ViewContext;
  /** The answers and the context that the page gives. */
  given: CaseInput;
  /** Whether the input is saved in the address of the page. */
  permalink: boolean;
  onStep(step: { question: NextQuestion | null; number: number; title: string }, input: CaseInput): void;
  onClassified(found: Classification, input: CaseInput): void;
}

/** The state of the wizard. The history of the page saves it, so that the browser's Back restores it. */
interface WizardState extends CaseInput {
  /** Index of the question that is shown; null: the first question without an answer, or the result. */
  at: number | null;
}

/** Shows the questions one by one, then the result. */
export function Wizard({ view, given, permalink, onStep, onClassified }: Props) {
  const { policy } = view;
  const [state, setState] = useState<WizardState>(() => initialState(view, given, permalink));
  const hasMoved = useRef(false);
  const path = follow(policy, state.answers, state.at ?? Infinity);

  const go = (to: WizardState) => {
    hasMoved.current = true;
    if (permalink) {
      const { answers } = follow(policy, to.answers, to.at ?? Infinity);
      history.pushState(savedAs(to), "", `#${addressOf(view, { ...to, answers })}`);
    }
    setState(to);
  };
  // The context of the customer belongs to the state, but a change of it adds no entry to the history.
  const changeContext = (context: Record<string, string>) => {
    const to = { ...state, context };
    if (permalink) history.replaceState(savedAs(to), "", `#${addressOf(view, { ...to, answers: path.answers })}`);
    setState(to);
  };

  useEffect(() => {
    if (!permalink) return;
    const back = (event: PopStateEvent) => {
      hasMoved.current = true;
      setState(savedState(view, event.state) ?? initialState(view, given, true));
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [permalink]);

  // The context that the page gives overrides the visitor's choice, even if the page gives it later.
  const context = { ...state.context, ...view.given };
  const input = { answers: path.answers, context, details: state.details };
  const key = JSON.stringify([path.answers, path.next?.id]);
  const classification = path.next === null ? policy.classify(path.answers) : null;
  useEffect(() => {
    onStep({ question: path.next, number: path.steps.length + 1, title: titleOf(view, path, classification) }, input);
  }, [key, view.language]);
  useEffect(() => {
    if (classification !== null) onClassified(classification, input);
  }, [key, JSON.stringify(context)]);

  const { next } = path;
  return (
    <>
      <Urgent messages={view.messages} phone={view.phone} />
      {next !== null ? (
        <Question
          key={next.id}
          view={view}
          question={next}
          before={path.steps.length}
          answer={ownValue(state.answers, next.id)}
          takesFocus={hasMoved.current}
          onAnswer={(answer) => go(stateAfterAnswer(view, state, next.id, answer))}
          onBack={path.steps.length === 0 ? null : () => go({ ...state, at: path.steps.length - 1 })}
        />
      ) : (
        <Result
          view={view}
          path={path}
          context={context}
          takesFocus={hasMoved.current}
          onContext={changeContext}
          onChange={(step) => go({ ...state, at: step })}
          onRestart={() => go({ answers: {}, context: state.context, details: {}, at: null })}
        />
      )}
    </>
  );
}

/** Returns the first state: that of the history, of the permalink, or of the page. */
function initialState(view: ViewContext, given: CaseInput, permalink: boolean): WizardState {
  const saved = permalink ? savedState(view, history.state) : null;
  if (saved !== null) return saved;
  const input = permalink ? inputOfFragment(view.policy, view.description, location.hash) : null;
  view.ignore(input?.ignored ?? []);
  return {
    answers: { ...given.answers, ...input?.answers },
    context: { ...given.context, ...input?.context },
    details: { ...given.details, ...input?.details },
    at: null,
  };
}

/** Returns the state as the history saves it: the details as in a link. */
const savedAs = (state: WizardState) => ({ slo: { ...state, details: pairsOf(state.details) } });

/** Returns the state that the history has saved, without ids that the policy does not know; null if there is none. */
function savedState({ description, ignore }: ViewContext, state: unknown): WizardState | null {
  const saved = (state as { slo?: Partial<WizardState> } | null)?.slo;
  if (typeof saved !== "object" || saved === null) return null;
  const { ignored, ...input } = inputOfHistory(description, saved);
  ignore(ignored);
  return { ...input, at: typeof saved.at === "number" ? saved.at : null };
}

/**
 * Returns the state after an answer: the next question of the path if the answer has not changed, else the first question
 * without an answer.
 */
function stateAfterAnswer({ policy }: ViewContext, state: WizardState, question: string, answer: string): WizardState {
  const answers: Answers = { ...state.answers, [question]: answer };
  const isUnchanged = ownValue(state.answers, question) === answer;
  const next = state.at === null ? null : state.at + 1;
  const reaches = next !== null && follow(policy, answers, next).next !== null;
  return { ...state, answers, at: isUnchanged && reaches ? next : null };
}

function addressOf({ policy }: ViewContext, input: CaseInput): string {
  return fragmentOf(policy.classify(input.answers).vector, input);
}

function titleOf(
  { policy, description, messages, say }: ViewContext,
  path: Path,
  found: Classification | null,
): string {
  if (path.next !== null) return say(path.next.text);
  const { severity } = found ?? policy.classify(path.answers);
  return messages.wizard.resultTitle(say(description.severities.find(({ id }) => id === severity)?.name));
}
