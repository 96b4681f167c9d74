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
  detail: "Detail:",
  codes: findingsEn,
  use: {
    questionnaire: "The questionnaire",
    questionnaireHint: "Open an answer to see what comes next.",
    goesOn: "More questions follow.",
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
    kinds: { severity: "Severity", objective: "Objective", calendar: "Calendar", text: "Text", structure: "Structure" },
    changed: {
      severity: "Some answers lead to another severity.",
      objective: "An objective changes.",
      calendar: "A calendar changes: deadlines move.",
      text: "A text changes.",
      structure: "The structure of the policy changes.",
    },
    severityChanged: (combinations, before, after) =>
      `${counted(combinations, "combination", "combinations")} of answers: ${before ?? "undecided"} becomes ${after ?? "undecided"}.`,
    answers: "Answers:",
    anyAnswers: "any",
    unusable: "One of the two versions has errors: they cannot be compared.",
  },
};
