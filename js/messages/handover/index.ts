/** The texts of a case that is handed over. */

import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

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
  submitted: string;
  contact: string;
  description: string;
  troubleshooting: string;
  justification: string;
  answers: string;
  context: string;
  reference: string;
  /** The moment by its kind of bound. */
  due(bound: "under" | "within", moment: string): string;
  notStated: string;
  /** What the objectives are to the customer; unspecified: the seller is not known. True under every policy. */
  standing: Record<"contractual" | "informational" | "unspecified", string>;
  escalation: {
    title: string;
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

export const handoverMessagesFor = pick(frCA, en);

/** The number of a severity with its name in brackets: "1 (Critical)". A policy may leave out the number. */
export const levelled = (level: number | null, name: string): string => (level === null ? name : `${level} (${name})`);
