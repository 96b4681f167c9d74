import type { Target } from "../site.js";
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
    menu: "Menu",
    close: "Close",
    offer: "Read this page in English",
    readers: {
      help: "Get help",
      deadlines: "Deadlines",
      tiers: "Tiers",
      reports: "Reports",
      developers: "For developers",
      authors: "For policy authors",
    },
    pages: {
      index: "Assess a case",
      prepare: "Prepare the request",
      calculator: "Deadlines",
      tiers: "Tiers",
      description: "Description",
      report: "Report",
      dashboard: "Dashboard",
      builder: "Write a policy",
      policy: "Check a policy",
      embed: "Embed",
      reference: "API reference",
      about: "About case-slo",
    },
    standing: (source) => <>If this site and the {source("service description")} differ, the description prevails.</>,
    privacy: "Everything is calculated in your browser: nothing is sent or stored.",
    contents: "On this page",
  },
  urgent: {
    line: (number) =>
      number === null ? (
        <>Is the service down? Call now, using the number Cisco gave you.</>
      ) : (
        <>Is the service down? Call {number} now.</>
      ),
    patience: "The form can wait.",
  },
  target: (target) => bounded(target, duration(target.minutes, ["hour", "minute"])),
  targetInBrief: (target) => bounded(target, duration(target.minutes, ["h", "min"])),
  index: {
    title: "Assess a case",
    summary:
      "Answer a few questions about a problem with Cisco Spark to learn how severe the case is, what to do, and when to expect a response.",
    heading: "Cisco Spark support: how severe, and how soon?",
    lead: "Find out how severe your case is, whom to call, and when to expect a response.",
    byHand: "First find the severity in the definitions, then the response time in the table.",
    definitions: "The four severity levels",
    prepare: (link) => (
      <>Then {link("prepare the request")}: who handles it, what to have ready, what to write in the ticket.</>
    ),
    others: (link) => (
      <>
        No case? {link("about", "case-slo")} answers these two questions from any support contract: for{" "}
        {link("report", "managers")} who check that objectives are met, {link("embed", "developers")} who put it in a
        portal, and {link("builder", "authors")} who write policies.
      </>
    ),
  },
  reference: {
    title: "API reference",
    summary: "Every function, class, type and element of the package case-slo, with examples.",
    heading: "API reference",
    lead: "Functions, classes, types and elements of the npm package.",
    examples: <>The examples begin with these lines. A comment after an arrow shows the value of the expression.</>,
    rust: (command) => <>The Rust library has a reference of its own: run {command} in the source folder.</>,
    parts: { functions: "Functions", classes: "Classes", elements: "Elements", types: "Types" },
  },
  builder: {
    title: "Write a policy",
    summary: "Turn a contract into a working wizard in plain forms, without a line of code.",
    heading: "Write a policy",
    lead: "Turn a contract into a working wizard: type the tiers, the hours and the targets as they stand there. The engine checks every word while you write, and nothing leaves this page.",
    byHand: (example, check) => (
      <>
        The forms need JavaScript. You can also write a policy in any editor: take {example("an example")}, change it,
        and {check("check it")}.
      </>
    ),
  },
  report: {
    title: "Report on a case log",
    summary:
      "How often the objectives were met, where they were not, and when: from a case log that stays on your device.",
    heading: "Were the objectives met?",
    lead: "Drop in an export of your cases: a million are read in about a second, and every row that could not be evaluated is listed by number.",
    byHand: [
      <>
        This page reads a case log in your browser, with JavaScript. Without JavaScript, the command line gives the same
        report, also on your own device:
      </>,
    ],
    exampleFile: "cases.csv",
    definition:
      "The log is a CSV file with a header, in UTF-8. A case meets its objective if it receives its first response within the target time, in business hours of the support desk; it misses it if the response comes later, or if the case is still open and overdue. Open cases that are not yet due are not counted.",
  },
  dashboard: {
    title: "Monthly operations dashboard",
    summary:
      "A month of support on one page: cases and trends, critical issues, status and availability, from logs that stay on your device.",
    heading: "The month on one page",
    lead: "Drop in an export of your cases, and an outage log if you have one: the month’s operations dashboard is ready to print, and nothing leaves your device.",
    byHand:
      "This page creates the dashboard in your browser, with JavaScript. Here is what the service description says about it; without JavaScript, the command line counts the cases, also on your own device.",
    exampleFile: "cases.csv",
    definition:
      "The case log is a CSV file with a header, in UTF-8. A case counts in the month of its submission. It meets its objective if it receives its first response within the target time; it misses it if the response comes later, or if the case is still open and overdue. Availability is the share of the month without an outage; overlapping outages count once.",
  },
  prepare: {
    title: "Prepare the request",
    summary: "Who handles the case, what to have ready, and a complete request to paste into the ticket.",
    heading: "A complete request, the first time",
    lead: "Say what you know about the case: you’ll see who handles it and which rules apply, and leave with a request that is ready to paste.",
    byHand: "These are the customer’s responsibilities, as stated in the service description.",
  },
  tiers: {
    title: "Service tiers",
    summary: "What each service tier includes, side by side, and the weekly, monthly and quarterly services.",
    heading: "What each tier includes",
    lead: (term) => (
      <>
        Each tier includes everything in the one before it. Premium adds a{" "}
        {term("DSM", "designated support manager (DSM)")} and recurring services: weekly, monthly and quarterly.
      </>
    ),
    deliverables: {
      heading: "Recurring services and dates",
      lead: "Choose a first day to see the dates and add them to your calendar.",
    },
    dashboard: (link, cite) => (
      <>
        You can {link("create the monthly operations dashboard")} ({cite("M14")}) on this site from a log of your cases.
      </>
    ),
  },
  calculator: {
    title: "Response times",
    summary: "Initial response times by service tier and severity, calculated in the page.",
    heading: "When will you get a response?",
    lead: (
      <>
        Between the submission of a case and an engineer’s first contact, the service description sets a target time. It
        depends on only two things: your service tier and the severity of the case.
      </>
    ),
    choose: "Choose a cell of the table, or your tier and severity here, to see the deadline.",
    byHand: "With JavaScript, a calculator here counts down to the deadline.",
    clock: {
      heading: "What the clock measures",
      paragraphs: (cite) => [
        <>
          It starts when the case is submitted in the case management system, by an operator or by you. It stops when
          the technical support engineer contacts you about it ({cite("S4")}). A solution may come much later: the clock
          measures only the first response.
        </>,
      ],
    },
    bounds: {
      heading: "“Less than” and “within”",
      paragraphs: (cite) => [
        <>
          For priorities 1 and 2, the objective is strict: the response has to come before the deadline ({cite("S2")}).
          For priorities 3 and 4, a response exactly at the deadline is still on time ({cite("S3")}). The difference is
          an instant; the calculator takes it into account.
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
      heading: "Around the clock",
      paragraphs: (cite) => [
        <>
          A case can be submitted by phone 24 hours a day, 7 days a week ({cite("S1")}). So the clock also runs at
          night, on weekends and on holidays. The deadline is shown in your device’s time zone.
        </>,
      ],
    },
    office: {
      heading: "When the support desk closes",
      paragraphs: () => [
        <>
          Other contracts count business hours. Here is a case submitted on Christmas Eve to a fictional reseller in
          Montréal, whose support desk closes at noon, in the evening, on weekends and on holidays. “How this deadline
          is counted” shows each period of time, counted or not.
        </>,
      ],
      fallback:
        "Submitted on December 24, 2026 at 4 p.m., the case must receive a response by December 28 at 9:30 a.m.",
    },
    promise: {
      heading: "What no objective covers",
      paragraphs: (cite) => [
        <>
          The description sets no target for resolving a case or for updates on it, and none at all for Basic (
          {cite("T1")}). If an authorized reseller sold you the service, the description is for information only: the
          contract, if there is one, is the reseller’s ({cite("P3")}).
        </>,
        <>Is the response late or unsatisfactory? Ask to speak to the TAC duty manager ({cite("X1")}).</>,
      ],
    },
    embed: {
      heading: "Put it in your pages",
      paragraphs: () => [
        <>
          The calculator above takes five lines, with nothing to compile. Search engines and browsers without JavaScript
          read the content between the tags.
        </>,
      ],
      fallback: (severities, target) => `${severities.join(", ")}: ${target}.`,
      after: (
        <>
          The <code>policy</code> attribute loads a policy other than Cisco’s, <code>tier</code> sets the initial tier,
          and <code>theme</code> the light or dark theme. There is no inline script or style: the element works under
          the strictest content security policy.
        </>
      ),
    },
  },
  description: {
    title: "The service description",
    summary: "Service tiers, priorities, objectives and responsibilities: the service description in plain words.",
    heading: "The service description, in plain words",
    lead: (source, cite) => (
      <>
        This page restates the {source("service description")} in plain words. Each statement has an ID, such as{" "}
        {cite("S2")}, that you can link to.
      </>
    ),
    tiers: { heading: "Service tiers", intro: "Each tier includes the one before it." },
    severities: "You assign the priority, using these definitions.",
    objectives: "These are the only objectives: there are none for resolution or updates.",
    duties: "What the description expects of you.",
    silent: { heading: "What the description does not cover" },
    glossary: "Glossary",
  },
};
