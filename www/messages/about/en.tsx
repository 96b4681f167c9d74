import type { AboutMessages } from "./index.js";

export const en: AboutMessages = {
  title: "About case-slo",
  summary:
    "What case-slo is: a support contract as a policy that answers in the browser how severe a case is and when somebody will respond.",
  heading: "How severe is a support case, and when will somebody respond?",
  lead: "case-slo answers both questions in the browser, from your support contract written as a policy. It shows its reasons by clause, counts down to the deadline, and sends nothing anywhere.",
  readers: {
    heading: "What it does for you",
    list: {
      customers: {
        who: "Something is down",
        text: "Two or three questions give the severity, the number to call and the deadline.",
        link: "Assess a case",
      },
      managers: {
        who: "You manage support",
        text: "Drop in an export of your help desk and see how often the objectives were met.",
        link: "Report on a log",
      },
      developers: {
        who: "You have a portal",
        text: "One tag, your brand, your languages, under the strictest security header.",
        link: "Embed the elements",
      },
      authors: {
        who: "You write contracts",
        text: "Turn the text into a policy; gaps and contradictions show as you type.",
        link: "Write a policy",
      },
    },
  },
  samples: {
    heading: "Try it here",
    wizard: {
      heading: "Questions that end in a severity",
      text: "Never more questions than the answer needs.",
      more: "The whole questionnaire",
    },
    clock: {
      heading: "A deadline that counts down",
      text: "A critical case, submitted eight minutes before you opened this page.",
      more: "How deadlines are counted",
    },
    chart: {
      heading: "A year of objectives",
      text: "A sample log. Move over the weeks, or use the arrow keys.",
      more: "Your own log",
    },
    check: {
      heading: "A policy that is checked like a program",
      text: "This one leaves a case open. Add “some” after “no” in the rule and the finding goes away.",
      more: "A whole policy",
    },
  },
  static: {
    wizard:
      "The questionnaire runs with JavaScript. Without it, its page shows the definitions and the response times.",
    clock: "The clock runs with JavaScript.",
    check: "The findings appear here, with JavaScript.",
    chart: (share, cases, weeks) => `${share} of ${cases} cases met their objective over ${weeks} weeks.`,
  },
  policy: "Policy, as JSON",
  portal: {
    heading: "In a customer’s portal",
    text: "Boréal, a fictitious reseller, has its own policy, colours and ticket form. A monitoring alarm has answered the first questions already, and the ticket fills itself in.",
    open: "Open the Boréal portal",
  },
  figures: {
    heading: "What it weighs",
    text: "Measured from the files of this site when it was built, compressed as they are sent.",
    page: "for everything that the questionnaire’s page loads",
    engine: "for the engine that answers, in WebAssembly",
    requests: "requests to other servers, cookies or inline scripts",
    questions: "questions at most, from Cisco’s description",
    combinations: "combinations of answers, each with its severity",
  },
  download: {
    heading: "Get the package",
    text: "The package contains the elements, the engine, the command line, the types and two policies. It has no dependencies.",
    file: (name, size) => `Download ${name} (${size})`,
    install: "Install it in a project, beside the file",
    digest: "Digest of the file",
    licence: "Free to use under the MIT or the Apache 2.0 licence.",
  },
};
