import type { Target } from "../policy.js";
import type { Messages } from "./messages.js";

function duration(minutes: number, [hour, minute]: [string, string]): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, hour] : [minutes, minute];
  return `${count} ${unit}${count !== 1 && unit.length > 3 ? "s" : ""}`;
}

const bounded = ({ bound }: Target, text: string) => (bound === "under" ? `less than ${text}` : `within ${text}`);

export const en: Messages = {
  languageName: "English",
  site: {
    skipToContent: "Skip to content",
    navigation: "Pages",
    languages: "Language",
    pages: {
      index: "Assess a case",
      prepare: "Prepare the request",
      calculator: "Deadlines",
      tiers: "Tiers",
      description: "Description",
      report: "Report",
      dashboard: "Dashboard",
      policy: "Check a policy",
      embed: "Embed",
    },
    standing: (source) => <>The {source("service description")} prevails.</>,
    privacy: "Everything is worked out in your browser: nothing is sent, nothing is kept.",
    contents: "On this page",
  },
  urgent: {
    line: (number) => <>Is the service down? Call {number ?? "the number that Cisco gave you"} now.</>,
    patience: "Do not wait for this form.",
  },
  target: (target) => bounded(target, duration(target.minutes, ["hour", "minute"])),
  targetInBrief: (target) => bounded(target, duration(target.minutes, ["h", "min"])),
  index: {
    title: "Assess a case",
    summary:
      "A few questions about a fault in Cisco Spark, and you know how severe the case is, what to do and when to expect a response.",
    heading: "How severe, and how soon?",
    lead: "Answer a few questions: you will know how severe your case is, what to do and when to expect a response.",
    byHand: "First find your severity in the definitions, then read the time in the table.",
    definitions: "The four severities",
    prepare: (link) => (
      <>Then {link("prepare the request")}: who handles it, what to have ready, what to write in the ticket.</>
    ),
  },
  report: {
    title: "Report on a log of cases",
    summary:
      "How often the objectives were met, for whom not, and when: from a log of cases that stays on your machine.",
    heading: "Were the objectives met?",
    lead: "Drop an export of your cases: a million of them in about a second, with the row numbers of everything that could not be judged.",
    byHand: [
      <>
        This page reads a log of cases in your browser, with JavaScript. Without it, the command line gives the same
        report, on your own machine too:
      </>,
    ],
    exampleFile: "cases.csv",
    definition:
      "The log is CSV with a header, in UTF-8. A case counts as met where it was first answered within its objective, in the open time of the desk; as missed where it was answered later, or is still open and overdue. Cases that are open and not yet due are not counted.",
  },
  dashboard: {
    title: "Monthly operations dashboard",
    summary:
      "A month of support on one page: cases and trends, critical issues, status and availability, from logs that stay on your machine.",
    heading: "The month on one page",
    lead: "Drop an export of your cases, and a log of outages if you have one: the operations dashboard of the month is ready to print, and nothing leaves your machine.",
    byHand:
      "This page makes the dashboard in your browser, with JavaScript. Here is what the description promises of it; without JavaScript, the command line counts the cases, on your own machine too.",
    exampleFile: "cases.csv",
    definition:
      "The log of cases is CSV with a header, in UTF-8. A case counts for the month of its submission: as met where it was first answered within its objective, as missed where it was answered later, or is still open and overdue. Availability is the time that no outage took, overlaps counted once.",
  },
  prepare: {
    title: "Prepare the request",
    summary: "Who handles the case, what to have ready, and a complete request to paste into the ticket.",
    heading: "A complete request, the first time",
    lead: "Say what you know of the case: you will learn who handles it and what applies, and leave with a request that is ready to paste.",
    byHand: "These are the customer’s responsibilities, as the description states them.",
  },
  tiers: {
    title: "Service tiers",
    summary: "What each service tier includes, side by side, and what recurs every week, month and quarter.",
    heading: "What each tier includes",
    lead: (term) => (
      <>
        Each tier includes everything in the one before it. Premium adds a{" "}
        {term("DSM", "designated support manager (DSM)")} and work that recurs on fixed dates.
      </>
    ),
    deliverables: {
      heading: "What recurs, and when",
      lead: "Choose a first day: these are the dates, to take along in your calendar.",
    },
    dashboard: (link, cite) => (
      <>
        The monthly operations dashboard ({cite("M14")}) {link("can be made on this site")}, from a log of your cases.
      </>
    ),
  },
  calculator: {
    title: "Response times",
    summary: "The initial response time by service tier and severity, worked out in the page.",
    heading: "When somebody responds",
    lead: (
      <>
        Between the submission of a case and an engineer’s first contact, the description aims at a time. It depends on
        two things only: your service tier and the severity of the case.
      </>
    ),
    choose: "Choose them here. The deadline follows.",
    clock: {
      heading: "What the clock measures",
      paragraphs: (cite) => [
        <>
          It starts when the case is submitted in the case management system, by an operator or by you. It stops when
          the technical support engineer makes contact with you about it ({cite("S4")}). A solution may come much later:
          the clock measures the first response only.
        </>,
      ],
    },
    bounds: {
      heading: "“Less than” and “within”",
      paragraphs: (cite) => [
        <>
          For severities 1 and 2 the objective is strict: the response has to come before the deadline ({cite("S2")}).
          For severities 3 and 4, a response at the very deadline is still on time ({cite("S3")}). The two differ by an
          instant; the calculator knows on which side it falls.
        </>,
      ],
      caption: (submitted, tier) => `A case submitted at ${submitted}, ${tier} tier`,
      columns: { severity: "Severity", objective: "Objective", response: "Response", result: "Result" },
      time: (hours, minutes, seconds) =>
        `${hours}:${String(minutes).padStart(2, "0")}${seconds ? `:${String(seconds).padStart(2, "0")}` : ""} a.m.`,
      met: "met",
      missed: "missed",
    },
    hours: {
      heading: "At any hour",
      paragraphs: (cite) => [
        <>
          A case can be submitted by phone 24 hours a day, 7 days a week ({cite("S1")}). So the time runs at night, at
          weekends and on holidays too. The deadline is shown in your device’s time zone.
        </>,
      ],
    },
    office: {
      heading: "When the desk closes",
      paragraphs: () => [
        <>
          Other contracts count business hours. Here is a case submitted on Christmas Eve to a fictitious reseller in
          Montréal, whose desk closes at noon, in the evening, at weekends and on holidays. “How this was counted” shows
          each stretch of time, counted or not.
        </>,
      ],
      fallback: "Submitted on December 24, 2026 at 4 p.m., the case is due a response by December 28 at 9:30 a.m.",
    },
    promise: {
      heading: "What has no objective",
      paragraphs: (cite) => [
        <>
          The description aims at no time for resolving a case or for updates on it, and at no time at all for Basic (
          {cite("T1")}). If an authorized reseller sold you the service, it is informational: the contract, if there is
          one, is the reseller’s ({cite("P3")}).
        </>,
        <>Is the response late, or not good enough? Ask to speak to the TAC duty manager ({cite("X1")}).</>,
      ],
    },
    embed: {
      heading: "Put it in your pages",
      paragraphs: () => [
        <>
          The calculator above takes five lines, with nothing to compile. What stands between the tags is what search
          engines and browsers without JavaScript read.
        </>,
      ],
      fallback: (severities, target) => `${severities.join(", ")}: ${target}.`,
      after: (
        <>
          The attribute <code>policy</code> loads another policy than Cisco’s, <code>tier</code> sets the tier to start
          from, and <code>theme</code> the light or dark theme. No inline script or style: the element works under the
          strictest content security policy.
        </>
      ),
    },
  },
  description: {
    title: "The description",
    summary: "Service tiers, severities, objectives and duties: the service description in plain words.",
    heading: "The description, in plain words",
    lead: (source, cite) => (
      <>
        This page says in plain words what the {source("service description")} says. Each statement has a mark, such as{" "}
        {cite("S2")}, to which you can link.
      </>
    ),
    tiers: { heading: "Service tiers", intro: "Each tier includes the one before it." },
    severities: "You assign the severity, by these definitions.",
    objectives: "There is no other: no time is aimed at for resolution or updates.",
    duties: "What the service expects of you.",
    silent: { heading: "Where the text is silent" },
    glossary: "Glossary",
  },
};
