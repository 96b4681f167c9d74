import { useEffect, useRef, useState } from "preact/hooks";

import type { Answers, Classification, NextQuestion } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import type { Scene } from "../shared/element.js";
import { Urgent } from "../shared/notices.js";
import { fragmentOf, type Place, placeOfFragment, placeOfHistory } from "../shared/place.js";
import { follow, type Path } from "./path.js";
import { Question } from "./question.js";
import { Result } from "./result.js";

interface Props {
  scene: Scene;
  /** The answers and the context that the page gives. */
  given: Place;
  /** Whether the place is kept in the address of the page. */
  permalink: boolean;
  onStep(step: { question: NextQuestion | null; number: number; title: string }, place: Place): void;
  onClassified(found: Classification, place: Place): void;
}

/** The state of the wizard. The history of the page keeps it, so that the browser's Back restores it. */
interface Stand extends Place {
  /** The question that is shown, counted from 0; null: as far as the answers lead. */
  at: number | null;
}

/** Guides through the questions to the result. */
export function Wizard({ scene, given, permalink, onStep, onClassified }: Props) {
  const { policy } = scene;
  const [stand, setStand] = useState<Stand>(() => opening(scene, given, permalink));
  const moved = useRef(false);
  const path = follow(policy, stand.answers, stand.at ?? Infinity);

  const go = (to: Stand) => {
    moved.current = true;
    if (permalink) {
      const { answers } = follow(policy, to.answers, to.at ?? Infinity);
      history.pushState({ slo: to }, "", `#${addressOf(scene, { ...to, answers })}`);
    }
    setStand(to);
  };
  // The context of the customer belongs to the state, but a change of it is not a step to go back to.
  const know = (context: Record<string, string>) => {
    const to = { ...stand, context };
    if (permalink) history.replaceState({ slo: to }, "", `#${addressOf(scene, { ...to, answers: path.answers })}`);
    setStand(to);
  };

  useEffect(() => {
    if (!permalink) return;
    const back = (event: PopStateEvent) => {
      moved.current = true;
      setStand(keptOf(scene, event.state) ?? opening(scene, given, true));
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [permalink]);

  // The context that the page gives overrides the visitor's choice, even if the page gives it later.
  const context = { ...stand.context, ...scene.given };
  const place = { answers: path.answers, context };
  const key = JSON.stringify([path.answers, path.next?.id]);
  const classification = path.next === null ? policy.classify(path.answers) : null;
  useEffect(() => {
    onStep({ question: path.next, number: path.steps.length + 1, title: titleOf(scene, path, classification) }, place);
  }, [key, scene.language]);
  useEffect(() => {
    if (classification !== null) onClassified(classification, place);
  }, [key, JSON.stringify(context)]);

  const { next } = path;
  return (
    <>
      <Urgent messages={scene.messages} phone={scene.phone} />
      {next !== null ? (
        <Question
          key={next.id}
          scene={scene}
          question={next}
          before={path.steps.length}
          answer={ownValue(stand.answers, next.id)}
          takesFocus={moved.current}
          onAnswer={(answer) => go(answered(scene, stand, next.id, answer))}
          onBack={path.steps.length === 0 ? null : () => go({ ...stand, at: path.steps.length - 1 })}
        />
      ) : (
        <Result
          scene={scene}
          path={path}
          context={context}
          takesFocus={moved.current}
          onContext={know}
          onChange={(step) => go({ ...stand, at: step })}
          onRestart={() => go({ answers: {}, context: stand.context, at: null })}
        />
      )}
    </>
  );
}

/** The first state: that of the permalink, else the one that the page gives. */
function opening(scene: Scene, given: Place, permalink: boolean): Stand {
  const kept = permalink ? keptOf(scene, history.state) : null;
  if (kept !== null) return kept;
  const place = permalink ? placeOfFragment(scene.policy, scene.description, location.hash) : null;
  scene.ignore(place?.ignored ?? []);
  return {
    answers: { ...given.answers, ...place?.answers },
    context: { ...given.context, ...place?.context },
    at: null,
  };
}

/** The state that the history of the page has kept, as far as the policy knows it; null without one. */
function keptOf({ description, ignore }: Scene, state: unknown): Stand | null {
  const kept = (state as { slo?: Partial<Stand> } | null)?.slo;
  if (typeof kept !== "object" || kept === null) return null;
  const { ignored, ...place } = placeOfHistory(description, kept);
  ignore(ignored);
  return { ...place, at: typeof kept.at === "number" ? kept.at : null };
}

/** After an answer: the next question on the way, or as far as the answers lead when nothing on the way changed. */
function answered({ policy }: Scene, stand: Stand, question: string, answer: string): Stand {
  const answers: Answers = { ...stand.answers, [question]: answer };
  const isUnchanged = ownValue(stand.answers, question) === answer;
  const next = stand.at === null ? null : stand.at + 1;
  const reaches = next !== null && follow(policy, answers, next).next !== null;
  return { answers, context: stand.context, at: isUnchanged && reaches ? next : null };
}

function addressOf({ policy }: Scene, place: Place): string {
  return fragmentOf(policy.classify(place.answers).vector, place);
}

function titleOf({ policy, description, messages, say }: Scene, path: Path, found: Classification | null): string {
  if (path.next !== null) return say(path.next.text);
  const { severity } = found ?? policy.classify(path.answers);
  return messages.wizard.resultTitle(say(description.severities.find(({ id }) => id === severity)?.name));
}
