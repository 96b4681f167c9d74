import { useEffect, useRef, useState } from "preact/hooks";

import type { Answers, Classification, NextQuestion } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { ViewContext } from "../shared/element.js";
import { Urgent } from "../shared/notices.js";
import {
  type CaseDetails,
  type CaseInput,
  fragmentOf,
  inputOfFragment,
  inputOfHistory,
  pairsOf,
  vectorOf,
  withDetails,
} from "../shared/case-input.js";
import { type Door, Doors, LateForm, withoutNature } from "./doors.js";
import { follow, type Path } from "./path.js";
import { Question } from "./question.js";
import { Result } from "./result.js";

interface Props {
  view: ViewContext;
  /** The answers, the context and the details that the page gives. */
  given: CaseInput;
  /** Whether the input is saved in the address of the page. */
  permalink: boolean;
  /** Level of the heading of the result. */
  level: 1 | 2;
  onStep(step: { question: NextQuestion | null; number: number; title: string }, input: CaseInput): void;
  /** Called with the severity of the result; `found` is null if the customer has named it without answers. */
  onResult(severity: string, found: Classification | null, input: CaseInput): void;
}

/** The state of the wizard. The history of the page saves it, so that the browser's Back and a reload restore it. */
interface WizardState extends CaseInput {
  /** Index of the question that is shown; null: the first question without an answer, or the result. */
  step: number | null;
  /** Whether the question was opened from the result, to which its answer returns. */
  returns?: boolean;
  door?: Door;
}

