import type { Messages } from "./index.js";

const or = new Intl.ListFormat("en", { type: "disjunction" });
/** Ends a sentence that a question may have ended. */
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
const quoted = (text: string) => `“${text.replace(/\.$/, "")}”`;

export const en: Messages = {
  urgent: {
    line: (number) =>
      number === null ? "Is the service down? Call support now." : <>Is the service down? Call {number} now.</>,
    patience: "The form can wait.",
  },
  wizard: {
    progress: (question, most) =>
      most === null || most < question ? `Question ${question}` : `Question ${question} of at most ${most}`,
    back: "Back",
    missing: "Choose an answer, or “I am not sure”.",
    notSure: "I am not sure",
    notSureHelp: {
      "most-severe": "To be safe, the most severe level that fits will be used.",
      "least-severe": "The least severe level that fits will be used.",
    },
    continue: "Continue",
    resultTitle: (severity) => `Severity: ${severity}`,
    errorTitle: (title) => `Error: ${title}`,
  },
  doors: {
    label: "What do you need?",
    fault: "Something does not work",
    late: "My response is late",
    askMe: "I do not know: ask me",
    missing: "Say when you submitted the case.",
  },
  submission: {
    ask: "When did you submit it?",
    why: "The link does not say it. The deadline counts from then.",
    use: "Use this time",
    change: "Change the time, or add the case number",
    number: "Case number",
    numbered: (number) => `Case number: ${number}`,
  },
  call: {
    number: "Your support number",
    numberOfReseller: "Your reseller’s support number",
    help: "It is in your contract or your welcome letter. The link of this case will keep it.",
    use: "Use this number",
    refused: "This is not a phone number.",
    fromLink: "This number comes from the link of this case.",
    change: "Change the number",
    openNow: "Open now.",
    opens: (when) => `Closed now. Opens: ${when}.`,
  },
  escalation: {
    copy: "Copy the escalation",
    mail: "Send the escalation by email",
    text: "What to say",
    refused: "This page cannot use the clipboard. Copy the text below.",
    from: (moment) => `From ${moment}`,
  },
  unsure: {
    open: (count) => (count === 1 ? "You left one answer open." : `You left ${count} answers open.`),
    taken: {
      "most-severe": "To be safe, this is the most severe level that fits.",
      "least-severe": "This is the least severe level that fits.",
    },
    single: {
      "most-severe": "One of these answers alone would lower it:",
      "least-severe": "One of these answers alone would raise it:",
    },
    noSingle: {
      "most-severe": "No single answer would lower it.",
      "least-severe": "No single answer would raise it.",
    },
  },
  result: {
    severity: (level) => `Priority ${level}`,
    now: "What to do now",
    call: (number) => `Call ${number}`,
    prepare: "What to have ready",
    know: "Good to know",
    escalate: "If that is not enough",
    late: "Escalate the case",
    why: "Why this severity",
    stated: "The service description says so.",
    interpreted: "The service description does not cover this case; this severity is a cautious interpretation.",
    answered: (question, answers) => (
      <>
        {question} <strong>{or.format(answers)}</strong>
      </>
    ),
    anyAnswer: "The severity is the same whatever the answers.",
    assigned: (recommended) => `You assign another priority than your answers lead to (“${recommended}”).`,
    named: "You have named this severity yourself.",
    findOut: "Find it with a few questions",
    question: "A question is not a fault, so it has the lowest priority. The definitions do not mention it.",
    definitions: "All definitions",
    otherwise: "What would change the severity",
    wouldBe: (severity, changes) => (
      <>
        {severity}, {changes > 1 ? "with these answers:" : "with this answer:"}
      </>
    ),
    answers: "Your answers",
    change: "Change",
    changeWhat: (question) => `the answer to ${quoted(question)}`,
    startOver: "Start over",
    situation: "Your situation",
    situationHelp: "These answers do not change the severity; they make the advice more specific.",
    notSaid: "Not specified",
    clause: (id) => `clause ${id}`,
    objectiveOnly: "This is an objective, not a guarantee.",
    standing: {
      contractual: "The objectives are part of your contract.",
      informational: "For information only: the contract, if any, is with the company that sold you the service.",
      unspecified: "Depending on who sold you the service, the objectives may be for information only.",
    },
  },
  due: {
    tier: "Your service tier",
    before: (time, day) =>
      day === null ? (
        <>before {time}</>
      ) : (
        <>
          before {time} {day}
        </>
      ),
    by: (time, day) =>
      day === null ? (
        <>by {time}</>
      ) : (
        <>
          by {time} {day}
        </>
      ),
    expected: (measure) => `${measure} expected`,
    target: (bound, amount, hours = "") =>
      bound === "under" ? `in less than ${amount}${hours}` : `within ${amount}${hours}`,
    holidaysUnknown: "The holidays up to this deadline are not all known yet: it may be later.",
    notStated: (measure) => `${measure}: no objective is stated here.`,
    none: "no objective stated",
    never: "This calendar has no more business hours, so there is no deadline.",
    notStarted: "This clock has not started yet.",
    depends: (questions, from, until) => {
      const moment =
        from === null
          ? "The deadline is not known yet"
          : until === null
            ? `The deadline is ${from} at the earliest`
            : from === until
              ? `The deadline is ${from}`
              : `The deadline is between ${from} and ${until}`;
      return `${moment}; it depends on: ${sentence(questions)}`;
    },
    filedAs: (tier, severity) => `The tier “${tier}” does not offer this severity: the case is filed as “${severity}”.`,
    channel: "how the case is submitted",
    zone: "your time zone",
    paused: "The clock is paused: the deadline will be set when it resumes.",
    met: (measure) => `${measure}: objective met`,
    missed: (measure) => `${measure}: objective missed`,
    overdue: "The deadline has passed.",
    lateBy: (measure, duration) => `${measure}: overdue by ${duration}`,
    counted: (submitted) => `Counted from ${submitted.replace(/\.$/, "")}.`,
    submitNow: "I am submitting the case now",
    deskZone: (time) => `Support desk time: ${time}`,
    opens: (when) => `The clock starts on ${when}, when the support desk opens.`,
    openLeft: (duration) => `Time remaining (business hours): ${duration}`,
  },
  calculator: {
    tier: "Service tier",
    severity: "Severity",
    channel: "How you submit the case",
    zone: "Your time zone",
    submitted: "Time of submission",
    now: "Now",
    at: "At another date or time",
    moment: "Date and time of submission",
    momentHelp: (zone) => `Time zone: ${zone}.`,
    missingMoment: "Choose a date and time.",
    skipped: (time) => `Clocks are put forward that night: ${time} counts.`,
    repeated: (time) => `Clocks are put back that night, and this time comes twice: the first, ${time}, counts.`,
    result: "Expected response",
  },
  countdown: {
    label: "Time remaining",
    overdueLabel: "Overdue",
    left: (duration) => `${duration} remaining`,
    overdueBy: (duration) => `Overdue by ${duration}`,
    pause: "Pause",
    resume: "Resume",
    hide: "Hide",
    show: "Show the time remaining",
    status: {
      half: (duration) => `Half of the time has passed: ${duration} remaining.`,
      quarter: (duration) => `A quarter of the time remains: ${duration}.`,
      minutes: (duration) => `${duration} remaining.`,
      due: "The deadline is now.",
      overdue: "The deadline has passed.",
    },
  },
  timeline: {
    heading: "How this deadline is counted",
    summary: (counted, total) => `Time counted: ${counted} out of ${total}.`,
    kinds: { counted: "Counted", closed: "Closed", holiday: "Holiday", paused: "Paused" },
    columns: { from: "From", to: "To", kind: "Status", duration: "Duration" },
    due: (moment) => `Deadline: ${moment}`,
    picture: "Chart of the time counted",
    labelled: (kind, label) => `${kind}: ${label}`,
    sum: (duration) => `Total counted: ${duration}`,
  },
  handover: {
    heading: "Save or share",
    text: "Copy as plain text",
    markdown: "Copy as Markdown",
    calendar: "Add to calendar",
    link: "Copy link",
    print: "Print",
    copied: "Copied.",
    refused: "This page cannot use the clipboard. Copy the text below.",
    fileName: "deadline",
  },
  clock: { refused: "This case’s data cannot be used." },
  errors: {
    policy: "This tool is not working right now.",
    engine: "Your browser cannot run this tool.",
    instead: "Please use the text below instead.",
    findings: "Technical details:",
  },
};
