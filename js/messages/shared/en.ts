import type { SharedMessages } from "./messages.js";

export const shared: SharedMessages = {
  countdown: {
    label: "Time left",
    left: (duration) => `${duration} left`,
    overdueBy: (duration) => `Overdue by ${duration}`,
    pause: "Pause",
    resume: "Resume",
    hide: "Hide",
    show: "Show the time left",
    status: {
      half: (duration) => `Half of the time has passed: ${duration} left.`,
      quarter: (duration) => `A quarter of the time is left: ${duration}.`,
      minutes: (duration) => `${duration} left.`,
      due: "The deadline is now.",
      overdue: "The deadline has passed.",
    },
  },
  timeline: {
    heading: "How this was counted",
    summary: (counted, total) => `${counted} of time counted, out of ${total}.`,
    kinds: { counted: "Counted", closed: "Closed", holiday: "Holiday", paused: "Paused" },
    columns: { from: "From", to: "To", kind: "What", duration: "Duration" },
    due: (moment) => `Deadline: ${moment}`,
    picture: "Picture of the time counted",
    labelled: (kind, label) => `${kind}: ${label}`,
    sum: (duration) => `Counted in all: ${duration}`,
  },
  handover: {
    heading: "Take it with you",
    text: "Copy as text",
    markdown: "Copy as Markdown",
    calendar: "Add to calendar",
    link: "Copy link",
    print: "Print",
    copied: "Copied.",
    refused: "The clipboard is closed to this page: here is the text.",
    fileName: "deadline",
  },
};
