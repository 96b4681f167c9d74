import type { PolicyMessages } from "./messages.js";

const rules = new Intl.PluralRules("en");
const and = new Intl.ListFormat("en", { type: "conjunction" });
const counted = (count: number, one: string, other: string) =>
  `${count} ${rules.select(count) === "one" ? one : other}`;

export const en: PolicyMessages = {
  title: "Check a policy",
  summary: "Paste, drop or choose a policy: everything that is wrong with it, where, and how to mend it.",
  heading: "Check a policy",
  lead: "Paste a policy, drop it or choose its file: you see at once everything that is wrong with it, where, and how to mend it. Nothing leaves this page.",
  source: "Policy, as JSON",
  sourceHint: "You can drop a file on the text.",
  choose: "Choose a file",
  takeReference: "Take the reference policy",
  findings: "Findings",
  empty: "Findings will appear here.",
  unavailable: "The check could not start: the engine is blocked or missing.",
  tooLarge: "This file is larger than 1 MiB, the limit of a policy.",
  verdict: {
    sound: "Nothing to object to: the policy can be used as it is.",
    counts: (errors, warnings, remarks) =>
      `${and.format([
        ...(errors ? [counted(errors, "error", "errors")] : []),
        ...(warnings ? [counted(warnings, "warning", "warnings")] : []),
        ...(remarks ? [counted(remarks, "remark", "remarks")] : []),
      ])}.`,
  },
  level: { error: "Error", warning: "Warning", info: "Remark" },
  place: (line, column) => `line ${line}, column ${column}`,
  help: (text) => `To mend it: ${text}`,
  example: "For example",
  use: {
    questionnaire: "The questionnaire",
    questionnaireHint: "Open an answer to see what follows from it.",
    goesOn: "The questionnaire goes on.",
    table: "The table",
    tableCaption: (rows, all) =>
      rows === all ? `Every combination of answers: ${all}` : `The first ${rows} of ${all} combinations of answers`,
    columns: { severity: "Severity", rule: "Decided by", basis: "Basis" },
    basis: { stated: "stated", interpreted: "interpreted" },
    undecided: "none",
    trial: "Try it",
    trialHint: "The elements, running on this policy.",
    compare: "Compare with another version",
    compareHint: "The text above is the later version.",
    chooseOther: "Choose the earlier version",
    same: "Nothing changes for anybody.",
    changes: (count) => `${counted(count, "change", "changes")}:`,
    kinds: { severity: "Severity", objective: "Objective", calendar: "Calendar", text: "Text", structure: "Structure" },
    unusable: "One of the two versions has errors: it cannot be compared.",
  },
};
