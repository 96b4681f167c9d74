import { findingsEn } from "../../../js/messages/findings.js";
import type { PolicyMessages } from "./index.js";

const rules = new Intl.PluralRules("en");
const and = new Intl.ListFormat("en", { type: "conjunction" });
const counted = (count: number, one: string, other: string) =>
  `${count} ${rules.select(count) === "one" ? one : other}`;

export const en: PolicyMessages = {
  title: "Check a policy",
  summary: "Paste, drop or choose a policy: all of its errors, where they are, and how to fix them.",
  heading: "Check a policy",
  lead: "Paste a policy, drop it or choose its file to see all of its errors, where they are, and how to fix them. Nothing leaves this page.",
  source: "Policy, as JSON",
  sourceHint: "You can drop a file on the text.",
  choose: "Choose a file",
  takeReference: "Load the reference policy",
  findings: "Findings",
  empty: "Findings will appear here.",
  unavailable: "The check could not start: the engine is blocked or missing.",
  tooLarge: "This file is larger than 1 MiB, the size limit for a policy.",
  verdict: {
    sound: "No problems found: the policy is ready to use.",
    counts: (errors, warnings, notes) =>
      `${and.format([
        ...(errors ? [counted(errors, "error", "errors")] : []),
        ...(warnings ? [counted(warnings, "warning", "warnings")] : []),
        ...(notes ? [counted(notes, "note", "notes")] : []),
      ])}.`,
  },
  level: { error: "Error", warning: "Warning", info: "Note" },
  place: (line, column) => `line ${line}, column ${column}`,
  help: (text) => `Fix: ${text}`,
  example: "Example:",
  answer: (question, option) => `${question} “${option}”`,
  consequences: (count) => `${counted(count, "finding", "findings")} that may follow from it`,
  codes: findingsEn,
  use: {
    questionnaire: "The questionnaire",
    questionnaireHint: "Choose an answer to follow its path; the table below shows the answers on it.",
    restart: "Start again",
    leadsTo: (severity) => `These answers lead to: ${severity}.`,
    nextIs: (question) => `Next question: ${question}`,
    table: "The table",
    tableCaption: (rows, all) =>
      rows === all ? `Every combination of answers: ${all}` : `The first ${rows} of ${all} combinations of answers`,
    columns: { severity: "Severity", rule: "Decided by", basis: "Basis" },
    basis: { stated: "stated", interpreted: "interpreted" },
    undecided: "none",
    trial: "Try it",
    trialHint: "The elements, with this policy.",
    compare: "Compare with another version",
    compareHint: "The text above is taken as the later version.",
    chooseOther: "Choose the earlier version",
    same: "Nothing changes for customers.",
    changes: (count) => `${counted(count, "change", "changes")}:`,
    unusable: "One of the two versions has errors: they cannot be compared.",
  },
};
