/** Messages of the page "Check a policy": a file of its own, because the browser loads it too. */

import type { Language } from "../../site.js";
import { en } from "./en.js";
import type { FindingMessages } from "../../../js/messages/findings.js";
import { frCA } from "./fr-CA.js";

export interface PolicyMessages {
  title: string;
  summary: string;
  heading: string;
  lead: string;
  source: string;
  sourceHint: string;
  choose: string;
  takeReference: string;
  findings: string;
  empty: string;
  unavailable: string;
  tooLarge: string;
  verdict: {
    sound: string;
    counts: (errors: number, warnings: number, notes: number) => string;
  };
  level: Record<"error" | "warning" | "info", string>;
  place: (line: number, column: number) => string;
  help: (text: string) => string;
  example: string;
  answer: (question: string, option: string) => string;
  /** Findings that may disappear once another one is fixed. */
  consequences: (count: number) => string;
  /** By the code of a finding. */
  codes: FindingMessages;
  /** Views of a policy that can be loaded. */
  use: {
    questionnaire: string;
    questionnaireHint: string;
    restart: string;
    /** The answers of a path are complete. */
    leadsTo: (severity: string) => string;
    nextIs: (question: string) => string;
    table: string;
    tableCaption: (rows: number, all: number) => string;
    columns: { severity: string; rule: string; basis: string };
    basis: Record<"stated" | "interpreted", string>;
    undecided: string;
    trial: string;
    trialHint: string;
    compare: string;
    compareHint: string;
    chooseOther: string;
    same: string;
    changes: (count: number) => string;
    unusable: string;
  };
}

/** The messages of one language. */
export const policyMessagesIn = (language: Language): PolicyMessages => (language === "en" ? en : frCA);
