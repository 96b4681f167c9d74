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
    /** Title of the page if an answer is missing. */
    errorTitle(title: string): string;
  };
  doors: {
    /** Name of the group of ways into the wizard. */
    label: string;
    fault: string;
    late: string;
    /** Option of the list of severities: the questions find it. */
    askMe: string;
    /** The time of submission is missing. */
    missing: string;
  };
  submission: {
    /** Asks for the time of submission of a case whose link does not tell it. */
    ask: string;
    why: string;
    use: string;
    change: string;
    number: string;
    numbered(number: string): string;
  };
  call: {
    number: string;
    numberOfReseller: string;
    help: string;
    use: string;
    refused: string;
    /** The number was written by the customer, or by somebody who passed the link on. */
    fromLink: string;
    change: string;
    openNow: string;
    opens(when: string): string;
  };
  escalation: {
    copy: string;
    mail: string;
    text: string;
    refused: string;
    /** Time from which an advice holds. */
    from(moment: string): string;
  };
  unsure: {
    /** Answers that the customer left open. */
    open(count: number): string;
    taken: Record<WhenUnsure, string>;
    single: Record<WhenUnsure, string>;
    noSingle: Record<WhenUnsure, string>;
  };
  result: {
    /** Line above the name of the severity. */
    severity(level: number): string;
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
    /** The customer has assigned another severity than that of the answers. */
    assigned(recommended: string): string;
    /** The customer has named the severity, without answers. */
    named: string;
    findOut: string;
    /** A question about use has no severity of its own. */
    question: string;
    definitions: string;
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
    lateBy(measure: string, duration: string): string;
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
    /** A local time that does not exist, because clocks are put forward; `time` is the one that counts. */
    skipped(time: string): string;
    /** A local time that comes twice, because clocks are put back. */
    repeated(time: string): string;
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
