/** What the elements say. A language that lacks a message does not compile. Whole sentences, with their links inside. */

import type { ComponentChild } from "preact";

import type { SharedMessages } from "./shared/messages.js";

export interface Messages extends SharedMessages {
  urgent: {
    /** `number` is a link to call; null where nobody has given one. */
    line(number: ComponentChild): ComponentChild;
    patience: string;
  };
  wizard: {
    /** Of the question at hand; `most` is null where the table is too large to know. */
    progress(question: number, most: number | null): string;
    back: string;
    missing: string;
    notSure: string;
    notSureHelp: string;
    continue: string;
    /** In the title of the page, when the severity is known. */
    resultTitle(severity: string): string;
  };
  result: {
    /** Above the name of the severity. */
    severity(level: number): string;
    /** The answers leave more than one severity; the policy takes this one. */
    unsure: string;
    /** What would settle it. */
    settle(question: string): string;
    now: string;
    call(number: string): string;
    prepare: string;
    know: string;
    escalate: string;
    /** The same, once the deadline has passed. */
    late: string;
    why: string;
    stated: string;
    interpreted: string;
    answered(question: string, answers: string[]): ComponentChild;
    anyAnswer: string;
    otherwise: string;
    /** The change that leads to another severity. */
    wouldBe(severity: ComponentChild, changes: string[]): ComponentChild;
    ifAnswered(question: string, answer: string): string;
    answers: string;
    change: string;
    /** What "Change" changes, for those who hear the link alone. */
    changeWhat(question: string): string;
    startOver: string;
    situation: string;
    situationHelp: string;
    notSaid: string;
    clause(id: string): string;
    clauses(list: ComponentChild): ComponentChild;
    objectiveOnly: string;
    /** Unspecified: nobody has said who sold the service. */
    standing: Record<"contractual" | "informational" | "unspecified", string>;
  };
  due: {
    tier: string;
    tiers(names: string[]): string;
    /** The moment, by its kind of bound; `when` is the time, and the day where it is not today. */
    before(when: ComponentChild): ComponentChild;
    by(when: ComponentChild): ComponentChild;
    /** What the moment is the deadline of, such as "Initial response". */
    expected(measure: string): string;
    target(bound: "under" | "within", duration: string): string;
    notStated(measure: string): string;
    never: string;
    paused: string;
    met(measure: string): string;
    missed(measure: string): string;
    overdue: string;
    counted(submitted: string): string;
    submitNow: string;
    deskZone(time: string): string;
    opens(when: string): string;
    /** What is left in open time, where that is not all of the time. */
    openLeft(duration: string): string;
  };
  calculator: {
    tier: string;
    severity: string;
    submitted: string;
    now: string;
    at: string;
    moment: string;
    momentHelp(zone: string): string;
    missingMoment: string;
    result: string;
  };
  handoverText: {
    title(severity: string, policy: string): string;
    line(name: string, value: string): string;
    /** Names of lines of what is copied. */
    tier: string;
    submitted: string;
    vector: string;
    event(measure: string, severity: string): string;
  };
  clock: {
    /** The facts of the case cannot be used; `reason` is the engine’s, in English. */
    refused(reason: string): string;
  };
  errors: { policy: string; engine: string };
}
