/** The texts of a case that is handed over. */

import { messagesByLanguage } from "../text/lookup.js";
import { en } from "./handover/en.js";
import { frCA } from "./handover/fr-CA.js";

export interface HandoverMessages {
  /** First line: the priority, or the severity with the subject. */
  summary(severity: string, level: number | null, subject: string): string;
  line(name: string, value: string): string;
  /** A question with its answer on one line. */
  answered(question: string, answer: string): string;
  severity: string;
  /** The severity that follows from the answers, if the customer has assigned another. */
  recommended: string;
  tier: string;
  /** The severity as which the tier files the case. */
  filedAs: string;
  submitted: string;
  /** Number of the case at the support desk. */
  number: string;
  /** Phone number of the support desk. */
  call: string;
  link: string;
  contact: string;
  description: string;
  troubleshooting: string;
  justification: string;
  answers: string;
  context: string;
  reference: string;
  /** The moment by its kind of bound. */
  due(bound: "under" | "within", moment: string): string;
  /** The due time of a case that is late. */
  late(due: string, by: string): string;
  /** Name of the advice for a case that nobody answers in time. */
  ifNobody: string;
  /** Answer of a customer who was not sure. */
  notSure: string;
  notStated: string;
  /** Whether the objectives are contractual for the customer; unspecified: the seller is unknown. True under every policy. */
  standing: Record<"contractual" | "informational" | "unspecified", string>;
  escalation: {
    title: string;
    /** The request of a policy that gives no words for it; `procedure` is its advice about escalation. */
    ask(procedure: string | null, clause: string | null): string;
    /** The deadline and by how much it has passed; `moment` is a date with its time. */
    overdue(measure: string, moment: string, by: string): string;
    running(measure: string, moment: string): string;
    counted: string;
    stretch(from: string, to: string, kind: string): string;
    kinds: Record<"counted" | "closed" | "holiday" | "paused", string>;
  };
  /** Title of the entry in a calendar. */
  event(measure: string, severity: string): string;
}

/** The number of a severity with its name in brackets: "1 (Critical)". A policy may leave out the number. */
export const levelled = (level: number | null, name: string): string => (level === null ? name : `${level} (${name})`);

/** The messages in the language nearest to a BCP 47 tag. */
export const handoverMessagesFor = messagesByLanguage(frCA, en);