/** Shows the questions one by one, then the result. */
export function Wizard({ view, given, permalink, level, onStep, onResult }: Props) {
  const { policy, messages } = view;
  const [state, setState] = useState<WizardState>(() => initialState(view, given, permalink));
  const hasMoved = useRef(false);
  const [isMissing, setMissing] = useState(false);
  const path = follow(policy, state.answers, state.step ?? Infinity);
  const isResult = path.next === null || (state.step === null && state.details.severity !== undefined);
  const isLateForm = !isResult && path.steps.length === 0 && state.door === "late";

  const go = (to: WizardState) => {
    hasMoved.current = true;
    setMissing(false);
    const { answers, next } = follow(policy, to.answers, to.step ?? Infinity);
    const isNew = next === null && !to.returns && to.details.submittedAt === undefined;
    // The clock starts with the first result, and the link says so. It never starts again by itself.
    const details = isNew ? { ...to.details, submittedAt: view.now() } : to.details;
    const after = { ...to, details };
    if (permalink) history.pushState(savedAs(after), "", `#${addressOf(view, { ...after, answers })}`);
    setState(after);
  };
  // A change that adds no entry to the history.
  const change = (to: WizardState) => {
    const { answers } = follow(policy, to.answers, to.step ?? Infinity);
    if (permalink) history.replaceState(savedAs(to), "", `#${addressOf(view, { ...to, answers })}`);
    setState(to);
  };
  const changeDetails = (details: Parameters<typeof withDetails>[1]) =>
    change({ ...state, details: withDetails(state.details, details) });

  useEffect(() => {
    if (!permalink) return;
    const back = (event: PopStateEvent) => {
      hasMoved.current = true;
      setMissing(false);
      setState(savedState(view, event.state) ?? initialState(view, given, true));
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [permalink]);

  // The context that the page gives overrides the visitor's choice, even if the page gives it later.
  const context = { ...state.context, ...view.given };
  const input = { answers: path.answers, context, details: state.details };
  const found = isResult && (path.steps.length > 0 || path.next === null) ? policy.classify(path.answers) : null;
  const severity = state.details.severity ?? found?.severity;
  const title = titleOf(view, path, isResult ? severity : undefined, isLateForm);
  const key = JSON.stringify([path.answers, path.next?.id, isResult, title, isMissing]);
  useEffect(() => {
    const question = isResult ? null : path.next;
    onStep(
      { question, number: path.steps.length + 1, title: isMissing ? messages.wizard.errorTitle(title) : title },
      input,
    );
  }, [key, view.language]);
  useEffect(() => {
    if (isResult && severity !== undefined) onResult(severity, found, input);
  }, [key, JSON.stringify([context, state.details])]);

  const { next } = path;
  const doors = next !== null && path.steps.length === 0 && (
    <Doors
      view={view}
      door={state.door ?? "fault"}
      onDoor={(door) => setState({ ...state, door })}
      onQuestion={(nature, last) =>
        go({
          answers: {},
          context: { ...state.context, ...nature },
          details: { ...state.details, severity: last, submittedAt: view.now() },
          step: null,
        })
      }
    />
  );
  return (
    <>
      <Urgent messages={messages} phone={view.phone} />
      {isResult || next === null ? (
        <Result
          view={view}
          path={path}
          found={found}
          input={input}
          severity={severity ?? ""}
          level={level}
          link={permalink ? `${location.href.replace(/#.*/s, "")}#${addressOf(view, input)}` : null}
          takesFocus={hasMoved.current}
          onContext={(changed) => change({ ...state, context: changed })}
          onDetails={changeDetails}
          onChange={(step) => go({ ...state, step, returns: true })}
          onQuestions={() => go({ ...state, details: withDetails(state.details, { severity: undefined }), step: null })}
          onRestart={() =>
            go({
              answers: {},
              context: withoutNature(state.context),
              details: state.details.phone === undefined ? {} : { phone: state.details.phone },
              step: null,
            })
          }
        />
      ) : (
        <>
          {doors}
          {isLateForm ? (
            <LateForm view={view} input={input} onLate={(late) => go({ ...late, step: null })} />
          ) : (
            <Question
              key={next.id}
              view={view}
              question={next}
              before={path.steps.length}
              answer={ownValue(state.answers, next.id)}
              takesFocus={hasMoved.current}
              onChoose={(answer) => {
                // Back and a reload find the choice again.
                const kept = { ...state, answers: { ...state.answers, [next.id]: answer }, step: path.steps.length };
                if (permalink) history.replaceState(savedAs(kept), "");
              }}
              onAnswer={(answer) => go(stateAfterAnswer(view, state, next.id, answer))}
              onMissing={() => setMissing(true)}
              onBack={path.steps.length === 0 ? null : () => go({ ...state, step: path.steps.length - 1 })}
            />
          )}
        </>
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
  const answers = { ...given.answers, ...input?.answers };
  const details: CaseDetails = { ...given.details, ...input?.details };
  // The page answers for a case of this moment; a link may be of yesterday, and the result asks.
  const isNew =
    input === null && details.submittedAt === undefined && follow(view.policy, answers, Infinity).next === null;
  return {
    answers,
    context: { ...given.context, ...input?.context },
    details: isNew ? { ...details, submittedAt: view.now() } : details,
    step: null,
  };
}

/** Returns the state as the history saves it: the details as in a link. */
const savedAs = (state: WizardState) => ({ slo: { ...state, details: pairsOf(state.details) } });

/** Returns the state that the history has saved, without ids that the policy does not know; null if there is none. */
function savedState({ description, ignore }: ViewContext, state: unknown): WizardState | null {
  const saved = (state as { slo?: Partial<WizardState> } | null)?.slo;
  if (typeof saved !== "object" || saved === null || saved.answers === undefined) return null;
  const { ignored, ...input } = inputOfHistory(description, saved);
  ignore(ignored);
  return {
    ...input,
    step: typeof saved.step === "number" ? saved.step : null,
    returns: saved.returns === true,
    door: saved.door === "late" ? "late" : "fault",
  };
}

/**
 * Returns the state after an answer: the result, if it was changed from there and still follows; the next question of the path
 * if the answer has not changed; else the first question without an answer.
 */
function stateAfterAnswer({ policy }: ViewContext, state: WizardState, question: string, answer: string): WizardState {
  const answers: Answers = { ...state.answers, [question]: answer };
  const isUnchanged = ownValue(state.answers, question) === answer;
  const next = state.step === null || state.returns ? null : state.step + 1;
  const reaches = next !== null && follow(policy, answers, next).next !== null;
  return { ...state, answers, step: isUnchanged && reaches ? next : null };
}

function addressOf({ policy }: ViewContext, input: CaseInput): string {
  return fragmentOf(vectorOf(policy, input.answers), input);
}

function titleOf(
  { description, messages, say }: ViewContext,
  { next }: Path,
  severity: string | undefined,
  isLateForm: boolean,
): string {
  if (isLateForm) return messages.doors.late;
  if (severity === undefined) return say(next?.text);
  return messages.wizard.resultTitle(say(description.severities.find(({ id }) => id === severity)?.name));
}
