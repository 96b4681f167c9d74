import type { IntakeMessages } from "./index.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });

export const en: IntakeMessages = {
  priority: {
    heading: "Priority",
    recommended: (severity) => `Based on your answers: ${severity}`,
    assign: "The priority you assign",
    overridden: (recommended) =>
      `Based on your answers, the priority is “${recommended}”. You may assign another priority: say why in the request.`,
    tier: "Your service tier",
    choose: "Choose",
  },
  who: {
    heading: "Who handles it",
    intro: "Each answer makes the advice more specific. Stop whenever you like.",
    left: (count) => (count === 1 ? "One question left" : `At most ${count} questions left`),
    notSure: "I am not sure",
    next: "Continue",
    missing: "Choose an answer, or “I am not sure”.",
    done: "That’s everything: the advice now fits your case.",
    answered: "Your answers",
    change: "Change",
    changeWhat: (question) => `the answer to “${question}”`,
  },
  prepare: "What to have ready",
  know: "What applies to this case",
  act: "What to do",
  form: {
    heading: "The request",
    required: "required",
    optional: "optional",
    description: "Description",
    descriptionHelp: "What is happening, since when, where, and who is affected. The first line becomes the title.",
    troubleshooting: "First troubleshooting notes",
    troubleshootingHelp: "What you have tried, and the result.",
    justification: "Reason for this priority",
    justificationHelp:
      "What your answers do not show: who cannot work, what it costs, when the service must be working again.",
    name: "Contact name",
    phone: "Phone",
    email: "Email",
    missing: { description: "Describe the problem.", justification: "Say why you assign another priority." },
    fix: "Complete this before you hand over the request",
  },
  handover: {
    heading: "Hand over the request",
    intro: "Paste it into the ticket: no retyping.",
    format: "Format",
    formats: { text: "Plain text", markdown: "Markdown", json: "JSON" },
    bilingual: (languages) => `In ${and.format(languages)}`,
    preview: "Preview of the request",
    copy: "Copy",
    copied: "Copied.",
    refused: "This page cannot use the clipboard. Copy the text above.",
    save: "Save as a file",
    mail: "Send by email",
    calendar: "Add the deadline to my calendar",
    print: "Print",
    fileName: "case",
  },
  escalate: {
    heading: "If it takes too long",
    say: "What to say on the phone, including how the time was counted",
    copy: "Copy the escalation request",
  },
  privacy: "Nothing is saved or sent: everything stays in this tab.",
};
