import type { Messages } from "./messages.js";
import { shared } from "./shared/en.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (text: string) => `“${text.replace(/\.$/, "")}”`;

export const en: Messages = {
  ...shared,
  urgent: {
    line: (number) => <>Is the service down? Call {number ?? "support"} now.</>,
    patience: "Do not wait for this form.",
  },
  wizard: {
    progress: (question, most) =>
      most === null || most < question ? `Question ${question}` : `Question ${question} of at most ${most}`,
    back: "Back",
    missing: "Choose an answer, or “I am not sure”.",
    notSure: "I am not sure",
    notSureHelp: "The safer severity will be used.",
    continue: "Continue",
    resultTitle: (severity) => `Severity: ${severity}`,
  },
  result: {
    severity: (level) => `Severity ${level}`,
    unsure: "Your answers leave more than one severity: this is the safer one.",
    settle: (question) => `What would settle it: ${question}`,
    now: "What to do now",
    call: (number) => `Call ${number}`,
    prepare: "What to have ready",
    know: "Good to know",
    escalate: "If that is not enough",
    late: "Nobody came in time: escalate",
    why: "Why this severity",
    stated: "The service description says so.",
    interpreted: "The service description is silent here: the safer reading is applied.",
    answered: (question, answers) => (
      <>
        {question} <strong>{or.format(answers)}</strong>
      </>
    ),
    anyAnswer: "This severity holds whatever the answers are.",
    otherwise: "What would change it",
    wouldBe: (severity, changes) => (
      <>
        {severity} {and.format(changes)}.
      </>
    ),
    ifAnswered: (question, answer) => `if the answer to ${quoted(question)} were ${quoted(answer)}`,
    answers: "Your answers",
    change: "Change",
    changeWhat: (question) => `the answer to ${quoted(question)}`,
    startOver: "Start over",
    situation: "Your situation",
    situationHelp: "Nothing here changes the severity. It makes the advice fit.",
    notSaid: "Not said",
    clause: (id) => `clause ${id}`,
    clauses: (list) => <>({list})</>,
    objectiveOnly: "An objective, not a guarantee.",
    standing: {
      contractual: "The description is part of your contract.",
      informational: "For information only: your contract, if any, is the reseller’s.",
      unspecified: "If a reseller sold you the service, for information only.",
    },
  },
  due: {
    tier: "Your service tier",
    tiers: (names) => `${and.format(names)}`,
    before: (when) => <>before {when}</>,
    by: (when) => <>by {when}</>,
    expected: (measure) => `${measure} expected`,
    target: (bound, duration) => (bound === "under" ? `in less than ${duration}` : `within ${duration}`),
    notStated: (measure) => `No objective is stated here for: ${measure.toLowerCase()}.`,
    never: "The calendar does not open again: there is no deadline to give.",
    paused: "The clock is paused: there is no deadline until it runs again.",
    met: (measure) => `${measure}: objective met`,
    missed: (measure) => `${measure}: objective missed`,
    overdue: "The objective has passed.",
    counted: (submitted) => `Counted from ${submitted.replace(/\.$/, "")}.`,
    submitNow: "I am submitting it now",
    deskZone: (time) => `At the desk: ${time}`,
    opens: (when) => `The clock starts ${when}: the desk is closed until then.`,
    openLeft: (duration) => `Open time left: ${duration}`,
  },
  calculator: {
    tier: "Service tier",
    severity: "Severity",
    submitted: "Case submitted",
    now: "Now",
    at: "At a chosen time",
    moment: "Date and time of submission",
    momentHelp: (zone) => `In your time zone, ${zone}.`,
    missingMoment: "Choose a date and time.",
    result: "Expected response",
  },
  handoverText: {
    title: (severity, policy) => `Severity: ${severity} (${policy})`,
    line: (name, value) => `${name}: ${value}`,
    tier: "Service tier",
    submitted: "Submitted",
    vector: "Reference",
    event: (measure, severity) => `${measure}: ${severity} case`,
  },
  clock: { refused: (reason) => `The facts of this case cannot be used: ${reason}.` },
  errors: {
    policy: "This tool cannot read its support policy; the text below holds without it.",
    engine: "This tool cannot start in your browser; the text below holds without it.",
  },
};
