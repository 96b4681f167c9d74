import type { FrameMessages } from "./messages.js";

export const en: FrameMessages = {
  wizard: "How severe is your case?",
  calculator: "When will somebody respond?",
  clock: "Where your case stands",
  table: "The objectives of the service",
};
