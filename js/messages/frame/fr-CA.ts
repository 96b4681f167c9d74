import type { FrameMessages } from "./messages.js";

export const frCA: FrameMessages = {
  wizard: "Quelle est la gravité de votre cas?",
  calculator: "Quand aurez-vous une réponse?",
  clock: "Où en est votre cas",
  table: "Les objectifs du service",
};
