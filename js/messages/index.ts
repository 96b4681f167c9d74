/**
 * The texts that several elements share, in every language. A message is a whole sentence with its links inside. Names from a
 * policy follow a colon, or are in brackets or quotation marks, so that any gender and any article is right.
 */

import type { ComponentChild } from "preact";

import { en } from "./en.js";
import { frCA } from "./fr-CA.js";
import { messagesByLanguage } from "../text/lookup.js";

/** Rule of a policy for answers that fit several severities. */
export type WhenUnsure = "most-severe" | "least-severe";

export interface Messages {
  urgent: {
    /** `number` is a link that calls; null if no number is known. */
    line(number: ComponentChild): ComponentChild;
    patience: string;
  };
  wizard: {
    /** `most` is null if the table is too large to count the questions. */
    progress(question: number, most: number | null): string;
    back: string;
    missing: string;
    notSure: string;
    notSureHelp: Record<WhenUnsure, string>;
    continue: string;
    /** Title of the page once the severity is known. */
    resultTitle(severity: string): string;
  };
  result: {
    /** Line above the name of the severity. */
    severity(level: number): string;
    /** The answers fit several severities. */
    unsure: Record<WhenUnsure, string>;
    /** Reason of such a severity: the questions to which the visitor answered "I am not sure". */
    notSure(questions: string[]): string;
    /** Names a question to which the page gave several answers, and whose answer decides. */
    settle(question: string): string;
    now: string;
    call(number: string): string;
    prepare: string;
    know: string;
    escalate: string;
    /** Heading of the same advice after the deadline. */
    late: string;
    why: string;
    stated: string;
    interpreted: string;
    answered(question: string, answers: string[]): ComponentChild;
    anyAnswer: string;
    otherwise: string;
    /** Line above the changed answers that lead to another severity. */
    wouldBe(severity: ComponentChild, changes: number): ComponentChild;
    answers: string;
    change: string;
    /** Completes "Change" for screen readers, which announce the button alone. */
    changeWhat(question: string): string;
    startOver: string;
    situation: string;
    situationHelp: string;
    notSaid: string;
    clause(id: string): string;
    clauses(list: ComponentChild): ComponentChild;
    objectiveOnly: string;
    /** Whether the objectives are contractual for the customer; unspecified: the seller is unknown. True under every policy. */
    standing: Record<"contractual" | "informational" | "unspecified", string>;
  };
  due: {
    tier: string;
    /** The moment by its kind of bound. `day` is "tomorrow" or a date with its article, and null for today. */
    before(time: ComponentChild, day: ComponentChild): ComponentChild;
    by(time: ComponentChild, day: ComponentChild): ComponentChild;
    /** Text before the due time: the measure, and that this is an objective. */
    expected(measure: string): string;
    /** `hours` follows the amount in parentheses, or is empty. */
    target(bound: "under" | "within", amount: string, hours?: string): string;
    /** The deadline lies behind the last date for which the holidays of the calendar are known. */
    holidaysUnknown: string;
    notStated(measure: string): string;
    /** The same beside the name of the measure. */
    none: string;
    never: string;
    /** The measure starts at a stop or an event that has not come. */
    notStarted: string;
    /** The due time depends on facts that are missing: the questions, and the bounds where they are known. */
    depends(questions: string, from: string | null, until: string | null): string;
    /** The tier does not offer the severity of the case. */
    filedAs(tier: string, severity: string): string;
    /** The fact of a channel, and of a zone, in that list. */
    channel: string;
    zone: string;
    paused: string;
    met(measure: string): string;
    missed(measure: string): string;
    overdue: string;
    counted(submitted: string): string;
    submitNow: string;
    deskZone(time: string): string;
    opens(when: string): string;
    /** Remaining business hours, if they are not all of the time. */
    openLeft(duration: string): string;
  };
  calculator: {
    tier: string;
    severity: string;
    channel: string;
    zone: string;
    submitted: string;
    now: string;
    at: string;
    moment: string;
    momentHelp(zone: string): string;
    missingMoment: string;
    result: string;
  };
  countdown: {
    /** Names of the timer before and after the deadline. */
    label: string;
    overdueLabel: string;
    left(duration: string): string;
    overdueBy(duration: string): string;
    pause: string;
    resume: string;
    hide: string;
    show: string;
    /** Spoken, once each. */
    status: {
      half(duration: string): string;
      quarter(duration: string): string;
      minutes(duration: string): string;
      due: string;
      overdue: string;
    };
  };
  timeline: {
    heading: string;
    /** The picture in one sentence. */
    summary(counted: string, total: string): string;
    kinds: Record<"counted" | "closed" | "holiday" | "paused", string>;
    columns: { from: string; to: string; kind: string; duration: string };
    /** The moment that the line of the picture marks. */
    due(moment: string): string;
    /** Name of a picture that scrolls. */
    picture: string;
    /** A kind of segment with its name in the policy. */
    labelled(kind: string, label: string): string;
    sum(duration: string): ComponentChild;
  };
  handover: {
    heading: string;
    text: string;
    markdown: string;
    calendar: string;
    link: string;
    print: string;
    copied: string;
    /** The browser refused the clipboard; the text is below. */
    refused: string;
    fileName: string;
  };
  handoverText: {
    title(severity: string, policy: string): string;
    line(name: string, value: string): string;
    /** A question with its answer on one line. */
    answered(question: string, answer: string): string;
    /** Names of lines of the copied text. */
    tier: string;
    submitted: string;
    vector: string;
    due(bound: "under" | "within", moment: string): string;
    /** Title of the entry in a calendar. */
    event(measure: string, severity: string): string;
  };
  clock: {
    /** The facts of the case cannot be used; the engine's reason, in English, follows in an element of its own. */
    refused: string;
  };
  errors: {
    policy: string;
    engine: string;
    /** Points to the text inside the tag. */
    instead: string;
    /** Heading of the engine's findings, which are in English. */
    findings: string;
  };
}

/** The messages in the language nearest to a BCP 47 tag. */
export const messagesFor = messagesByLanguage(frCA, en);
